import { fieldOf, type PartHeader, partHeaders } from "./part-headers.ts";

/** Bytes of a body in which is looked whether it is what its header says. */
const LOOKED_AT = 64 * 1024;

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** A mail of which the header fields tell what is true of the bodies. */
export interface MendedMail {
  readonly bytes: Uint8Array;
  /** How many bytes the header of the whole mail became longer. */
  readonly grown: number;
  readonly saysUtf7: boolean;
}

/**
 * Puts right what header fields commonly say wrongly about a body, before the parser believes it: a type that is none, a charset
 * that the bytes contradict, base64 that is plain words, an encoded word without a charset.
 */
export function withTrueFields(bytes: Uint8Array): MendedMail {
  const headers = partHeaders(bytes);
  const edits = headers.map((header) => [
    ...trueType(header),
    ...trueCharset(header),
    ...trueEncoding(header),
    ...namedCharset(header),
  ]);
  const grown = (edits[0] ?? []).reduce((sum, { insert, remove }) => sum + insert.length - remove, 0);
  const saysUtf7 = headers.some(({ fields }) => /charset\s*=\s*"?(?:unicode-1-1-)?utf-7\b|=\?utf-7\?/iu.test(fields));
  return { bytes: edited(bytes, edits.flat()), grown, saysUtf7 };
}

/**
 * The same mail with every text that has a file name sent as a file, or nothing when it has none. Mail programs put small text
 * files in line; they are shown with the words, and belong with the attachments as well.
 */
export function withNamedTextsAsFiles(bytes: Uint8Array): Uint8Array | undefined {
  const headers = partHeaders(bytes);
  const first = headers.find(({ fields }) => isWords(fields));
  const edits = headers.flatMap((header) => (header === first ? [] : asFile(header)));
  return edits.length === 0 ? undefined : edited(bytes, edits);
}

function edited(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  if (edits.length === 0) return bytes;
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const { at, remove, insert } of edits.toSorted((one, other) => one.at - other.at)) {
    if (at < from) continue;
    pieces.push(bytes.subarray(from, at), Buffer.from(insert, "latin1"));
    from = at + remove;
  }
  return Buffer.concat([...pieces, bytes.subarray(from)]);
}

/** A type of one word, or none at all, and no file name: such a part is words (RFC 2045 5.2). */
function trueType({ fields, start }: PartHeader): readonly Edit[] {
  const type = fieldOf(fields, "content-type");
  if (type === undefined) return [];
  const said = /^\s*([^\s;]*)/u.exec(type.value);
  const word = said?.[1]?.toLowerCase() ?? "";
  if (/\/./u.test(word) || /^(application|audio|image|message|multipart|video)/u.test(word)) return [];
  if (/;\s*(boundary|name\*?[0-9]?\*?)\s*=/iu.test(type.value)) return [];
  const at = start + type.at + (said?.[0].length ?? 0) - word.length;
  return [{ at, remove: word.length, insert: /^<?html>?$/u.test(word) ? " text/html" : " text/plain" }];
}

/** Words in UTF-8 under the name of another charset: bytes that are UTF-8 by chance do not exist in real words. */
function trueCharset({ fields, start, body }: PartHeader): readonly Edit[] {
  const type = fieldOf(fields, "content-type");
  const charset = /(;\s*charset\s*=\s*"?)([a-z0-9_.:-]{1,60})/iu.exec(type?.value ?? "");
  if (type === undefined || charset?.[1] === undefined || charset[2] === undefined) return [];
  if (!/^\s*text\//iu.test(type.value) || /^utf-?(8|16|32)/iu.test(charset[2]) || !isSentAsIs(fields)) return [];
  const sample = body.subarray(0, LOOKED_AT);
  if (sample.every((byte) => byte < 0x80) || !isUtf8Begun(sample)) return [];
  return [{ at: start + type.at + charset.index + charset[1].length, remove: charset[2].length, insert: "utf-8" }];
}

function isSentAsIs(fields: string): boolean {
  return !/base64|quoted-printable/iu.test(fieldOf(fields, "content-transfer-encoding")?.value ?? "");
}

/** The last character may have been cut in two. */
function isUtf8Begun(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Words that are said to be base64: a line of base64 has no spaces between words. */
function trueEncoding({ fields, start, body }: PartHeader): readonly Edit[] {
  const encoding = fieldOf(fields, "content-transfer-encoding");
  if (encoding === undefined || !/base64/iu.test(encoding.value)) return [];
  if (!/^\s*text\//iu.test(fieldOf(fields, "content-type")?.value ?? "text/plain")) return [];
  const words =
    Buffer.from(body.subarray(0, 2_000))
      .toString("latin1")
      .match(/[a-z,.]{2,} +[a-z<]{2,}/giu) ?? [];
  return words.length < 3 ? [] : [{ at: start + encoding.at, remove: encoding.value.length, insert: " 8bit" }];
}

/** `=??Q?…?=`: in practice Windows-1252 or ASCII. */
function namedCharset({ fields, start }: PartHeader): readonly Edit[] {
  return [...fields.matchAll(/=\?\?(?=[QB]\?)/giu)].map(({ index }) => ({
    at: start + index,
    remove: 3,
    insert: "=?windows-1252?",
  }));
}

/** Not a version of the words in another format. */
function asFile({ fields, start, inside }: PartHeader): readonly Edit[] {
  if (inside === "" || inside === "alternative" || inside === "related") return [];
  const type = fieldOf(fields, "content-type")?.value ?? "";
  if (!/^\s*text\/(plain|html)\b/iu.test(type)) return [];
  const disposition = fieldOf(fields, "content-disposition");
  const isNamed = /;\s*(file)?name\*?[0-9]?\*?\s*=\s*"?[^\s";]/iu.test(`${type}${disposition?.value ?? ""}`);
  if (!isNamed || /^\s*attachment/iu.test(disposition?.value ?? "")) return [];
  if (disposition === undefined) return [{ at: start, remove: 0, insert: "Content-Disposition: attachment\r\n" }];
  const word = /^\s*[^\s;]*/u.exec(disposition.value)?.[0] ?? "";
  return [{ at: start + disposition.at, remove: word.length, insert: " attachment" }];
}

function isWords(fields: string): boolean {
  const type = fieldOf(fields, "content-type")?.value ?? "text/plain";
  return /^\s*text\/(plain|html)\b/iu.test(type);
}
