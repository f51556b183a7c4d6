import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SqliteItemStore } from "../../local/adapters/item-store.ts";
import { DynamoItemStore } from "../../shared/aws/item-store.ts";
import type { Item, ItemStore, Query } from "../../shared/ports.ts";
import type { DynamoDbLocal } from "../support/dynamodb-local.ts";

/** One adapter under the contract: `open` gives an empty store. */
export interface Subject {
  readonly title: string;
  /** Cases of each property: fewer where each takes longer. */
  readonly runs: number;
  open(): Promise<ItemStore>;
  close(): Promise<void>;
}

export function sqliteSubject(): Subject {
  const folder = mkdtempSync(join(tmpdir(), "wederhoor-"));
  const stores: SqliteItemStore[] = [];
  return {
    title: "on SQLite",
    runs: 150,
    open: async () => {
      const store = new SqliteItemStore(join(folder, `${stores.length}.sqlite`));
      stores.push(store);
      return store;
    },
    close: async () => {
      for (const store of stores) store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export function dynamoSubject(local: DynamoDbLocal): Subject {
  return {
    title: "on DynamoDB Local",
    runs: 15,
    open: async () => new DynamoItemStore({ client: local.client, table: await local.newTable() }),
    close: () => local.stop(),
  };
}

/** Everything a query gives, page after page. */
export async function walk(
  store: ItemStore,
  query: Query,
  betweenPages: () => Promise<void> = async () => {},
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let page = await store.query(query);
  items.push(...page.items);
  while (page.cursor !== undefined) {
    await betweenPages();
    page = await store.query({ ...query, cursor: page.cursor });
    items.push(...page.items);
  }
  return items;
}
