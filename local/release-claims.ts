import type { CaseStore } from "../shared/store/cases.ts";
import { everyPending, promise } from "../shared/store/outbox.ts";

/**
 * Whoever was sending a letter when the process died is not sending it any more: it may go out at once. On AWS other instances may still be
 * at it, so there a claim runs out by itself.
 */
export async function releaseClaims(cases: CaseStore): Promise<void> {
  for (const { id } of cases.procedures) {
    for await (const entry of everyPending(cases.items, id, cases.now())) {
      // What may have gone is not sent at once again, whoever sent it.
      if (!("notBefore" in entry) || entry.uncertain === true) continue;
      await cases.items.transact([{ ...promise({ ...entry, notBefore: entry.since }), when: "present" }]);
    }
  }
}
