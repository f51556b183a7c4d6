import { isObjectStream, unpacked } from "./pdf-stream.ts";
import { PdfSyntax } from "./pdf-syntax.ts";
import { nameIn, numberIn, type PdfEntries, type PdfValue } from "./pdf-value.ts";
import type { PdfWork } from "./pdf-work.ts";

/** What a PDF holds, by object number, and where to begin. */
export interface PdfObjects {
  readonly byNumber: ReadonlyMap<number, PdfValue>;
  /** The entries of every trailer, newest first (ISO 32000-1, 7.5.5). */
  readonly trailers: readonly PdfEntries[];
}

const header = "%PDF-";
const object = /(?<!\d)(\d{1,10})[\0\t\n\f\r ]{1,32}\d{1,5}[\0\t\n\f\r ]{1,32}obj|trailer/g;

/** A PDF may have something else before it begins; programs look for its mark in the first kilobyte. */
export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes(header);

/**
 * Everything in a PDF, read from front to back without its table of contents: what was saved later stands later, and a table may be damaged or
 * lie. Of a file that is cut off, what came before the cut.
 * @throws {TooMuchWork}
 */
export function pdfObjects(bytes: Uint8Array, work: PdfWork): PdfObjects {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  work.look(text.length);
  const byNumber = new Map<number, PdfValue>();
  const trailers: PdfEntries[] = [];
  const pattern = new RegExp(object);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const syntax = new PdfSyntax(text, work, pattern.lastIndex);
    const value = withBytes(syntax.value(), syntax, text);
    pattern.lastIndex = syntax.at;
    if (value === undefined) continue;
    if (match[1] !== undefined) byNumber.set(Number(match[1]), value);
    else if (value.type === "dictionary") trailers.unshift(value.entries);
    if (value.type !== "stream") continue;
    if (nameIn(value.entries, "Type") === "XRef") trailers.unshift(value.entries);
    if (isObjectStream(value)) unpackInto(byNumber, value, work);
  }
  return { byNumber, trailers };
}

/** A dictionary with bytes behind it is a stream (7.3.8). */
function withBytes(value: PdfValue | undefined, syntax: PdfSyntax, text: string): PdfValue | undefined {
  if (value?.type !== "dictionary") return value;
  const { at } = syntax;
  syntax.skipSpace();
  const begin = /stream(?:\r\n|\n|\r)?/y;
  begin.lastIndex = syntax.at;
  if (!begin.test(text)) {
    syntax.at = at;
    return value;
  }
  const from = begin.lastIndex;
  const to = endOfStream(text, from, numberIn(value.entries, "Length"));
  syntax.at = to;
  return { type: "stream", entries: value.entries, bytes: text.slice(from, to) };
}

/** Where its length says, if that is true; else where the word for its end stands; else it goes on to where the file was cut off. */
function endOfStream(text: string, from: number, length: number | undefined): number {
  const told = from + (length ?? 0);
  if (length !== undefined && length >= 0 && /^[\r\n ]{0,3}endstream/.test(text.slice(told, told + 12))) return told;
  const found = text.indexOf("endstream", from);
  return found < 0 ? text.length : found;
}

/** Characters: more than ten thousand objects. Programs put a few hundred in one stream. */
const longestIndex = 200_000;

/** Many objects in one stream: first pairs of number and place, then the values (7.5.7). */
function unpackInto(
  byNumber: Map<number, PdfValue>,
  stream: Extract<PdfValue, { type: "stream" }>,
  work: PdfWork,
): void {
  const text = unpacked(stream, work);
  const first = numberIn(stream.entries, "First");
  if (text === undefined || first === undefined) return;
  const places = text.slice(0, Math.min(first, longestIndex)).match(/\d{1,10}/g) ?? [];
  for (let index = 0; index + 1 < places.length; index += 2) {
    const value = new PdfSyntax(text, work, first + Number(places[index + 1])).value();
    if (value !== undefined) byNumber.set(Number(places[index]), value);
  }
}
