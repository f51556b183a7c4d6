import fc from "fast-check";
import { expect, test } from "vitest";
import { keyOf } from "../../shared/aws/table-limits.ts";
import {
  type Condition,
  ConditionFailed,
  type Item,
  type ItemStore,
  type Query,
  type Write,
} from "../../shared/ports.ts";
import { TableModel } from "./item-store-model.ts";
import { type Subject, walk } from "./item-store-subject.ts";

/** The same cases every day, so that a failure is of the change and not of chance. */
const seed = 20260105;

/** Any text a key can hold, and often such as differ between UTF-8 and UTF-16 order, or end where a prefix must not. */
const keyText = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 6 }),
  fc.string({
    unit: fc.constantFrom("a", "b", "\0", "é", "\ud7ff", "\ue000", "\uffff", "\u{10000}", "\u{10ffff}"),
    minLength: 1,
    maxLength: 4,
  }),
);
const few = <Text extends string>(...texts: Text[]) => fc.constantFrom(...texts);
const condition: fc.Arbitrary<Condition | undefined> = fc.oneof(
  fc.constant(undefined),
  few("absent", "present"),
  fc.record({ version: fc.integer({ min: 0, max: 1 }) }),
);
const key = fc.record({ pk: few("p", "q"), sk: few("a", "b", "\uffff", "\u{10000}") });
const item: fc.Arbitrary<Item> = fc.oneof(
  fc.record({ pk: few("p", "q"), sk: few("a", "b", "\uffff", "\u{10000}"), version: fc.integer({ min: 0, max: 1 }) }),
  fc.record({
    pk: few("p", "q"),
    sk: few("a", "b"),
    version: fc.constant(1),
    gsi1pk: few("p", "q"),
    gsi1sk: few("1", "2"),
  }),
);
const guarded = <Kind extends object>(write: Kind, when: Condition | undefined) =>
  when === undefined ? write : { ...write, when };
const write: fc.Arbitrary<Write> = fc.oneof(
  fc.tuple(item, condition).map(([put, when]) => guarded({ put }, when)),
  fc.tuple(key, condition).map(([gone, when]) => guarded({ delete: gone }, when)),
  fc
    .tuple(key, condition, fc.dictionary(few("version", "other"), fc.integer({ min: -1, max: 2 }), { minKeys: 1 }))
    .map(([add, when, numbers]) => guarded({ add, numbers }, when)),
  fc.tuple(key, few("absent", "present")).map(([check, when]) => ({ check, when })),
);
const keyed = (one: Write) => {
  const { pk, sk } = keyOf(one);
  return JSON.stringify([pk, sk]);
};
const transaction = fc.uniqueArray(write, { minLength: 1, maxLength: 4, selector: keyed });

async function failures(store: ItemStore, writes: readonly Write[]): Promise<readonly number[]> {
  try {
    await store.transact(writes);
    return [];
  } catch (error) {
    if (error instanceof ConditionFailed) return error.failed;
    throw error;
  }
}

const bySortKeyThenKey = (items: readonly Item[]) =>
  items.map(({ gsi1sk, pk, sk }) => JSON.stringify([gsi1sk, pk, sk])).toSorted();

/** What `ItemStore` promises, for whatever is written. */
export function itemStoreProperties(subject: Subject): void {
  test("does what the model does, transaction after transaction", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(transaction, { maxLength: 8 }), async (transactions) => {
        const store = await subject.open();
        const model = new TableModel();

        for (const writes of transactions) expect(await failures(store, writes)).toEqual(model.transact(writes));

        for (const partition of ["p", "q"]) {
          expect(await walk(store, { partition })).toEqual(model.query({ partition }));
          const query: Query = { partition, index: "gsi1", limit: 1 };
          const found = await walk(store, query);
          expect(found.map(({ gsi1sk }) => gsi1sk)).toEqual(model.query(query).map(({ gsi1sk }) => gsi1sk));
          expect(bySortKeyThenKey(found)).toEqual(bySortKeyThenKey(model.query(query)));
        }
      }),
      { seed, numRuns: subject.runs },
    );
  });

  test("sorts by UTF-8 bytes and takes any prefix, both ways, page by page", async () => {
    const store = await subject.open();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(keyText, { minLength: 1, maxLength: 12 }),
        fc.oneof(fc.constant(""), keyText),
        fc.boolean(),
        fc.integer({ min: 1, max: 5 }),
        async (sorts, other, descending, limit) => {
          const partition = `run ${++run}`;
          const model = new TableModel();
          const writes = sorts.map((sk): Write => ({ put: { pk: partition, sk, gsi1pk: partition, gsi1sk: sk } }));
          model.transact(writes);
          await store.transact(writes);

          for (const prefix of [other, sorts[0]?.slice(0, 1).toWellFormed() ?? "", ...sorts.slice(0, 2)]) {
            for (const place of [{}, { index: "gsi1" }] as const) {
              const query: Query = { partition, prefix, descending, limit, ...place };
              expect((await walk(store, query)).map(({ sk }) => sk)).toEqual(model.query(query).map(({ sk }) => sk));
            }
          }
        },
      ),
      { seed, numRuns: subject.runs },
    );
  });

  test("shows each item that stays exactly once to whoever walks, while others write", async () => {
    const store = await subject.open();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 2, maxLength: 20 }),
        fc.array(fc.record({ at: fc.integer({ min: 0, max: 99 }), isPut: fc.boolean() }), { maxLength: 10 }),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        async (numbers, changes, limit, descending) => {
          const partition = `run ${++run}`;
          // Ten share an index key, so that a page also ends in the middle of equal ones.
          const at = (number: number): Item => ({
            pk: partition,
            sk: `${100 + number}`,
            gsi1pk: partition,
            gsi1sk: `${Math.floor(number / 10)}`,
          });
          await store.transact(numbers.map((number) => ({ put: at(number) })));
          const touched = new Set(changes.map((change) => change.at));
          const staying = numbers.filter((number) => !touched.has(number)).map((number) => at(number).sk);

          for (const place of [{}, { index: "gsi1" }] as const) {
            const pending = [...changes];
            const seen = await walk(store, { partition, limit, descending, ...place }, async () => {
              const change = pending.shift();
              if (change !== undefined)
                await store.transact([change.isPut ? { put: at(change.at) } : { delete: at(change.at) }]);
            });
            const sorts = seen.map(({ sk }) => sk);
            expect(sorts.filter((sk) => staying.includes(sk)).toSorted()).toEqual(staying.toSorted());
            expect(new Set(sorts).size).toBe(sorts.length);
          }
        },
      ),
      { seed, numRuns: subject.runs },
    );
  });

  test("lets exactly one of many win who put the same new item at once", async () => {
    const store = await subject.open();

    const writers = Array.from({ length: 8 }, (_, writer) =>
      failures(store, [{ put: { pk: "p", sk: "1", writer }, when: "absent" }]),
    );

    const outcomes = await Promise.all(writers);
    expect(outcomes.filter((failed) => failed.length === 0)).toHaveLength(1);
    expect(await store.get({ pk: "p", sk: "1" })).toMatchObject({
      writer: outcomes.findIndex((failed) => failed.length === 0),
    });
  });

  test("loses no step of a counter that several raise at once, each from the version it saw", async () => {
    const store = await subject.open();
    const counter = { pk: "p", sk: "counter" };
    await store.transact([{ put: { ...counter, version: 0 } }]);
    const raise = async (): Promise<void> => {
      const seen = Number((await store.get(counter))?.["version"]);
      const failed = await failures(store, [{ put: { ...counter, version: seen + 1 }, when: { version: seen } }]);
      if (failed.length > 0) await raise();
    };

    await Promise.all(Array.from({ length: 6 }, raise));

    expect(await store.get(counter)).toEqual({ ...counter, version: 6 });
  });
}
