import type { DeliverLettersDependencies } from "../../shared/cases/deliver-letters.ts";
import { announceErasures } from "../../shared/learning/announce-erasures.ts";
import { promiseDigests } from "../../shared/learning/digest.ts";
import { whatFailed } from "../../shared/learning/each-file.ts";
import { eraseDue } from "../../shared/learning/erase.ts";
import type { EraseMailDependencies } from "../../shared/learning/erase-mail.ts";
import { forgetMailCounts } from "../../shared/learning/forget-mail-counts.ts";
import { keepProcedure } from "../../shared/learning/keep-procedure.ts";
import { raiseSignals } from "../../shared/learning/raise-signals.ts";
import { registerEarlier } from "../../shared/learning/register-earlier.ts";
import { startReviews } from "../../shared/learning/start-reviews.ts";

export type DailyRoundDependencies = DeliverLettersDependencies & EraseMailDependencies;

/** Some of the round could not be done this time; each part was tried. The next round makes it good. */
export class DailyRoundIncomplete extends Error {
  override readonly name = "DailyRoundIncomplete";
}

/** What is looked at every morning for each organisation, in this order: what the others count comes first, the mail about what is due last. */
const parts = {
  keepProcedure,
  registerEarlier,
  raiseSignals,
  startReviews,
  announceErasures,
  eraseDue,
  forgetMailCounts,
  promiseDigests,
} as const;

/** Doing it again on the same day does nothing twice. One part that fails does not stop the others. @throws {DailyRoundIncomplete} */
export async function dailyRound(_event: unknown, dependencies: DailyRoundDependencies): Promise<void> {
  const failed: string[] = [];
  for (const { id } of dependencies.cases.procedures) {
    for (const [name, part] of Object.entries(parts)) {
      try {
        await part(id, dependencies);
      } catch (error) {
        failed.push(`${id} ${name}: ${whatFailed(error)}`);
      }
    }
  }
  if (failed.length > 0) throw new DailyRoundIncomplete(failed.join(", "));
}
