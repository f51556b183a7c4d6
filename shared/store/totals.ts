import { z } from "zod";
import type { Numbers } from "../domain/register/contributions.ts";
import type { Totals } from "../domain/register/totals.ts";
import type { ItemStore, Key, Write } from "../ports.ts";
import { everyItem } from "./pages.ts";

const partition = (organisation: string) => `TOTALS#${organisation}`;
const prefix = "MONTH#";
const monthKey = (organisation: string, month: string): Key => ({
  pk: partition(organisation),
  sk: `${prefix}${month}`,
});

const counted = z.record(z.string(), z.number());

/**
 * The totals of the months from `fromMonth` until `untilMonth`, both included, `2026-06`. A month in which nothing was filed may be absent.
 */
export async function readTotals(
  store: ItemStore,
  organisation: string,
  fromMonth: string,
  untilMonth: string,
): Promise<Totals> {
  const months: Record<string, Numbers> = {};
  // Months sort as text. Twelve small items a year, so that all of them are read sooner than picked.
  for await (const { pk: _pk, sk, ...numbers } of everyItem(store, { partition: partition(organisation), prefix })) {
    const month = sk.slice(prefix.length);
    if (month < fromMonth || month > untilMonth) continue;
    const left = Object.entries(counted.parse(numbers)).filter(([, number]) => number !== 0);
    months[month] = Object.fromEntries(left);
  }
  return { months };
}

/** Adds to the totals of a month; no write when there is nothing to add. */
export function addToTotals(organisation: string, month: string, numbers: Numbers): readonly Write[] {
  return Object.keys(numbers).length === 0 ? [] : [{ add: monthKey(organisation, month), numbers }];
}
