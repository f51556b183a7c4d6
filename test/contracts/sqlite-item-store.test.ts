import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, test } from "vitest";
import { SqliteItemStore } from "../../local/adapters/item-store.ts";
import { ConditionFailed, type Item, StoreUnavailable } from "../../shared/ports.ts";

const folder = mkdtempSync(join(tmpdir(), "wederhoor-"));
const open: SqliteItemStore[] = [];
let files = 0;

afterAll(() => {
  for (const store of open) store.close();
  rmSync(folder, { recursive: true });
});

function setup() {
  const file = join(folder, `${++files}.sqlite`);
  const reopen = () => {
    const store = new SqliteItemStore(file);
    open.push(store);
    return store;
  };
  const store = reopen();
  const told: (readonly Item[])[] = [];
  const stop = store.onCommitted((items) => told.push(items));
  return { file, store, told, stop, reopen };
}

const letter = { pk: "OUTBOX#sterker", sk: "1", to: "task-1" };
const event = { pk: "CASE#sterker#1", sk: "EVENT#000001", closedAt: undefined };

describe("Whoever listens to the embedded store", () => {
  test("is told what a transaction put, as it is stored, before the writer goes on", async () => {
    const { store, told } = setup();
    await store.transact([{ put: { pk: "old", sk: "1" } }]);

    const done = store.transact([{ put: letter }, { delete: { pk: "old", sk: "1" } }, { put: event }]);

    expect(told.slice(1)).toEqual([[letter, { pk: event.pk, sk: event.sk }]]);
    await done;
  });

  test("is told what was added to, as it is then", async () => {
    const { store, told } = setup();
    await store.transact([{ add: letter, numbers: { attempts: 1 } }]);

    await store.transact([{ add: letter, numbers: { attempts: 2 } }]);

    expect(told.at(-1)).toEqual([{ pk: letter.pk, sk: letter.sk, attempts: 3 }]);
  });

  test("finds in the store what it is told of", async () => {
    const { store } = setup();
    const found: Promise<Item | undefined>[] = [];
    store.onCommitted((items) => found.push(...items.map((item) => store.get(item))));

    await store.transact([{ put: letter }]);

    expect(await Promise.all(found)).toEqual([letter]);
  });

  test("may write in turn", async () => {
    const { store } = setup();
    const written: Promise<void>[] = [];
    store.onCommitted((items) => {
      if (items.some(({ pk }) => pk === letter.pk)) written.push(store.transact([{ put: { pk: "sent", sk: "1" } }]));
    });

    await store.transact([{ put: letter }]);
    await Promise.all(written);

    expect(await store.get({ pk: "sent", sk: "1" })).toEqual({ pk: "sent", sk: "1" });
  });

  test("hears nothing of what was not written, of deletes and checks, or after it stopped listening", async () => {
    const { store, told, stop } = setup();

    await expect(store.transact([{ put: letter }, { check: event, when: "present" }])).rejects.toThrow(ConditionFailed);
    await store.transact([{ delete: letter }, { check: event, when: "absent" }]);
    stop();
    await store.transact([{ put: letter }]);

    expect(told).toEqual([]);
  });
});

describe("The file of the embedded store", () => {
  test("has everything that was written, for the next process", async () => {
    const { store, reopen } = setup();
    await store.transact([{ put: letter }]);

    expect(await reopen().get(letter)).toEqual(letter);
  });

  test("gives StoreUnavailable while another process holds it, with nothing written", async () => {
    const { file, store } = setup();
    const other = new DatabaseSync(file);
    other.exec("BEGIN IMMEDIATE");

    await expect(store.transact([{ put: letter }])).rejects.toBeInstanceOf(StoreUnavailable);

    other.exec("ROLLBACK");
    other.close();
    expect(await store.get(letter)).toBeUndefined();
    await store.transact([{ put: letter }]);
  });
});
