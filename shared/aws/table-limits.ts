import { type Item, type Key, mostWrites, type Query, type Value, type Write } from "../ports.ts";

/** A transaction that DynamoDB never accepts. A bug of the caller, hence no retry; both editions refuse it alike. */
export class WritesRefused extends Error {
  override readonly name = "WritesRefused";
}

/** Limits of DynamoDB: docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html. Sizes in bytes. */
export const limits = {
  writes: mostWrites,
  item: 400 * 1024,
  transaction: 4 * 1024 * 1024,
  page: 1024 * 1024,
  partitionKey: 2048,
  sortKey: 1024,
  /** Lists and maps within an attribute; DynamoDB's 32 counts the item itself. */
  depth: 31,
  smallestNumber: 1e-130,
  /** Numbers that one write adds to: an expression is at most 4 KB. */
  added: 200,
} as const;

const bytes = (text: string) => Buffer.byteLength(text, "utf8");

/** The key that a write is about. */
export function keyOf(write: Write): Key {
  if ("put" in write) return write.put;
  if ("delete" in write) return write.delete;
  return "add" in write ? write.add : write.check;
}

/** @throws {WritesRefused} when DynamoDB would not take these writes, whatever is in the table. */
export function refuseIllegal(writes: readonly Write[]): void {
  if (writes.length < 1 || writes.length > limits.writes) {
    throw new WritesRefused(`A transaction has 1 to ${limits.writes} writes, not ${writes.length}.`);
  }
  const seen = new Set<string>();
  let total = 0;
  for (const [position, write] of writes.entries()) {
    const { pk, sk } = keyOf(write);
    const problem = problemOf(write);
    if (problem !== undefined) throw new WritesRefused(`Write ${position}: ${problem}.`);
    const identity = JSON.stringify([pk, sk]);
    if (seen.has(identity)) throw new WritesRefused(`Write ${position}: a transaction has one write per key.`);
    seen.add(identity);
    if ("put" in write) total += sizeOf(write.put);
  }
  if (total > limits.transaction) {
    throw new WritesRefused(`The items of a transaction are at most ${limits.transaction} bytes, not ${total}.`);
  }
}

function problemOf(write: Write): string | undefined {
  const key = keyOf(write);
  const condition = "when" in write ? write.when : undefined;
  if (typeof condition === "object" && Object.keys(condition).length === 0) return "the condition names no attribute";
  const keyProblem = keyTextProblem("pk", key.pk, limits.partitionKey) ?? keyTextProblem("sk", key.sk, limits.sortKey);
  if (keyProblem !== undefined) return keyProblem;
  if ("put" in write) return itemProblem(write.put);
  return "add" in write ? additionProblem(write.numbers) : undefined;
}

function additionProblem(numbers: Readonly<Record<string, number>>): string | undefined {
  const added = Object.entries(numbers);
  if (added.length < 1 || added.length > limits.added) {
    return `adds to 1 to ${limits.added} numbers, not ${added.length}`;
  }
  for (const [name, number] of added) {
    const problem = isKeyName(name) ? "a key cannot be added to" : (nameProblem(name) ?? wholeProblem(number));
    if (problem !== undefined) return `attribute ${name}: ${problem}`;
  }
  return undefined;
}

/** DynamoDB adds decimally and SQLite's edition in binary: only of whole numbers do both make the same sum. */
const wholeProblem = (number: number) => (Number.isSafeInteger(number) ? undefined : "only whole numbers are added");

const isKeyName = (name: string) => ["pk", "sk", "gsi1pk", "gsi1sk"].includes(name);

function keyTextProblem(name: string, text: string | undefined, most: number): string | undefined {
  if (text === undefined) return undefined;
  const size = bytes(text);
  return size < 1 || size > most ? `${name} has 1 to ${most} bytes, not ${size}` : undefined;
}

function itemProblem(item: Item): string | undefined {
  const keyProblem =
    keyTextProblem("gsi1pk", item.gsi1pk, limits.partitionKey) ?? keyTextProblem("gsi1sk", item.gsi1sk, limits.sortKey);
  if (keyProblem !== undefined) return keyProblem;
  for (const [name, value] of Object.entries(item)) {
    const problem = value === undefined ? undefined : (nameProblem(name) ?? valueProblem(value, 0));
    if (problem !== undefined) return `attribute ${name}: ${problem}`;
  }
  const size = sizeOf(item);
  return size > limits.item ? `an item is at most ${limits.item} bytes, not ${size}` : undefined;
}

/** The SDK builds plain objects by assignment, so an attribute of this name would vanish on reading. */
const nameProblem = (name: string) => (name === "" || name === "__proto__" ? "this name cannot be stored" : undefined);

function valueProblem(value: Value, depth: number): string | undefined {
  if (depth > limits.depth) return `nested deeper than ${limits.depth} levels`;
  if (typeof value === "string") return value.isWellFormed() ? undefined : "text with half a surrogate pair";
  if (typeof value === "number") return numberProblem(value);
  if (value === null || typeof value === "boolean") return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const problem = nameProblem(name) ?? valueProblem(inner, depth + 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** The SDK refuses whole numbers that a double cannot hold exactly; DynamoDB refuses those closer to zero than 1E-130. */
function numberProblem(value: number): string | undefined {
  const size = Math.abs(value);
  const fits = size === 0 || (size >= limits.smallestNumber && size <= Number.MAX_SAFE_INTEGER);
  return fits ? undefined : "a number that cannot be stored";
}

/**
 * Bytes that DynamoDB counts for an item: names and text in UTF-8, numbers by digits (here a little high), 3 for a list or
 * map and 1 for each of its elements (developerguide/CapacityUnitCalculations.html).
 */
export function sizeOf(item: Item): number {
  return Object.entries(item).reduce(
    (total, [name, value]) => (value === undefined ? total : total + bytes(name) + valueSize(value)),
    0,
  );
}

function valueSize(value: Value): number {
  if (typeof value === "string") return bytes(value);
  if (typeof value === "number") return 2 + Math.ceil(String(value).length / 2);
  if (value === null || typeof value === "boolean") return 1;
  const isList = Array.isArray(value);
  return Object.entries(value).reduce(
    (total, [name, inner]) => total + 1 + (isList ? 0 : bytes(name)) + valueSize(inner),
    3,
  );
}

/** Items in a page of this query. @throws {RangeError} when it asks for fewer than 1 or more than 1000. */
export function pageLimit(query: Query): number {
  const limit = query.limit ?? 100;
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new RangeError(`A page has 1 to 1000 items, not ${limit}.`);
  return limit;
}
