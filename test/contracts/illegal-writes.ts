import type { Item, Value, Write } from "../../shared/ports.ts";

const put = (item: Partial<Item>): Write => ({ put: { pk: "case", sk: "1", ...item } });
const nested = (levels: number): Value => (levels === 0 ? "bottom" : [nested(levels - 1)]);
/** Names, keys and text together have this many bytes. */
const itemOf = (bytes: number, sk = "1"): Item => ({
  pk: "case",
  sk,
  text: "a".repeat(bytes - "pkcasesktext".length - sk.length),
});

/** Just within what DynamoDB takes. */
export const legalWrites: readonly { readonly title: string; readonly writes: readonly Write[] }[] = [
  { title: "100 writes", writes: Array.from({ length: 100 }, (_, at) => put({ sk: `${at}` })) },
  { title: "an item of 400 KB", writes: [{ put: itemOf(400 * 1024) }] },
  { title: "an item of 400 KB in letters of two bytes", writes: [put({ text: "é".repeat(200 * 1024 - 10) })] },
  { title: "keys as long as they may be", writes: [{ put: { pk: "p".repeat(2048), sk: "s".repeat(1024) } }] },
  { title: "the largest whole number", writes: [put({ number: Number.MAX_SAFE_INTEGER })] },
  { title: "a number close to zero", writes: [put({ number: 1e-130 })] },
  { title: "a list 31 deep", writes: [put({ list: nested(31) })] },
  { title: "empty text, list and map", writes: [put({ text: "", list: [], map: {} })] },
  { title: "a word that DynamoDB reserves", writes: [{ ...put({ status: "open" }), when: "absent" }] },
];

/**
 * What DynamoDB never takes. `strict` = DynamoDB Local takes it, yet it could not be read back the same, or it is not
 * said what AWS does.
 */
export const illegalWrites: readonly {
  readonly title: string;
  readonly writes: readonly Write[];
  readonly strict?: true;
}[] = [
  { title: "no write at all", writes: [] },
  { title: "101 writes", writes: Array.from({ length: 101 }, (_, at) => put({ sk: `${at}` })) },
  { title: "two writes for one key", writes: [put({}), { check: { pk: "case", sk: "1" }, when: "present" }] },
  { title: "an item of one byte over 400 KB", writes: [{ put: itemOf(400 * 1024 + 1) }] },
  {
    title: "items of over 4 MB together",
    writes: Array.from({ length: 11 }, (_, at) => ({ put: itemOf(400 * 1024, `${at}`) })),
  },
  { title: "an empty pk", writes: [put({ pk: "" })] },
  { title: "an empty sk", writes: [{ delete: { pk: "case", sk: "" } }] },
  { title: "an empty index key", writes: [put({ gsi1pk: "", gsi1sk: "1" })] },
  { title: "a pk too long", writes: [put({ pk: "p".repeat(2049) })] },
  { title: "an sk too long", writes: [put({ sk: "é".repeat(513) })] },
  { title: "an index key too long", writes: [put({ gsi1pk: "open", gsi1sk: "s".repeat(1025) })] },
  { title: "a number too large to be exact", writes: [put({ number: 2 ** 53 })] },
  { title: "a number that is none", writes: [put({ number: Number.NaN })] },
  { title: "a number too close to zero", writes: [put({ number: 1e-131 })] },
  { title: "a list too deep", writes: [put({ list: nested(32) })] },
  { title: "an attribute without a name", writes: [put({ "": "x" })] },
  { title: "a condition about nothing", writes: [{ ...put({}), when: {} }] },
  { title: "adding nothing", writes: [{ add: { pk: "case", sk: "1" }, numbers: {} }] },
  { title: "adding to a key", writes: [{ add: { pk: "case", sk: "1" }, numbers: { sk: 1 } }] },
  { title: "adding to an attribute without a name", writes: [{ add: { pk: "case", sk: "1" }, numbers: { "": 1 } }] },
  { title: "adding what is no number", writes: [{ add: { pk: "case", sk: "1" }, numbers: { n: Number.NaN } }] },
  { title: "adding a part of one", writes: [{ add: { pk: "case", sk: "1" }, numbers: { n: 0.1 } }], strict: true },
  { title: "adding to the place in the index", writes: [{ add: { pk: "case", sk: "1" }, numbers: { gsi1sk: 1 } }] },
  {
    title: "adding to more than 200 numbers",
    writes: [
      {
        add: { pk: "case", sk: "1" },
        numbers: Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`n${at}`, 1])),
      },
    ],
    strict: true,
  },
  { title: "half a surrogate pair", writes: [put({ text: "\ud83d" })], strict: true },
  {
    title: "a name that JavaScript swallows",
    writes: [{ put: JSON.parse('{"pk":"case","sk":"1","__proto__":"x"}') }],
    strict: true,
  },
];
