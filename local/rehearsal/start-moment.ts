import { Temporal } from "temporal-polyfill";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { Instant } from "../../shared/ports.ts";

const atTen = Temporal.PlainTime.from("10:00");
const monday = 1;

/** Ten in the morning, local time, on that day; on the Monday after `today` (ISO 8601) when no day was named. */
export function startMoment(on: string | undefined, today: Instant, { calendar }: Procedure): Instant {
  const { timeZone } = calendar;
  const day = on === undefined ? mondayAfter(today, timeZone) : Temporal.PlainDate.from(on);
  return new Date(day.toZonedDateTime({ timeZone, plainTime: atTen }).epochMilliseconds).toISOString();
}

function mondayAfter(today: Instant, timeZone: string): Temporal.PlainDate {
  const day = Temporal.Instant.from(today).toZonedDateTimeISO(timeZone).toPlainDate();
  return day.add({ days: ((monday - day.dayOfWeek + 6) % 7) + 1 });
}

/** So many months later, local time. */
export function monthsAfter(moment: Instant, months: number, { calendar }: Procedure): Instant {
  const local = Temporal.Instant.from(moment).toZonedDateTimeISO(calendar.timeZone);
  return new Date(local.add({ months }).epochMilliseconds).toISOString();
}
