import { mayOpen } from "../domain/desk-rights.ts";
import { caseNumbersIn } from "../domain/held-mail.ts";
import type { Party } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import { personIdOf } from "../domain/roles.ts";
import type { CaseStore } from "../store/cases.ts";
import { claimedCase } from "../store/claims.ts";
import { claimKey } from "../store/keys.ts";

/** The complaint of this number, however it is typed; none that has been erased, and none that `by`, when told, may not open. */
export async function caseNumbered(
  typed: string,
  procedure: Procedure,
  cases: CaseStore,
  by?: Party,
): Promise<string | undefined> {
  const [number] = caseNumbersIn(typed, procedure.house.numberPrefix);
  if (number === undefined) return undefined;
  const found = await claimedCase(cases.items, claimKey("NUMBER", procedure.id, number));
  if (found === undefined) return undefined;
  const dossier = await cases.load(procedure.id, found);
  if (dossier.erasure.erasedAt !== undefined) return undefined;
  if (by === undefined) return found;
  const colleague = procedure.people.find(({ id }) => id === personIdOf(by, procedure));
  return colleague !== undefined && mayOpen(colleague, dossier, procedure) ? found : undefined;
}
