import { z } from "zod";
import type { Listing } from "../domain/register/listing.ts";
import type { Item, ItemStore, Write } from "../ports.ts";
import { caseKey } from "./keys.ts";
import { everyItem } from "./pages.ts";

/** A file in a list. */
export interface ListedFile {
  readonly caseId: string;
  readonly sort: string;
  /** What of the file it is, such as the id of a task. */
  readonly name?: string | undefined;
}

/** A part of a list in its order. */
export interface ListQuery {
  /** Which list, such as `open`, `owner:role:director`, `month:2026-06`. */
  readonly list: string;
  /** Only what sorts with this at its beginning. */
  readonly prefix?: string;
  readonly descending?: boolean;
  /** 1 to 1000. */
  readonly limit: number;
  /** Where the page before this one ended. */
  readonly cursor?: string;
}

/** One page of a list; `cursor` is there when there may be more. */
export interface ListPage {
  readonly entries: readonly ListedFile[];
  readonly cursor?: string;
}

/**
 * A page of a list of files. What it costs depends on the page, not on how many files there are. A list may lag behind what was just
 * written by a moment.
 */
export async function listFiles(store: ItemStore, organisation: string, query: ListQuery): Promise<ListPage> {
  const { list, ...page } = query;
  const found = await store.query({ ...page, partition: listOf(organisation, list), index: "gsi1" });
  const entries = found.items.map(({ gsi1sk = "", ...item }): ListedFile => {
    const { caseId, name } = place.parse(item["place"]);
    const sort = gsi1sk.slice(0, -(name.length + caseId.length + 2));
    return { caseId, sort, ...(name !== "" && { name }) };
  });
  return found.cursor === undefined ? { entries } : { entries, cursor: found.cursor };
}

/** The partition of a list in the index. */
export const listOf = (organisation: string, list: string) => `LIST#${organisation}#${list}`;

/** What puts an item of a file into a list. */
export function listedIn(organisation: string, { list, sort, name = "" }: Listing, caseId: string) {
  return {
    gsi1pk: listOf(organisation, list),
    gsi1sk: `${sort}#${caseId}#${name}`,
    place: { caseId, name },
  };
}

const place = z.object({ caseId: z.string(), name: z.string() });

const prefix = "LIST#";

/** The items that place a file in lists, as they are in the table. */
export function readListings(store: ItemStore, organisation: string, caseId: string): Promise<readonly Item[]> {
  const { pk } = caseKey(organisation, caseId, "");
  return Array.fromAsync(everyItem(store, { partition: pk, prefix }));
}

/**
 * What has to be written so that a file stands in these lists and in no other: first what has to go, then the others in their order. It
 * compares with what is in the table, so that whatever was left out before is made good.
 */
export function listingWrites(
  organisation: string,
  caseId: string,
  before: readonly Item[],
  after: readonly Listing[],
): readonly Write[] {
  const wanted = new Map(after.map((one) => [sortOf(one), one]));
  const known = new Map(before.map((item) => [item.sk, item.gsi1sk]));
  const gone = before.filter(({ sk }) => !wanted.has(sk)).map(({ pk, sk }): Write => ({ delete: { pk, sk } }));
  const fresh = [...wanted].flatMap(([sk, listing]): readonly Write[] => {
    const placed = listedIn(organisation, listing, caseId);
    if (known.get(sk) === placed.gsi1sk) return [];
    return [{ put: { ...caseKey(organisation, caseId, sk), ...placed } }];
  });
  return [...gone, ...fresh];
}

const sortOf = ({ list, name = "" }: Listing) => `${prefix}${list}#${name}`;
