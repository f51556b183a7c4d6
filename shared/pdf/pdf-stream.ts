import { constants, inflateSync } from "node:zlib";
import type { PdfValue } from "./pdf-value.ts";
import { nameIn } from "./pdf-value.ts";
import type { PdfWork } from "./pdf-work.ts";

/**
 * What a stream holds; `undefined` when it is packed in a way that no form needs, is damaged, or would become larger than there is room for.
 */
export function unpacked(stream: Extract<PdfValue, { type: "stream" }>, work: PdfWork): string | undefined {
  const filter = stream.entries.get("Filter");
  if (filter === undefined) return stream.bytes;
  const only = filter.type === "array" && filter.items.length === 1 ? filter.items[0] : filter;
  if (only?.type !== "name" || only.name !== "FlateDecode" || isPredicted(stream.entries.get("DecodeParms"))) {
    return undefined;
  }
  try {
    const options = { maxOutputLength: Math.max(1, work.room), finishFlush: constants.Z_SYNC_FLUSH };
    const bytes = inflateSync(Buffer.from(stream.bytes, "latin1"), options);
    work.unpacked(bytes.length);
    return bytes.toString("latin1");
  } catch {
    // How much came out before it went wrong nobody knows: twenty such streams and there is no room left.
    work.unpacked(Math.ceil(work.room / 2));
    return undefined;
  }
}

/** Made for pictures; used for values by no program we know. */
function isPredicted(parameters: PdfValue | undefined): boolean {
  const only = parameters?.type === "array" ? parameters.items[0] : parameters;
  if (only?.type !== "dictionary") return false;
  const predictor = only.entries.get("Predictor");
  return predictor !== undefined && !(predictor.type === "number" && predictor.number === 1);
}

export const isObjectStream = (value: Extract<PdfValue, { type: "stream" }>): boolean =>
  nameIn(value.entries, "Type") === "ObjStm";
