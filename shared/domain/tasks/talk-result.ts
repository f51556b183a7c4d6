import { latestOf } from "./prefill.ts";
import type { TaskKind } from "./task-kind.ts";

/** The complainant would talk it over first and tells how that went (A5, A7, A15). */
export const talkResult = {
  kind: "talk-result",
  phase: "intake",
  who: "complainant",
  branch: "talkFirst",
  duties: ["A5", "A7", "A15"],
  whenExpired: "silent",
  title: { nl: "Vertel hoe het gesprek ging", en: "Tell us how the talk went" },
  purpose: {
    nl: "Praten met elkaar lost vaak veel op. Lukte het gesprek, of juist niet? Beide is goed om te weten. Praten hoeft ook niet.",
    en: "Talking often solves a lot. Did the talk work out, or did it not? Both are good to know. You do not have to talk.",
  },
  fields: [
    {
      name: "agreement",
      label: { nl: "Wat is er afgesproken?", en: "What was agreed?" },
      hint: {
        nl: "Wij laten dit aan u beiden lezen en vragen of het klopt.",
        en: "We let both of you read this and ask whether it is right.",
      },
      control: { type: "paragraph" },
      keep: "private",
    },
    {
      name: "tried",
      label: { nl: "Wat is er al gedaan om het op te lossen?", en: "What has been done to solve it so far?" },
      control: { type: "paragraph" },
      optional: true,
      keep: "private",
    },
  ],
  outcomes: [
    {
      id: "solved",
      label: { nl: "Het is opgelost", en: "It is solved" },
      fields: ["agreement"],
    },
    {
      id: "not-solved",
      label: { nl: "Het is niet opgelost", en: "It is not solved" },
      hint: {
        nl: "Ook als er geen gesprek was. Wij nemen de klacht dan in behandeling.",
        en: "Also when there was no talk. Then we take the complaint up.",
      },
      fields: ["tried"],
    },
    {
      id: "advice",
      branch: "advice",
      label: { nl: "Geen klacht, wel graag advies", en: "No complaint, but advice please" },
      fields: [],
    },
  ],
  prefill: (dossier) => latestOf(dossier, "tried"),
  forParty: {
    silence: {
      nl: "Dan kiest degene die uw klacht behandelt hoe het verder gaat.",
      en: "Then whoever handles your complaint chooses how to go on.",
    },
    shows: ["complaint"],
  },
} as const satisfies TaskKind;
