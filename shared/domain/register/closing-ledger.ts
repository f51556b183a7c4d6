import type { Dossier, Happened } from "../dossier.ts";
import { type DutyEntry, dutyLedger } from "../duties/ledger.ts";
import type { Procedure } from "../procedure.ts";

/**
 * The duties of a closed complaint as its row keeps them: looked at from the moment of closing, so that it does not matter when somebody
 * looks, with what was done later, such as a letter that had still to go out. Empty while it is open.
 */
export function closingLedger(
  happened: readonly Happened[],
  dossier: Dossier,
  procedure: Procedure,
): readonly DutyEntry[] {
  return dossier.status === "closed" ? dutyLedger(happened, procedure, dossier.closedAt) : [];
}
