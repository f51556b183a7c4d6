import type { Json } from "./json.ts";

/** A function, or something that holds one, where JSON was wanted. */
export class UnsupportedResult extends Error {
  override readonly name = "UnsupportedResult";
}

/**
 * Copies a JSONata result into plain JSON: its sequences become arrays, members without a value go, and numbers that JSON
 * cannot write become the string that AWS writes (`"Infinity"`, `"NaN"`). Throws `UnsupportedResult`.
 */
export function toPlainJson(value: unknown): Json {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : String(value);
    case "object":
      break;
    default:
      throw new UnsupportedResult();
  }
  if (value === null) return null;
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    return items.map((item) => (item === undefined ? null : toPlainJson(item)));
  }
  if ("_jsonata_lambda" in value || "_jsonata_function" in value) throw new UnsupportedResult();
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, toPlainJson(member)]),
  );
}
