import { z } from "zod";
import type { Item, ItemStore, Write } from "../ports.ts";
import { caseKey, casePartition } from "./keys.ts";

/** What of a case somebody looked at. */
const seen = z.enum(["case", "task", "file", "mail", "registered", "person"]);

const view = z.object({
  at: z.iso.datetime(),
  /** The colleague's id in the procedure. */
  person: z.string(),
  what: seen,
});

/** One look at a case through the desk. */
export type View = z.infer<typeof view>;

export interface NewView extends View {
  readonly organisation: string;
  readonly caseId: string;
  readonly viewId: string;
}

/** Views are kept beside the events, not among them: looking changes nothing in a case. */
export function viewWrite({ organisation, caseId, viewId, at, person, what }: NewView): Write {
  const item: Item = { ...caseKey(organisation, caseId, `VIEW#${at}#${viewId}`), at, person, what };
  return { put: item };
}

/** Who looked at a case, newest first; at most `limit`. */
export async function viewsOf(
  items: ItemStore,
  organisation: string,
  caseId: string,
  limit: number,
): Promise<readonly View[]> {
  const partition = casePartition(organisation, caseId);
  const page = await items.query({ partition, prefix: "VIEW#", descending: true, limit });
  return page.items.map((item) => view.parse(item));
}

/** Who registered a case at the desk: the first to have seen it. */
export async function registrarOf(items: ItemStore, organisation: string, caseId: string): Promise<string | undefined> {
  const page = await items.query({ partition: casePartition(organisation, caseId), prefix: "VIEW#", limit: 1 });
  const first = page.items.map((item) => view.parse(item)).at(0);
  return first?.what === "registered" ? first.person : undefined;
}
