import { MAIL_LIMITS } from "./limits.ts";

const LF = 0x0a;
const CR = 0x0d;
/** Bytes: a delimiter is at most 72 (RFC 2046 5.1.1), with room for spaces behind it. */
const MOST_DELIMITER = 400;
const MOST_HEADER = 64 * 1024;

/** The header of a mail or of one of its parts. Offsets are bytes of the mail. */
export interface PartHeader {
  readonly start: number;
  /** Where its blank line is. */
  readonly end: number;
  /** One character for each byte, so that offsets in it are offsets in the mail. */
  readonly fields: string;
  /** The subtype of the multipart around it, lower case; empty for the whole mail. */
  readonly inside: string;
  /** Up to the next part. Of a multipart what stands before its first part. */
  readonly body: Uint8Array;
}

/**
 * The headers of a mail and of the parts that its boundaries announce, in order; not those of mails inside it, which are read on
 * their own. One pass over the bytes.
 */
export function partHeaders(bytes: Uint8Array): readonly PartHeader[] {
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const boundaries = new Map<string, string>();
  const open = [headerAt(mail, 0, "", boundaries)];
  const ends: number[] = [];
  for (
    let at = boundaries.size > 0 ? mail.indexOf("\n--", open[0]?.end ?? 0) : -1;
    at >= 0;
    at = mail.indexOf("\n--", at + 1)
  ) {
    const line = lineAt(mail, at + 1);
    const name = line.text.trimEnd().slice(2);
    const isOpening = boundaries.has(name);
    if (!isOpening && !(name.endsWith("--") && boundaries.has(name.slice(0, -2)))) continue;
    ends[open.length - 1] ??= at;
    if (!isOpening || line.end < 0) continue;
    const header = headerAt(mail, line.end + 1, boundaries.get(name) ?? "", boundaries);
    open.push(header);
    at = Math.max(at, header.end - 2);
  }
  return open.map((header, index) => ({ ...header, body: mail.subarray(header.end, ends[index] ?? mail.length) }));
}

function headerAt(
  mail: Buffer,
  start: number,
  inside: string,
  boundaries: Map<string, string>,
): Omit<PartHeader, "body"> {
  const end = blankLineFrom(mail, start);
  const fields = mail.subarray(start, Math.min(end, start + MOST_HEADER)).toString("latin1");
  const type = fieldOf(fields, "content-type")?.value ?? "";
  const subtype = /^\s*multipart\/([a-z-]{1,40})/iu.exec(type)?.[1]?.toLowerCase();
  const boundary = /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/iu.exec(type);
  const name = boundary?.[1] ?? boundary?.[2];
  if (subtype !== undefined && name !== undefined && boundaries.size < MAIL_LIMITS.dashLines) {
    boundaries.set(name.trimEnd(), subtype);
  }
  return { start, end, fields, inside };
}

function blankLineFrom(mail: Buffer, start: number): number {
  for (let at = start; at < mail.length; ) {
    if (mail[at] === LF || (mail[at] === CR && mail[at + 1] === LF)) return at;
    const lineEnd = mail.indexOf(LF, at);
    if (lineEnd < 0) break;
    at = lineEnd + 1;
  }
  return mail.length;
}

function lineAt(mail: Buffer, start: number): { readonly text: string; readonly end: number } {
  const end = mail.indexOf(LF, start);
  const text = mail.subarray(start, Math.min(end < 0 ? mail.length : end, start + MOST_DELIMITER)).toString("latin1");
  return { text, end };
}

/** The first field of this name: its value with the folds, and where the value begins in `fields`. */
export function fieldOf(fields: string, name: string): { readonly value: string; readonly at: number } | undefined {
  const found = new RegExp(`^${name}[ \\t]*:([^\\n]*(?:\\n[ \\t][^\\n]*)*)`, "imu").exec(fields);
  if (found?.[1] === undefined) return undefined;
  return { value: found[1], at: found.index + found[0].length - found[1].length };
}
