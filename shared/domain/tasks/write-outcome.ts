import type { Dossier } from "../dossier.ts";
import { outcomeFieldNames, outcomeFields, proposedLetters } from "./outcome-letters.ts";
import { latestOf } from "./prefill.ts";
import type { TaskKind } from "./task-kind.ts";

/** The letters with the outcome (A18, B27, B28). Sent back for rework, they begin as they were. */
export const writeOutcome = {
  kind: "write-outcome",
  phase: "feedback",
  who: "writer",
  whenExpired: "next-up",
  duties: ["A18", "B27", "B28"],
  title: { nl: "Schrijf de uitkomst", en: "Write the outcome" },
  purpose: {
    nl: "De klager krijgt deze tekst als brief. Geef antwoord op elk punt van de klacht.",
    en: "The complainant gets this text as a letter. Answer every point of the complaint.",
  },
  fields: outcomeFields,
  outcomes: [{ id: "written", label: { nl: "Klaar", en: "Done" }, fields: outcomeFieldNames }],
  prefill: (dossier, { house }) => ({ ...proposedLetters(dossier, house.language), ...sentBack(dossier) }),
} as const satisfies TaskKind;

/** The letters that the owner sent back for rework. */
function sentBack(dossier: Dossier): Readonly<Record<string, string>> {
  const last = dossier.tasks.findLast(({ kind, status }) => kind === "approve-outcome" && status === "answered");
  if (last?.answer?.outcome !== "rework") return {};
  return Object.assign({}, ...outcomeFieldNames.map((name) => latestOf(dossier, name)));
}
