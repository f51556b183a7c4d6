import { Temporal } from "temporal-polyfill";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { Rounds } from "../time.ts";

/** As the schedule that is deployed. */
const halfPastSix = Temporal.PlainTime.from("06:30");

/** The first half past six in the morning after this moment, where the house is; epoch ms. */
export function nextMorning(after: number, procedures: readonly Procedure[]): number {
  const timeZone = procedures[0]?.calendar.timeZone ?? "UTC";
  const now = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timeZone);
  const today = now.withPlainTime(halfPastSix);
  const next = today.epochMilliseconds > after ? today : today.add({ days: 1 });
  return next.epochMilliseconds;
}

/** Where nobody looks at anything in the morning. */
export const noRounds: Rounds = { next: () => Number.POSITIVE_INFINITY, run: async () => undefined };
