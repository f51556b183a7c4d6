import type { Item, ItemStore, Query } from "../ports.ts";

/** Every item of a query, page by page. */
export async function* everyItem(store: ItemStore, query: Omit<Query, "cursor">): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const page = await store.query(cursor === undefined ? query : { ...query, cursor });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}
