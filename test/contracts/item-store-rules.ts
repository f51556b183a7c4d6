import { expect, test } from "vitest";
import { type Condition, ConditionFailed, type Item, type ItemStore, type Write } from "../../shared/ports.ts";
import { illegalWrites, legalWrites } from "./illegal-writes.ts";
import type { Subject } from "./item-store-subject.ts";
import { walk } from "./item-store-subject.ts";

const key = { pk: "CASE#sterker#1", sk: "EVENT#000001" };
const item: Item = {
  ...key,
  type: "registered",
  version: 3,
  isOpen: true,
  closedAt: null,
  nested: { list: [1, "two", [null, { three: 3.5 }]], empty: {} },
};

/** What `ItemStore` promises, said by example. */
export function itemStoreRules(subject: Subject): void {
  test("gives back what was put, and nothing for what was not", async () => {
    const store = await subject.open();

    await store.transact([{ put: item }]);

    expect(await store.get(key)).toEqual(item);
    expect(await store.get({ ...key, sk: "EVENT#000002" })).toBeUndefined();
  });

  test("leaves out attributes that are undefined", async () => {
    const store = await subject.open();

    await store.transact([{ put: { ...key, closedAt: undefined } }]);

    expect(Object.keys((await store.get(key)) ?? {}).toSorted()).toEqual(["pk", "sk"]);
  });

  test("replaces the whole item, in the index too", async () => {
    const store = await subject.open();

    await store.transact([{ put: { ...item, gsi1pk: "OPEN", gsi1sk: "1" } }]);
    await store.transact([{ put: { ...key, version: 4 } }]);

    expect(await store.get(key)).toEqual({ ...key, version: 4 });
    expect(await store.query({ partition: "OPEN", index: "gsi1" })).toEqual({ items: [] });
  });

  test("deletes, and does not mind when nothing is there", async () => {
    const store = await subject.open();
    await store.transact([{ put: item }]);

    await store.transact([{ delete: key }]);
    await store.transact([{ delete: key }]);

    expect(await store.get(key)).toBeUndefined();
  });

  const conditions: readonly { title: string; when: Condition; there: boolean; holds: boolean }[] = [
    { title: "absent, of nothing", when: "absent", there: false, holds: true },
    { title: "absent, of an item", when: "absent", there: true, holds: false },
    { title: "present, of nothing", when: "present", there: false, holds: false },
    { title: "present, of an item", when: "present", there: true, holds: true },
    { title: "the same values", when: { version: 3, type: "registered", isOpen: true }, there: true, holds: true },
    { title: "one other value", when: { version: 4, type: "registered" }, there: true, holds: false },
    { title: "the same digits as text", when: { version: "3" }, there: true, holds: false },
    { title: "values of nothing", when: { version: 3 }, there: false, holds: false },
    { title: "an attribute it has not", when: { owner: "x" }, there: true, holds: false },
    { title: "an attribute that every object inherits", when: { toString: "x" }, there: true, holds: false },
    { title: "a value where null is", when: { closedAt: false }, there: true, holds: false },
    { title: "its key", when: { sk: "EVENT#000001" }, there: true, holds: true },
  ];
  const kinds: readonly { kind: string; write: (when: Condition) => Write }[] = [
    { kind: "put", write: (when) => ({ put: item, when }) },
    { kind: "delete", write: (when) => ({ delete: key, when }) },
    { kind: "check", write: (when) => ({ check: key, when }) },
    { kind: "add", write: (when) => ({ add: key, numbers: { version: 1 }, when }) },
  ];
  const rows = kinds.flatMap(({ kind, write }) => conditions.map((row) => ({ ...row, kind, write: write(row.when) })));

  test.each(rows)("condition of a $kind: $title → $holds", async ({ write, there, holds }) => {
    const store = await subject.open();
    if (there) await store.transact([{ put: item }]);

    const done = store.transact([{ put: { pk: "other", sk: "1" } }, write]);

    if (holds) await done;
    else await expect(done).rejects.toEqual(new ConditionFailed([1]));
  });

  test("adds to the numbers of an item, and leaves its place in the index and what else it holds", async () => {
    const store = await subject.open();
    const place = { gsi1pk: "OPEN", gsi1sk: "1" };
    await store.transact([{ put: { ...item, ...place } }]);

    await store.transact([{ add: key, numbers: { version: 2, "category:teaching": 1, status: -1 } }]);
    await store.transact([{ add: key, numbers: { version: -6, "category:teaching": 0 } }]);

    const sum = { ...item, ...place, version: -1, "category:teaching": 1, status: -1 };
    expect(await store.get(key)).toEqual(sum);
    expect(await store.query({ partition: "OPEN", index: "gsi1" })).toEqual({ items: [sum] });
  });

  test("begins at zero where nothing is", async () => {
    const store = await subject.open();

    await store.transact([{ add: key, numbers: { complaints: 1, open: 0 } }]);

    expect(await store.get(key)).toEqual({ ...key, complaints: 1, open: 0 });
  });

  test("adds up to 200 numbers at once", async () => {
    const store = await subject.open();
    const numbers = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`course:number-${at}`, at + 1]));

    await store.transact([{ add: key, numbers }]);

    expect(await store.get(key)).toEqual({ ...key, ...numbers });
  });

  test("counts everybody who adds at the same moment", async () => {
    const store = await subject.open();
    const one = (at: number): readonly Write[] => [
      { put: { pk: "case", sk: `${at}` }, when: "absent" },
      { add: key, numbers: { complaints: 1 } },
    ];

    await Promise.all([1, 2, 3, 4].map((at) => store.transact(one(at))));

    expect(await store.get(key)).toEqual({ ...key, complaints: 4 });
  });

  test("adds nothing when a condition beside it does not hold", async () => {
    const store = await subject.open();
    await store.transact([{ put: item }]);

    const done = store.transact([
      { add: key, numbers: { version: 1 } },
      { check: { ...key, sk: "other" }, when: "present" },
    ]);

    await expect(done).rejects.toEqual(new ConditionFailed([1]));
    expect(await store.get(key)).toEqual(item);
  });

  test("does not add to what is no number, and writes nothing", async () => {
    const store = await subject.open();
    await store.transact([{ put: item }]);

    await expect(
      store.transact([{ delete: { ...key, sk: "x" } }, { add: key, numbers: { type: 1 } }]),
    ).rejects.toThrow();

    expect(await store.get(key)).toEqual(item);
  });

  test("names every condition that failed and writes nothing", async () => {
    const store = await subject.open();
    await store.transact([{ put: item }]);

    const done = store.transact([
      { put: { ...key, sk: "a" } },
      { put: item, when: "absent" },
      { delete: { ...key, sk: "b" } },
      { check: { ...key, sk: "c" }, when: "present" },
    ]);

    await expect(done).rejects.toEqual(new ConditionFailed([1, 3]));
    expect(await walk(store, { partition: key.pk })).toEqual([item]);
  });

  test.each(legalWrites)("takes $title", async ({ writes }) => {
    const store = await subject.open();

    await store.transact(writes);

    const puts = writes.flatMap((write) => ("put" in write ? [write.put] : []));
    expect(await Promise.all(puts.map((put) => store.get(put)))).toEqual(puts);
  });

  test.each(illegalWrites)("refuses $title", async ({ writes }) => {
    const store = await subject.open();

    await expect(store.transact(writes)).rejects.toMatchObject({ name: "WritesRefused" });

    expect(await walk(store, { partition: "case" })).toEqual([]);
  });

  pagesRules(subject);
}

function pagesRules(subject: Subject): void {
  const numbered = (count: number) =>
    Array.from(
      { length: count },
      (_, at): Item => ({ pk: "p", sk: `${at}`.padStart(4, "0"), gsi1pk: "g", gsi1sk: "tie" }),
    );
  const fill = async (store: ItemStore, items: readonly Item[]) => {
    for (let at = 0; at < items.length; at += 100) {
      await store.transact(items.slice(at, at + 100).map((put) => ({ put })));
    }
  };

  test("gives an empty page for a partition that is not there", async () => {
    const store = await subject.open();

    expect(await store.query({ partition: "nobody" })).toEqual({ items: [] });
    expect(await store.query({ partition: "nobody", index: "gsi1" })).toEqual({ items: [] });
  });

  test("gives 100 items a page unless asked otherwise, at most 1000", async () => {
    const store = await subject.open();
    await fill(store, numbered(1001));

    const sizes = [undefined, 7, 1000].map(async (limit) => {
      const page = await store.query(limit === undefined ? { partition: "p" } : { partition: "p", limit });
      return page.items.length;
    });

    expect(await Promise.all(sizes)).toEqual([100, 7, 1000]);
    expect(await walk(store, { partition: "p", limit: 999 })).toHaveLength(1001);
  });

  test.each([0, -1, 1001, 1.5, Number.NaN])("refuses a page of %d items", async (limit) => {
    const store = await subject.open();

    await expect(store.query({ partition: "p", limit })).rejects.toThrow(RangeError);
  });

  test("ends a page near 1 MB, with a cursor to the rest", async () => {
    const store = await subject.open();
    const items = numbered(8).map((put) => ({ ...put, text: "a".repeat(300_000) }));
    await fill(store, items);

    const page = await store.query({ partition: "p" });

    expect(page.items).toHaveLength(4);
    expect((await walk(store, { partition: "p" })).map(({ sk }) => sk)).toEqual(items.map(({ sk }) => sk));
  });

  test("leaves an item with half an index key out of the index", async () => {
    const store = await subject.open();
    await store.transact([
      { put: { pk: "p", sk: "1", gsi1pk: "g" } },
      { put: { pk: "p", sk: "2", gsi1sk: "1" } },
      { put: { pk: "p", sk: "3", gsi1pk: "g", gsi1sk: "1" } },
    ]);

    expect((await walk(store, { partition: "g", index: "gsi1" })).map(({ sk }) => sk)).toEqual(["3"]);
  });

  test("refuses a cursor that somebody made up or took from another query", async () => {
    const store = await subject.open();
    await fill(store, numbered(3));
    const { cursor = "" } = await store.query({ partition: "p", limit: 1 });
    const made = Buffer.from('{"pk":"q","sk":"0000"}').toString("base64url");

    const attempts = [
      { partition: "p", cursor: "nonsense" },
      { partition: "p", cursor: "" },
      { partition: "p", cursor: made },
      { partition: "q", cursor },
      { partition: "g", index: "gsi1", cursor } as const,
      { partition: "p", prefix: "1", cursor },
    ];

    for (const attempt of attempts) {
      await expect(store.query(attempt)).rejects.toMatchObject({ name: "InvalidCursor" });
    }
  });

  test("says nothing readable in a cursor's alphabet but letters, digits, - and _", async () => {
    const store = await subject.open();
    await fill(store, numbered(2));

    const { cursor } = await store.query({ partition: "g", index: "gsi1", limit: 1 });

    expect(cursor).toMatch(/^[\w-]+$/);
  });
}
