import { proposedToComplainant } from "./common-fields.ts";
import type { Answer, Field, Problem } from "./task-kind.ts";

/** One thing that we still do for the complainant, by a date: it is watched over like any other measure. */
export const promiseFields = [
  {
    name: "promise",
    label: { nl: "Wat beloven wij de klager?", en: "What do we promise the complainant?" },
    hint: proposedToComplainant({ nl: "Eén ding dat wij nog doen.", en: "One thing that we still do." }),
    control: { type: "line" },
    optional: true,
    keep: "private",
  },
  {
    name: "promiseDue",
    label: { nl: "Voor welke datum doen wij dat?", en: "By what date will we do it?" },
    control: { type: "date", when: "coming" },
    optional: true,
    keep: "fact",
  },
] as const satisfies readonly Field[];

export const promiseFieldNames = ["promise", "promiseDue"] as const;

/** A promise has a date, and a date is of a promise. */
export function halfPromise({ facts, private: words }: Answer): readonly Problem[] {
  if (words["promise"] !== undefined && facts["promiseDue"] === undefined) {
    return [
      {
        field: "promiseDue",
        message: { nl: "Vul een datum in bij de belofte.", en: "Enter a date for the promise." },
      },
    ];
  }
  if (words["promise"] === undefined && facts["promiseDue"] !== undefined) {
    return [
      {
        field: "promise",
        message: {
          nl: "Schrijf op wat u belooft, of haal de datum weg.",
          en: "Write what you promise, or remove the date.",
        },
      },
    ];
  }
  return [];
}
