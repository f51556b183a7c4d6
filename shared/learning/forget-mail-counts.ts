import { Temporal } from "temporal-polyfill";
import { localDay } from "../domain/calendar.ts";
import type { CaseStore } from "../store/cases.ts";
import { forgetCounts } from "../store/mail-counts.ts";

/** Days back that are looked at, so that mornings without a round are made good. */
const daysBack = 31;

/** Who wrote how often is counted for the limits of that day only; once it is over, nobody needs to know (AVG art. 5(1)(e)). */
export async function forgetMailCounts(organisation: string, { cases }: { readonly cases: CaseStore }): Promise<void> {
  const today = Temporal.PlainDate.from(localDay(cases.now(), cases.procedure(organisation).calendar.timeZone));
  for (let days = 1; days <= daysBack; days += 1) {
    await forgetCounts(cases.items, organisation, today.subtract({ days }).toString());
  }
}
