import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { z } from "zod";
import { cursorAt, positionOf } from "../../shared/aws/cursor.ts";
import { storedItem } from "../../shared/aws/stored-item.ts";
import { keyOf, limits, pageLimit, refuseIllegal, sizeOf } from "../../shared/aws/table-limits.ts";
import {
  type Condition,
  ConditionFailed,
  type Item,
  type ItemStore,
  type Key,
  type Page,
  type Query,
  StoreUnavailable,
  type Value,
  type Write,
} from "../../shared/ports.ts";
import { inTransaction, isPassingFault, openDatabase } from "./database.ts";
import { firstAfterPrefix } from "./key-order.ts";

const schema = `
  CREATE TABLE IF NOT EXISTS items (
    pk TEXT NOT NULL COLLATE BINARY,
    sk TEXT NOT NULL COLLATE BINARY,
    gsi1pk TEXT COLLATE BINARY,
    gsi1sk TEXT COLLATE BINARY,
    body TEXT NOT NULL,
    PRIMARY KEY (pk, sk)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS gsi1 ON items (gsi1pk, gsi1sk, pk, sk) WHERE gsi1pk IS NOT NULL AND gsi1sk IS NOT NULL;
`;

const rowSchema = z.object({ body: z.string() });

/** Told after a commit which items it put, as they are in the store. Must not throw. */
export type CommitListener = (items: readonly Item[]) => void;

/** The single table on one SQLite file. Refuses what DynamoDB refuses and pages as it does, at 1 MB. */
export class SqliteItemStore implements ItemStore {
  readonly #database: DatabaseSync;
  readonly #listeners = new Set<CommitListener>();

  /** `file` is a path, made when missing, or ":memory:". */
  constructor(file: string) {
    this.#database = openDatabase(file, schema);
  }

  /**
   * Plays the part of DynamoDB Streams. The listener runs synchronously after the commit and before `transact` resolves,
   * so that work it starts is counted before anyone can see the process idle. Returns how to stop listening.
   */
  onCommitted(listener: CommitListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async get(key: Key): Promise<Item | undefined> {
    return available(() => this.#read(key));
  }

  async query(query: Query): Promise<Page> {
    const limit = pageLimit(query);
    const { sql, values } = selection(query);
    return available(() => {
      const items: Item[] = [];
      let size = 0;
      for (const row of this.#database.prepare(sql).iterate(...values)) {
        const last = items.at(-1);
        if (last !== undefined && (items.length === limit || size > limits.page)) {
          return { items, cursor: cursorAt(position(query, last)) };
        }
        const item = storedItem(JSON.parse(rowSchema.parse(row).body));
        items.push(item);
        size += sizeOf(item);
      }
      return { items };
    });
  }

  async transact(writes: readonly Write[]): Promise<void> {
    refuseIllegal(writes);
    const bodies = writes.flatMap((write) =>
      "put" in write ? [{ item: write.put, body: JSON.stringify(write.put) }] : [],
    );
    const added = available(() =>
      inTransaction(this.#database, () => {
        const failed = writes.flatMap((write, at) => (holds(write.when, this.#read(keyOf(write))) ? [] : [at]));
        if (failed.length > 0) throw new ConditionFailed(failed);
        for (const write of writes) if ("delete" in write) this.#delete(write.delete);
        for (const { item, body } of bodies) this.#put(item, body);
        return writes.flatMap((write) => ("add" in write ? [this.#add(write.add, write.numbers)] : []));
      }),
    );
    this.#tell([...bodies.map(({ body }) => body), ...added]);
  }

  /**
   * Writes the file anew, without what deleted items left in pages that moved and in the log. Takes as long as copying it: for after erasing.
   */
  compact(): void {
    this.#database.exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
  }

  close(): void {
    this.#database.close();
  }

  #read({ pk, sk }: Key): Item | undefined {
    const row = this.#database.prepare("SELECT body FROM items WHERE pk = ? AND sk = ?").get(pk, sk);
    return row === undefined ? undefined : storedItem(JSON.parse(rowSchema.parse(row).body));
  }

  #put(item: Item, body: string): void {
    this.#database
      .prepare("INSERT OR REPLACE INTO items (pk, sk, gsi1pk, gsi1sk, body) VALUES (?, ?, ?, ?, ?)")
      .run(item.pk, item.sk, item.gsi1pk ?? null, item.gsi1sk ?? null, body);
  }

  /** Returns the item as it is now. Refused where DynamoDB would refuse: what is there is no number. */
  #add({ pk, sk }: Key, numbers: Readonly<Record<string, number>>): string {
    const item: Record<string, Value | undefined> & Key = { ...this.#read({ pk, sk }), pk, sk };
    for (const [name, number] of Object.entries(numbers)) {
      const known = item[name] ?? 0;
      if (typeof known !== "number") throw new TypeError(`Attribute ${name} of ${pk} ${sk} holds no number.`);
      item[name] = known + number;
    }
    const body = JSON.stringify(item);
    this.#put(item, body);
    return body;
  }

  #delete({ pk, sk }: Key): void {
    this.#database.prepare("DELETE FROM items WHERE pk = ? AND sk = ?").run(pk, sk);
  }

  #tell(bodies: readonly string[]): void {
    if (bodies.length === 0) return;
    for (const listener of this.#listeners) {
      try {
        listener(bodies.map((body) => storedItem(JSON.parse(body))));
      } catch (error) {
        // The write stands, so the caller must not hear of a failure; but a bug must not pass in silence either.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}

function available<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (isPassingFault(error)) throw new StoreUnavailable("SQLite could not do it now.", { cause: error });
    throw error;
  }
}

function holds(condition: Condition | undefined, current: Item | undefined): boolean {
  if (condition === undefined) return true;
  if (condition === "absent") return current === undefined;
  if (condition === "present") return current !== undefined;
  return Object.entries(condition).every(([name, value]) => current?.[name] === value);
}

/** Only the keys of what was read: an item of the table has index keys too, which a cursor of the table does not name. */
function position(query: Query, { pk, sk, gsi1pk, gsi1sk }: Item) {
  return query.index === "gsi1" ? { pk, sk, gsi1pk, gsi1sk } : { pk, sk };
}

/** Ties in the index are settled by the table's key, so that a cursor never skips or repeats. */
function selection(query: Query): { sql: string; values: SQLInputValue[] } {
  const [partition, sort] = query.index === "gsi1" ? ["gsi1pk", "gsi1sk"] : ["pk", "sk"];
  const order = query.index === "gsi1" ? ["gsi1sk", "pk", "sk"] : ["sk"];
  const prefix = query.prefix ?? "";
  const end = firstAfterPrefix(prefix);
  const start = positionOf(query);
  const conditions: [string, ...SQLInputValue[]][] = [
    [`${partition} = ?`, query.partition],
    [`${sort} IS NOT NULL`],
    [`${sort} >= ?`, prefix],
  ];
  if (end !== undefined) conditions.push([`${sort} < ?`, end]);
  if (start !== undefined) {
    const after = query.index === "gsi1" ? [start.gsi1sk ?? "", start.pk, start.sk] : [start.sk];
    const marks = order.map(() => "?").join(", ");
    conditions.push([`(${order.join(", ")}) ${query.descending ? "<" : ">"} (${marks})`, ...after]);
  }
  const where = conditions.map(([sql]) => sql).join(" AND ");
  const sorted = order.map((column) => (query.descending ? `${column} DESC` : column)).join(", ");
  return {
    sql: `SELECT body FROM items WHERE ${where} ORDER BY ${sorted}`,
    values: conditions.flatMap(([, ...values]) => values),
  };
}
