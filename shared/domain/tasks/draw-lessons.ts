import { cause } from "./common-fields.ts";
import { latestFact } from "./prefill.ts";
import type { Answer, Problem, TaskKind } from "./task-kind.ts";

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
    {
      name: "measure",
      label: { nl: "Welke maatregel nemen wij?", en: "What measure do we take?" },
      control: { type: "line" },
      optional: true,
      keep: "private",
    },
    {
      name: "measureOwner",
      label: { nl: "Wie voert de maatregel uit?", en: "Who carries out the measure?" },
      control: { type: "choice", from: "roles" },
      optional: true,
      keep: "fact",
    },
    {
      name: "measureDue",
      label: { nl: "Voor welke datum?", en: "By what date?" },
      control: { type: "date", when: "coming" },
      optional: true,
      keep: "fact",
    },
  ],
  outcomes: [
    {
      id: "drawn",
      label: { nl: "Klacht afronden", en: "Complete the complaint" },
      fields: ["cause", "lesson", "measure", "measureOwner", "measureDue"],
    },
  ],
  prefill: (dossier) => latestFact(dossier, "cause"),
  check: ({ facts, private: words }: Answer): readonly Problem[] => {
    const given = { measure: words["measure"], measureOwner: facts["measureOwner"], measureDue: facts["measureDue"] };
    if (Object.values(given).every((value) => value === undefined)) return [];
    return Object.entries(given)
      .filter(([, value]) => value === undefined)
      .map(([field]) => ({
        field,
        message: {
          nl: "Een maatregel heeft een omschrijving, iemand die hem uitvoert en een datum.",
          en: "A measure has a description, somebody who carries it out and a date.",
        },
      }));
  },
} as const satisfies TaskKind;
