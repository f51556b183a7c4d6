import { proposedToComplainant } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** Nobody told how the talk went, or one side sees it otherwise: the owner chooses the way (A6, A15, A17). */
export const decideAfterSilence = {
  kind: "decide-after-silence",
  phase: "intake",
  who: "owner",
  branch: "talkFirst",
  duties: ["A6", "A15", "A17"],
  whenExpired: "next-up",
  title: { nl: "Kies hoe het verder gaat na het gesprek", en: "Choose what happens after the talk" },
  purpose: {
    nl: "De klager zou er eerst over praten met degene over wie het gaat. Wij hoorden niet hoe dat ging, of niet iedereen is het eens. Bel de klager en kies dan.",
    en: "The complainant was to talk it over first. We did not hear how that went, or not everybody agrees. Call the complainant and then choose.",
  },
  fields: [
    {
      name: "solution",
      label: { nl: "Hoe is het opgelost?", en: "How was it solved?" },
      hint: proposedToComplainant({ nl: "Wat is afgesproken, en met wie?", en: "What was agreed, and with whom?" }),
      control: { type: "paragraph" },
      keep: "private",
    },
  ],
  outcomes: [
    {
      id: "handle",
      label: { nl: "In behandeling nemen", en: "Take it up" },
      hint: { nl: "De klacht wordt onderzocht.", en: "The complaint will be looked into." },
      fields: [],
    },
    {
      id: "solved",
      label: { nl: "Het is opgelost", en: "It is solved" },
      hint: { nl: "Alleen als de klager dat zelf zegt.", en: "Only when the complainant says so." },
      fields: ["solution"],
    },
    {
      id: "advice",
      branch: "advice",
      label: { nl: "Advies geven", en: "Give advice" },
      hint: {
        nl: "De klager wil geen klacht indienen, maar wel hulp.",
        en: "The complainant does not want to file a complaint, but does want help.",
      },
      fields: [],
    },
  ],
} as const satisfies TaskKind;
