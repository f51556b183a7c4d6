import type { Dossier } from "../dossier.ts";
import { outcomeFieldNames, outcomeFields } from "./outcome-fields.ts";
import { proposedLetters } from "./outcome-proposal.ts";
import { latestAnswerOf } from "./prefill.ts";
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

/** The letters that the owner sent back for rework; not those of before a case was opened again. */
function sentBack(dossier: Dossier): Readonly<Record<string, string>> {
  const last = dossier.tasks.findLast(({ kind, status }) => kind === "approve-outcome" && status === "answered");
  const since = dossier.reopened?.at ?? dossier.receivedAt;
  if (last?.answer?.outcome !== "rework" || last.openedAt < since) return {};
  return latestAnswerOf(dossier, "write-outcome");
}
