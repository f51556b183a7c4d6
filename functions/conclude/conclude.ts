import { type RoundId, rounds } from "../../shared/domain/rounds.ts";
import type { CaseStore } from "../../shared/store/cases.ts";

/** What came of a round, once everybody who was asked has answered or let it pass. */
export async function conclude(
  { organisation, caseId, round }: { readonly organisation: string; readonly caseId: string; readonly round: RoundId },
  { cases }: { readonly cases: CaseStore },
): Promise<{ readonly outcome: string }> {
  const { dossier } = await cases.execute(organisation, caseId, { type: "ConcludeRound", round });
  return { outcome: dossier.withdrawn === undefined ? rounds[round].conclude(dossier) : "withdrawn" };
}
