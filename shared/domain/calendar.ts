import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { Instant } from "../ports.ts";

/** A length of time as a procedure names it. Days, weeks and months are local calendar time, hours are elapsed time. */
export const period = z
  .object({ amount: z.number().int().positive(), unit: z.enum(["hours", "days", "working-days", "weeks", "months"]) })
  .readonly();
export type Period = z.infer<typeof period>;

/** The days and hours on which staff may be expected to read mail. Holidays are local dates, `2026-12-25`. */
export interface Calendar {
  readonly timeZone: string;
  readonly holidays: ReadonlySet<string>;
}

const opens = Temporal.PlainTime.from("09:00");
const closes = Temporal.PlainTime.from("17:00");

/**
 * The end of a period that starts at `start`. 24 hours are elapsed hours; a day, a week and a month end at the same local
 * time (31 January + 1 month = 28 or 29 February, B21); working days end at closing time of the last of them.
 */
export function endOf(start: Instant, length: Period, calendar: Calendar): Instant {
  const from = local(start, calendar);
  switch (length.unit) {
    case "hours":
      return instant(from.add({ hours: length.amount }));
    case "days":
      return instant(from.add({ days: length.amount }));
    case "weeks":
      return instant(from.add({ weeks: length.amount }));
    case "months":
      return instant(from.add({ months: length.amount }));
    case "working-days":
      return instant(
        workingDaysAfter(from.toPlainDate(), length.amount, calendar).toZonedDateTime(at(closes, calendar)),
      );
  }
}

/** Opening time on the nth working day after the local day of `start`; n may be 0 or negative to look back. */
export function openingAfter(start: Instant, workingDays: number, calendar: Calendar): Instant {
  const day = workingDaysAfter(local(start, calendar).toPlainDate(), workingDays, calendar);
  return instant(day.toZonedDateTime(at(opens, calendar)));
}

/** Opening time on the last working day that begins before `deadline`. */
export function lastOpeningBefore(deadline: Instant, calendar: Calendar): Instant {
  const due = local(deadline, calendar);
  const sameDay = due.toPlainDate().toZonedDateTime(at(opens, calendar));
  const usable = isWorkingDay(due.toPlainDate(), calendar) && Temporal.ZonedDateTime.compare(sameDay, due) < 0;
  return usable ? instant(sameDay) : openingAfter(deadline, -1, calendar);
}

/** Closing time on a local date, `2026-03-31`: by when something is promised for that day. */
export function closingOn(date: string, calendar: Calendar): Instant {
  return instant(Temporal.PlainDate.from(date).toZonedDateTime(at(closes, calendar)));
}

/** The moment itself when staff are at work then, else the next opening time. */
export function nextWorkingMoment(moment: Instant, calendar: Calendar): Instant {
  const then = local(moment, calendar);
  const day = then.toPlainDate();
  if (!isWorkingDay(day, calendar)) return openingAfter(moment, 1, calendar);
  if (Temporal.PlainTime.compare(then.toPlainTime(), opens) < 0)
    return instant(day.toZonedDateTime(at(opens, calendar)));
  if (Temporal.PlainTime.compare(then.toPlainTime(), closes) >= 0) return openingAfter(moment, 1, calendar);
  return moment;
}

/** The moment halfway between two others. */
export function halfway(from: Instant, to: Instant): Instant {
  const start = Date.parse(from);
  return new Date(start + Math.floor((Date.parse(to) - start) / 2)).toISOString();
}

/** The local calendar day of a moment, `2026-03-31`. */
export function localDay(moment: Instant, timeZone: string): string {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The local calendar year of a moment, as in case numbers. */
export function yearOf(moment: Instant, timeZone: string): number {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).year;
}

function isWorkingDay(day: Temporal.PlainDate, calendar: Calendar): boolean {
  return day.dayOfWeek <= 5 && !calendar.holidays.has(day.toString());
}

function workingDaysAfter(start: Temporal.PlainDate, count: number, calendar: Calendar): Temporal.PlainDate {
  const step = Math.sign(count);
  let day = start;
  for (let left = Math.abs(count); left > 0; ) {
    day = day.add({ days: step });
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

function local(moment: Instant, calendar: Calendar): Temporal.ZonedDateTime {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(calendar.timeZone);
}

function at(time: Temporal.PlainTime, calendar: Calendar) {
  return { timeZone: calendar.timeZone, plainTime: time };
}

function instant(moment: Temporal.ZonedDateTime): Instant {
  return new Date(moment.epochMilliseconds).toISOString();
}
