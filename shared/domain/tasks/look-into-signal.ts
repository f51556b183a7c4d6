import { paragraphField } from "./common-fields.ts";
import { halfMeasures, measureFieldNames, measureFields, measuresAtOnce } from "./measure-fields.ts";
import type { Answer, Problem, TaskKind } from "./task-kind.ts";

/** Complaints make a pattern: somebody finds out why, and agrees on what to do about it (B31, B36, B37). */
export const lookIntoSignal = {
  kind: "look-into-signal",
  phase: "learning",
  who: "learning",
  matter: "signal",
  whenExpired: "next-up",
  beside: true,
  duties: ["A30", "B31", "B36", "B37"],
  title: { nl: "Bekijk een patroon in klachten", en: "Look into a pattern in complaints" },
  purpose: {
    nl: "Er komen meer klachten van dezelfde soort dan gewoonlijk. Lees de zaken, zoek de oorzaak en spreek af wat wij doen.",
    en: "There are more complaints of the same kind than usual. Read the cases, look for the cause and agree on what we do.",
  },
  fields: [
    paragraphField(
      "finding",
      { nl: "Wat ziet u in deze zaken?", en: "What do you see in these cases?" },
      { nl: "Schrijf geen namen op.", en: "Do not write names." },
    ),
    ...measureFields(1),
    ...measureFields(2),
    ...measureFields(3),
  ],
  outcomes: [
    {
      id: "measures",
      label: { nl: "Wij nemen maatregelen", en: "We take measures" },
      fields: ["finding", ...measureFieldNames(1), ...measureFieldNames(2), ...measureFieldNames(3)],
    },
    {
      id: "watch",
      label: { nl: "Wij houden het in de gaten", en: "We keep an eye on it" },
      fields: ["finding"],
    },
    {
      id: "nothing",
      label: { nl: "Er is niets aan de hand", en: "Nothing is the matter" },
      fields: ["finding"],
    },
  ],
  check: (answer) => [...halfMeasures(answer, measuresAtOnce), ...noMeasure(answer)],
} as const satisfies TaskKind;

function noMeasure({ outcome, private: words }: Answer): readonly Problem[] {
  const some = Array.from({ length: measuresAtOnce }, (_, index) => words[`measure${index + 1}`]);
  if (outcome !== "measures" || some.some((one) => one !== undefined)) return [];
  return [
    {
      field: "measure1",
      message: { nl: "Schrijf op welke maatregel u neemt.", en: "Write which measure you take." },
    },
  ];
}
