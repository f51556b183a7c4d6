import type { TaskKind } from "./task-kind.ts";

/** Both sides did not agree on a name in three rounds: the director chooses (B29, house rule). */
export const chooseIndependent = {
  kind: "choose-independent",
  phase: "feedback",
  who: "director",
  branch: "independent",
  whenExpired: "next-up",
  duties: ["B29"],
  title: { nl: "Kies een onafhankelijke persoon", en: "Choose an independent person" },
  purpose: {
    nl: "Beide kanten werden het na drie rondes niet eens. Kies nu zelf iemand die er niets mee te maken heeft.",
    en: "Both sides did not agree after three rounds. Now choose somebody yourself who has nothing to do with it.",
  },
  fields: [
    {
      name: "chosenIndependent",
      label: { nl: "Wie wordt het?", en: "Who will it be?" },
      hint: { nl: "Naam, mailadres.", en: "Name, mail address." },
      control: { type: "people", atLeast: 1, atMost: 1 },
      keep: "private",
    },
  ],
  outcomes: [{ id: "chosen", label: { nl: "Kiezen", en: "Choose" }, fields: ["chosenIndependent"] }],
} as const satisfies TaskKind;
