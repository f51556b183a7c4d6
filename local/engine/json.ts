/** Any JSON value, as payloads, variables and results are. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/** 256 KiB of UTF-8: the limit of a payload, of a variable and of one assignment. */
export const PAYLOAD_LIMIT_BYTES = 262_144;

/** `Array.isArray` that keeps the type of the items. */
export function isJsonArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Parses what this engine itself wrote, or what somebody sent. Throws `SyntaxError`. */
export function parseJson(text: string): Json {
  const value: unknown = JSON.parse(text);
  if (!isParsed(value)) throw new SyntaxError("not JSON");
  return value;
}

/** Whatever `JSON.parse` returned is JSON; to look at each member again would cost more than the parsing. */
function isParsed(value: unknown): value is Json {
  return value !== undefined;
}

/** UTF-8 bytes of the value as JSON text. */
export function jsonBytes(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value), "utf8");
}

/**
 * What a function of the outside world returned, as it would come back over the wire. A value that JSON cannot hold
 * becomes null, as Lambda's Node runtime answers.
 */
export function asJson(value: unknown): Json {
  try {
    const text = JSON.stringify(value);
    return text === undefined ? null : parseJson(text);
  } catch {
    return null;
  }
}

/** JSONata's name for the type of a value, which AWS uses in its causes. */
export function jsonType(value: Json): "null" | "array" | "object" | "string" | "number" | "boolean" {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  switch (typeof value) {
    case "string":
      return "string";
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    default:
      return "object";
  }
}
