import { contributions, type Numbers } from "./contributions.ts";
import type { RegisterRow } from "./register-row.ts";

/** What all complaints of an organisation add up to, by local month of filing, `2026-06`. A name that is not there counts zero. */
export interface Totals {
  readonly months: Readonly<Record<string, Numbers>>;
}

/** What these rows add up to; the totals that are kept must be the same. */
export function recount(rows: readonly RegisterRow[]): Totals {
  const months: Record<string, Numbers> = {};
  for (const row of rows) months[row.month] = sum(months[row.month] ?? {}, contributions(row));
  return { months };
}

/** The totals for somebody who may not know of these rows, for they are involved in them. Months that are not there stay away. */
export function without(totals: Totals, rows: readonly RegisterRow[]): Totals {
  const left: Record<string, Numbers> = { ...totals.months };
  for (const row of rows) {
    const month = left[row.month];
    if (month !== undefined) left[row.month] = difference(contributions(row), month);
  }
  return { months: left };
}

/** What has to be added to the first to get the second; nothing that is zero. */
export function difference(before: Numbers, after: Numbers): Numbers {
  return sum(after, Object.fromEntries(Object.entries(before).map(([name, number]) => [name, -number])));
}

/** Both together; nothing that is zero. */
export function sum(one: Numbers, other: Numbers): Numbers {
  const all = { ...one };
  for (const [name, number] of Object.entries(other)) all[name] = (all[name] ?? 0) + number;
  return Object.fromEntries(Object.entries(all).filter(([, number]) => number !== 0));
}
