import { createHash, randomUUID } from "node:crypto";

/** What an expression may not cost, counted as AWS does: eight bytes a number, one a character. */
export const VALUE_LIMIT_BYTES = 6_990_256;
const RANGE_LIMIT = 360_145;

/** AWS's own words for an expression that grows without end. */
export const MEMORY_EXCEEDED = "Expression evaluation memory limit exceeded: Check for excessive memory usage";

const HASHES = {
  "SHA-1": "sha1",
  "SHA-384": "sha384",
  "SHA-256": "sha256",
  "SHA-512": "sha512",
  MD5: "md5",
} as const;

function isHashName(name: string): name is keyof typeof HASHES {
  return Object.hasOwn(HASHES, name);
}

/** Thrown like a JSONata error, so that the cause reads as AWS's own: `T0410: Argument 2 of function "range" …`. */
class ArgumentMismatch extends Error {
  override readonly name = "ArgumentMismatch";
  /** T0410: not as the signature says; T0412: not an array. */
  readonly code: "T0410" | "T0412";
  /** JSONata writes the message, from these. */
  readonly token: string;
  readonly index: number;
  constructor(code: "T0410" | "T0412", functionName: string, position: number) {
    super(`Argument ${position} of function "${functionName}" is refused`);
    this.code = code;
    this.token = functionName;
    this.index = position;
  }
}

/** A value of the right type that the function cannot take. JSONata keeps the message of this code as it is. */
class ValueRefused extends Error {
  override readonly name = "ValueRefused";
  readonly code = "D3137";
}

function signatureMismatch(functionName: string, position: number): ArgumentMismatch {
  return new ArgumentMismatch("T0410", functionName, position);
}

/** AWS rounds towards zero: -1.7 counts as -1. */
function wholeNumber(name: string, position: number, value: unknown): number {
  if (typeof value !== "number") throw signatureMismatch(name, position);
  return Math.trunc(value);
}

function refuseSurplus(name: string, known: number, surplus: readonly unknown[]): void {
  if (surplus.length > 0) throw signatureMismatch(name, known + 1);
}

/**
 * `$partition(array, size)`: chunks of `size`, the last one shorter; all in one chunk without a size. Nothing for an empty
 * array or the size 0.
 */
function partition(array: unknown, size: unknown, ...surplus: unknown[]): unknown[][] | undefined {
  refuseSurplus("partition", 2, surplus);
  if (array === undefined) return undefined;
  // AWS does not say of what: "must be an array of undefined".
  if (!Array.isArray(array)) throw new ArgumentMismatch("T0412", "partition", 1);
  const items: unknown[] = array;
  if (items.length === 0) return undefined;
  if (size === undefined) return [items];
  const length = wholeNumber("partition", 2, size);
  if (length < 0) throw new ValueRefused("Second argument must be zero or greater");
  if (length === 0) return undefined;
  return Array.from({ length: Math.ceil(items.length / length) }, (_, chunk) =>
    items.slice(chunk * length, (chunk + 1) * length),
  );
}

/** `$range(start, end, step)`, end included. Nothing when the step leads away from the end; one value comes bare. */
function range(start: unknown, end: unknown, step: unknown, ...surplus: unknown[]): number | number[] | undefined {
  refuseSurplus("range", 3, surplus);
  const first = wholeNumber("range", 1, start);
  const last = wholeNumber("range", 2, end);
  if (step === undefined) return undefined;
  const stride = wholeNumber("range", 3, step);
  if (stride === 0 || Math.sign(last - first) === -Math.sign(stride)) return undefined;
  const count = Math.floor((last - first) / stride) + 1;
  if (count > RANGE_LIMIT) throw new Error(MEMORY_EXCEEDED);
  return count === 1 ? first : Array.from({ length: count }, (_, index) => first + index * stride);
}

function hash(text: unknown, algorithm: unknown, ...surplus: unknown[]): string | undefined {
  refuseSurplus("hash", 2, surplus);
  if (typeof text !== "string") throw signatureMismatch("hash", 1);
  if (algorithm === undefined) return undefined;
  if (typeof algorithm !== "string") throw signatureMismatch("hash", 2);
  if (!isHashName(algorithm)) {
    throw new ValueRefused(`Hash algorithm '${algorithm}' must be one of ${Object.keys(HASHES).join(", ")}`);
  }
  return createHash(HASHES[algorithm]).update(text, "utf8").digest("hex");
}

/**
 * The first number of the linear congruential generator of `java.util.Random`, which AWS draws from: the same seed gives
 * the same number here and there.
 */
function seededRandom(seed: number): number {
  const multiplier = 0x5_de_ec_e6_6dn;
  const mask = (1n << 48n) - 1n;
  let state = (BigInt(seed) ^ multiplier) & mask;
  const next = (bits: bigint) => {
    state = (state * multiplier + 0xbn) & mask;
    return Number(state >> (48n - bits));
  };
  return (next(26n) * 2 ** 27 + next(27n)) / 2 ** 53;
}

function parse(text: unknown, ...surplus: unknown[]): unknown {
  refuseSurplus("parse", 1, surplus);
  if (text === undefined) return undefined;
  if (typeof text !== "string") throw signatureMismatch("parse", 1);
  try {
    return JSON.parse(text);
  } catch {
    throw new ValueRefused("Invalid JSON");
  }
}

function uuid(...surplus: unknown[]): string {
  refuseSurplus("uuid", 0, surplus);
  return randomUUID();
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
    random: (seed: unknown, ...surplus: unknown[]) => {
      refuseSurplus("random", 1, surplus);
      return seed === undefined ? random() : seededRandom(wholeNumber("random", 1, seed));
    },
    uuid,
    eval: undefined,
  };
}
