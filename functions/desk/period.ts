import { localDay } from "../../shared/domain/calendar.ts";
import { monthAfter, monthOf, monthsFrom } from "../../shared/domain/learning/overview-months.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { Instant } from "../../shared/ports.ts";

/** Whole local months, `2026-04`, the last included. */
export interface Months {
  readonly from: string;
  readonly until: string;
}

/** The most months of one period, and how far back one can choose. */
const longest = 36;
const monthsBack = 60;

/** The months that the address asks for; the last twelve when it asks for none, or for what cannot be. */
export function monthsOf(
  { from = "", until = "" }: Readonly<Record<string, string>>,
  { calendar }: Procedure,
  now: Instant,
): Months {
  const month = monthOf(localDay(now, calendar.timeZone));
  const choices = monthsToChoose(month);
  const lastYear = { from: monthAfter(month, -11), until: month };
  if (!choices.includes(from) || !choices.includes(until) || from > until) return lastYear;
  return monthsFrom(from, until).length > longest ? { from: monthAfter(until, 1 - longest), until } : { from, until };
}

/** The months that one can choose, newest first. */
export function monthsToChoose(month: string): readonly string[] {
  return monthsFrom(monthAfter(month, -monthsBack), month).toReversed();
}

/** The same as local dates: the first day, and the first day after it. */
export function datesOf({ from, until }: Months): { readonly from: string; readonly until: string } {
  return { from: `${from}-01`, until: `${monthAfter(until, 1)}-01` };
}
