import { Temporal } from "temporal-polyfill";
import type { Totals } from "../register/totals.ts";

/** The local months that lie in a period, `2026-04`; `from` is in it, `until` is not (local dates). Whole months are counted. */
export function monthsIn(from: string, until: string): readonly string[] {
  return monthsFrom(monthOf(from), monthOf(Temporal.PlainDate.from(until).subtract({ days: 1 }).toString()));
}

/** The month of a local date. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** So many months later, or earlier when negative. */
export function monthAfter(month: string, months: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString();
}

/** Every month of these two and what lies between them; none when the last is before the first. */
export function monthsFrom(first: string, last: string): readonly string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthAfter(month, 1)) months.push(month);
  return months;
}

/** The first month in which anything was counted: before it nobody registered, so what is missing there is not a quiet month. */
export function firstCounted({ months }: Totals): string | undefined {
  return Object.keys(months)
    .filter((month) => Object.values(months[month] ?? {}).some((count) => count > 0))
    .sort()[0];
}

/** The numbers of these months together. */
export function sumOf({ months }: Totals, which: readonly string[]): Readonly<Record<string, number>> {
  const sum = new Map<string, number>();
  for (const month of which) {
    for (const [name, count] of Object.entries(months[month] ?? {})) sum.set(name, (sum.get(name) ?? 0) + count);
  }
  return Object.fromEntries(sum);
}

/** Of names that begin with this, what follows, with its number; zeros left out. */
export function countsOf(numbers: Readonly<Record<string, number>>, prefix: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(numbers).flatMap(([name, count]) =>
      name.startsWith(prefix) && count > 0 ? [[name.slice(prefix.length), count]] : [],
    ),
  );
}
