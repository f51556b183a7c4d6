import { z } from "zod";
import type { Numbers } from "../domain/register/contributions.ts";
import type { RegisteredPeople } from "../domain/register/people-in.ts";
import { type RegisterRow, registerRowSchema } from "../domain/register/register-row.ts";
import type { Item, ItemStore, Write } from "../ports.ts";
import { caseKey } from "./keys.ts";
import { listedIn, listOf } from "./listings.ts";
import { everyItem } from "./pages.ts";

const person = z.object({ key: z.string(), name: z.string() }).readonly();
const people = z.object({ client: person.optional(), respondents: z.array(person).readonly() }).readonly();

const entry = z.object({
  row: registerRowSchema,
  people: people.optional(),
  /** What the row added to the totals, so that exactly that is taken away when it changes. */
  counted: z.record(z.string(), z.number()),
});

/** A row with the people in it; without `people` once erased. */
export interface RegisterEntry {
  readonly row: RegisterRow;
  readonly people?: RegisteredPeople | undefined;
  readonly counted: Numbers;
}

const keyOf = (organisation: string, caseId: string) => caseKey(organisation, caseId, "REGISTER");

/** A complaint in the register with the people in it, as it is now; `undefined` for a file of another kind. */
export async function readEntry(
  store: ItemStore,
  organisation: string,
  caseId: string,
): Promise<RegisterEntry | undefined> {
  const item = await store.get(keyOf(organisation, caseId));
  return item === undefined ? undefined : entry.parse(item);
}

/** The row of a complaint in the register; `undefined` for a file of another kind. */
export async function readRow(
  store: ItemStore,
  organisation: string,
  caseId: string,
): Promise<RegisterRow | undefined> {
  return (await readEntry(store, organisation, caseId))?.row;
}

/** All complaints filed in a local month, `2026-06`, oldest first: one query, without reading their files. */
export async function* entriesOfMonth(
  store: ItemStore,
  organisation: string,
  month: string,
): AsyncGenerator<RegisterEntry> {
  const query = { partition: listOf(organisation, `month:${month}`), index: "gsi1" } as const;
  for await (const item of everyItem(store, query)) yield entry.parse(item);
}

/** Puts the entry in its place; it stands in the list of its month itself. */
export function registered({ row, people, counted }: RegisterEntry): Write {
  const { organisation, caseId, month, filedAt } = row;
  const item: Item = {
    ...keyOf(organisation, caseId),
    ...listedIn(organisation, { list: `month:${month}`, sort: filedAt }, caseId),
    row: z.json().parse(JSON.parse(JSON.stringify(row))),
    ...(people !== undefined && { people: z.json().parse(JSON.parse(JSON.stringify(people))) }),
    counted,
  };
  return { put: item };
}
