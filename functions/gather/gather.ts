import type { Party } from "../../shared/domain/party.ts";
import { type RoundId, rounds } from "../../shared/domain/rounds.ts";
import type { CaseStore } from "../../shared/store/cases.ts";

/** Who is asked in a round; nobody once the complaint was withdrawn. */
export async function gather(
  { organisation, caseId, round }: { readonly organisation: string; readonly caseId: string; readonly round: RoundId },
  { cases }: { readonly cases: CaseStore },
): Promise<{ readonly parties: readonly Party[] }> {
  const dossier = await cases.load(organisation, caseId);
  return { parties: dossier.withdrawn === undefined ? rounds[round].parties(dossier) : [] };
}
