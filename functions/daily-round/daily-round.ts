import type { DeliverLettersDependencies } from "../../shared/cases/deliver-letters.ts";
import { announceErasures } from "../../shared/learning/announce-erasures.ts";
import { promiseDigests } from "../../shared/learning/digest.ts";
import { eraseDue } from "../../shared/learning/erase.ts";
import type { EraseMailDependencies } from "../../shared/learning/erase-mail.ts";
import { keepProcedure } from "../../shared/learning/keep-procedure.ts";
import { raiseSignals } from "../../shared/learning/raise-signals.ts";
import { startReviews } from "../../shared/learning/start-reviews.ts";

export type DailyRoundDependencies = DeliverLettersDependencies & EraseMailDependencies;

/** Some of the round could not be done this time; each part was tried. The next round makes it good. */
export class DailyRoundIncomplete extends Error {
  override readonly name = "DailyRoundIncomplete";
}

/** What is looked at every morning for each organisation, in this order: the mail about what is due comes last. */
const parts = { keepProcedure, raiseSignals, startReviews, announceErasures, eraseDue, promiseDigests } as const;

/** Doing it again on the same day does nothing twice. One part that fails does not stop the others. @throws {DailyRoundIncomplete} */
export async function dailyRound(_event: unknown, dependencies: DailyRoundDependencies): Promise<void> {
  const failed: string[] = [];
  for (const { id } of dependencies.cases.procedures) {
    for (const [name, part] of Object.entries(parts)) {
      try {
        await part(id, dependencies);
      } catch (error) {
        failed.push(`${id} ${name}: ${error instanceof Error ? error.name : "unknown"}`);
      }
    }
  }
  if (failed.length > 0) throw new DailyRoundIncomplete(failed.join(", "));
}
