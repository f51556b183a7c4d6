import { createHash, randomUUID } from "node:crypto";

/** What an expression may not cost, counted as AWS does: eight bytes a number, one a character. */
export const VALUE_LIMIT_BYTES = 6_990_256;
const RANGE_LIMIT = 360_145;

/** AWS's own words for an expression that grows without end. */
export const MEMORY_EXCEEDED = "Expression evaluation memory limit exceeded: Check for excessive memory usage";

const HASHES = {
  MD5: "md5",
  "SHA-1": "sha1",
  "SHA-256": "sha256",
  "SHA-384": "sha384",
  "SHA-512": "sha512",
} as const;

function isHashName(name: unknown): name is keyof typeof HASHES {
  return typeof name === "string" && Object.hasOwn(HASHES, name);
}

function numberArgument(name: string, position: number, value: unknown): number {
  if (typeof value !== "number") throw new SignatureMismatch(name, position);
  return Math.trunc(value);
}

/** Thrown like a JSONata error, so that the cause reads as AWS's own: `T0410: Argument 2 of function "range" …`. */
class SignatureMismatch extends Error {
  override readonly name = "SignatureMismatch";
  readonly code = "T0410";
  /** JSONata writes its message anew, from this. */
  readonly index: number;
  constructor(functionName: string, position: number) {
    super(`Argument ${position} of function "${functionName}" does not match function signature`);
    this.index = position;
  }
}

/** `$partition(array, size)`: chunks of `size`, the last one shorter. Nothing for an empty array or a size below 1. */
function partition(array: unknown, size: unknown): unknown[][] | undefined {
  if (array === undefined || size === undefined) return undefined;
  const items: unknown[] = Array.isArray(array) ? array : [array];
  const length = numberArgument("partition", 2, size);
  if (length < 1 || items.length === 0) return undefined;
  return Array.from({ length: Math.ceil(items.length / length) }, (_, chunk) =>
    items.slice(chunk * length, (chunk + 1) * length),
  );
}

/** `$range(start, end, step)`, end included. Nothing when the step leads away from the end; one value comes bare. */
function range(start: unknown, end: unknown, step: unknown): number | number[] | undefined {
  if (start === undefined || end === undefined || step === undefined) return undefined;
  const first = numberArgument("range", 1, start);
  const last = numberArgument("range", 2, end);
  const stride = numberArgument("range", 3, step);
  if (stride === 0 || Math.sign(last - first) === -Math.sign(stride)) return undefined;
  const count = Math.floor((last - first) / stride) + 1;
  if (count > RANGE_LIMIT) throw new Error(MEMORY_EXCEEDED);
  return count === 1 ? first : Array.from({ length: count }, (_, index) => first + index * stride);
}

function hash(text: unknown, algorithm: unknown): string | undefined {
  if (text === undefined || algorithm === undefined) return undefined;
  if (typeof text !== "string") throw new SignatureMismatch("hash", 1);
  if (!isHashName(algorithm)) throw new SignatureMismatch("hash", 2);
  return createHash(HASHES[algorithm]).update(text, "utf8").digest("hex");
}

/** mulberry32: small, and the same seed always gives the same number. AWS's own generator is not published. */
function seededRandom(seed: number): number {
  let state = (seed + 0x6d2b79f5) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 4_294_967_296;
}

function parse(text: unknown): unknown {
  if (text === undefined) return undefined;
  if (typeof text !== "string") throw new SignatureMismatch("parse", 1);
  return JSON.parse(text);
}

/**
 * The functions that Step Functions adds to JSONata (developer guide, "Transforming data with JSONata"). `eval` is
 * there to hide JSONata's own, which AWS does not offer.
 */
export function addedFunctions(random: () => number): Record<string, unknown> {
  return {
    partition,
    range,
    hash,
    parse,
    random: (seed: unknown) => (seed === undefined ? random() : seededRandom(numberArgument("random", 1, seed))),
    uuid: () => randomUUID(),
    eval: undefined,
  };
}
