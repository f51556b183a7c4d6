import { z } from "zod";
import type { MatterKind } from "../domain/matter.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { ItemStore, Write } from "../ports.ts";
import { counterKey } from "./keys.ts";

const counter = z.object({ last: z.number().int() });

/** What begins the numbers of files that are no complaints: `LW-M-2026-0001`. */
const letters = { measure: "M", signal: "S", review: "R", mail: "E" } as const;

/**
 * The next number of a year, `LW-2026-0001`, with the write that takes it. The write fails when another case took the number first;
 * numbers have no gaps, because it stands in the transaction that registers the case.
 */
export async function nextCaseNumber(
  store: ItemStore,
  procedure: Procedure,
  year: number,
): Promise<{ readonly number: string; readonly write: Write }> {
  const { numbers, write } = await nextNumbers(store, procedure, "complaint", year, 1);
  return { number: numbers[0] ?? "", write };
}

/** The same for `count` files of one kind that begin in one transaction. */
export async function nextNumbers(
  store: ItemStore,
  procedure: Procedure,
  kind: MatterKind,
  year: number,
  count: number,
): Promise<{ readonly numbers: readonly string[]; readonly write: Write }> {
  const letter = kind === "complaint" ? undefined : letters[kind];
  const key = counterKey(procedure.id, year, letter);
  const item = await store.get(key);
  const last = item === undefined ? 0 : counter.parse(item).last;
  const begins = [procedure.house.numberPrefix, ...(letter === undefined ? [] : [letter]), String(year)].join("-");
  return {
    numbers: Array.from({ length: count }, (_, index) => `${begins}-${String(last + index + 1).padStart(4, "0")}`),
    write: { put: { ...key, last: last + count }, when: item === undefined ? "absent" : { last } },
  };
}
