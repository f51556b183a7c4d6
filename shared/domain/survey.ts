import type { ClosedDossier, Dossier } from "./dossier.ts";
import type { Procedure } from "./procedure.ts";

/**
 * Whether the complainant is asked afterwards how it was (B35): of every complaint that was handled to its end, once more when it was opened
 * again; not of advice, of what was no complaint, nor when they withdrew.
 */
export function isSurveyed(dossier: Dossier, { branches }: Procedure): boolean {
  return branches.survey && dossier.status === "closed" && isHandled(dossier.fourFacts);
}

function isHandled({ outcome }: ClosedDossier["fourFacts"]): boolean {
  return !["withdrawn", "advice", "referred"].includes(outcome);
}
