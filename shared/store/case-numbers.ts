import { z } from "zod";
import type { Procedure } from "../domain/procedure.ts";
import type { ItemStore, Write } from "../ports.ts";
import { counterKey } from "./keys.ts";

const counter = z.object({ last: z.number().int() });

/**
 * The next number of a year, `LW-2026-0001`, with the write that takes it. The write fails when another case took the number first;
 * numbers have no gaps, because it stands in the transaction that registers the case.
 */
export async function nextCaseNumber(
  store: ItemStore,
  procedure: Procedure,
  year: number,
): Promise<{ readonly number: string; readonly write: Write }> {
  const key = counterKey(procedure.id, year);
  const item = await store.get(key);
  const last = item === undefined ? 0 : counter.parse(item).last;
  return {
    number: `${procedure.house.numberPrefix}-${year}-${String(last + 1).padStart(4, "0")}`,
    write: { put: { ...key, last: last + 1 }, when: item === undefined ? "absent" : { last } },
  };
}
