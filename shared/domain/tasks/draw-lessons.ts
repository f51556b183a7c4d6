import { cause } from "./common-fields.ts";
import { halfMeasures, measureFieldNames, measureFields, measuresAtOnce } from "./measure-fields.ts";
import { latestFact } from "./prefill.ts";
import type { TaskKind } from "./task-kind.ts";

/** What the organisation learns from the complaint, and who does what about it (A28, B1, B32, B37). */
export const drawLessons = {
  kind: "draw-lessons",
  phase: "learning",
  who: "learning",
  whenExpired: "next-up",
  duties: ["A24", "A28", "B1", "B32", "B37"],
  title: { nl: "Trek lessen uit de klacht", en: "Draw lessons from the complaint" },
  purpose: {
    nl: "Wat leren wij hiervan? Een maatregel heeft altijd iemand die hem uitvoert en een datum.",
    en: "What do we learn from this? A measure always has somebody who carries it out and a date.",
  },
  fields: [
    cause,
    {
      name: "lesson",
      label: { nl: "Wat leren wij hiervan?", en: "What do we learn from this?" },
      control: { type: "paragraph" },
      keep: "private",
    },
    ...measureFields(1),
    ...measureFields(2),
    ...measureFields(3),
  ],
  outcomes: [
    {
      id: "drawn",
      label: { nl: "Klacht afronden", en: "Complete the complaint" },
      fields: ["cause", "lesson", ...measureFieldNames(1), ...measureFieldNames(2), ...measureFieldNames(3)],
    },
  ],
  prefill: (dossier) => latestFact(dossier, "cause"),
  check: (answer) => halfMeasures(answer, measuresAtOnce),
} as const satisfies TaskKind;
