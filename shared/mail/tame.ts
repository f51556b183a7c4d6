import { MAIL_LIMITS } from "./limits.ts";
import { withTrueFields } from "./mend-fields.ts";
import type { MailDefect } from "./parsed-mail.ts";

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;
const SPACE = 0x20;
const SHORT = 40;

export interface TamedMail {
  readonly bytes: Uint8Array;
  /** Length of the header block in `bytes`, blank line excluded. */
  readonly headerLength: number;
  /** Somewhere in it a charset is called UTF-7, which the parser does not know. */
  readonly saysUtf7: boolean;
  readonly defects: readonly MailDefect[];
}

/**
 * Makes any bytes safe to hand to the parser, which keeps every line and every part in memory and cannot be interrupted:
 * cut where size, lines or parts run out of bounds, and repaired where old mail software is commonly wrong (a blank
 * start, bare CR line ends, 8-bit text in Windows-1252 without saying so).
 */
export function tame(raw: Uint8Array): TamedMail {
  const defects: MailDefect[] = [];
  let bytes = withoutBlankStart(raw);
  if (bytes.length > MAIL_LIMITS.rawBytes) {
    defects.push("too-large");
    bytes = bytes.subarray(0, MAIL_LIMITS.rawBytes);
  }
  if (!bytes.includes(LF) && bytes.includes(CR)) bytes = bytes.map((byte) => (byte === CR ? LF : byte));
  bytes = withBlankLine(bytes);
  const bounded = boundLines(bytes);
  if (bounded.defect !== undefined) defects.push(bounded.defect);
  const repaired = repairCharset(bounded.bytes);
  const { bytes: mended, grown, saysUtf7 } = withTrueFields(repaired.bytes);
  return { bytes: mended, headerLength: repaired.headerLength + grown, saysUtf7, defects };
}

function withoutBlankStart(raw: Uint8Array): Uint8Array {
  const hasMark = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf;
  let start = hasMark ? 3 : 0;
  while (raw[start] === LF || raw[start] === CR) start += 1;
  return raw.subarray(start);
}

const KNOWN_FIELD = /^(content-type|date|from|message-id|mime-version|received|reply-to|subject|to)[ \t]*:/iu;
const FIELD = /^[!-9;-~]{1,80}[ \t]*:/u;

/**
 * Header and body of a mail that has no blank line between them: the body begins at the first line that can be no field. A
 * mail that begins with such a line and has no field we know is all body.
 */
function withBlankLine(bytes: Uint8Array): Uint8Array {
  const lines = new TextDecoder("latin1").decode(bytes.subarray(0, 64 * 1024)).split("\n");
  const blank = nearlyBlank(lines);
  if (blank !== undefined) {
    const end = lengthOf(lines.slice(0, blank));
    const rest = bytes.subarray(end + (lines[blank]?.length ?? 0) + 1);
    return concat(concat(bytes.subarray(0, end), Uint8Array.of(LF)), rest);
  }
  const header = lines.slice(
    0,
    Math.max(
      0,
      lines.findIndex((line) => /^\r?$/u.test(line)),
    ) || lines.length,
  );
  if (!FIELD.test(header[0] ?? "") && !header.some((line) => KNOWN_FIELD.test(line))) {
    return concat(Uint8Array.of(LF), bytes);
  }
  if (findBlankLine(bytes) < bytes.length) return bytes;
  const index = lines.findIndex((line, at) => at > 0 && !FIELD.test(line) && !/^[ \t]/u.test(line));
  if (index < 0) return bytes;
  const at = lengthOf(lines.slice(0, index));
  return concat(bytes.subarray(0, at), concat(Uint8Array.of(LF), bytes.subarray(at)));
}

/** The line that ends the header, when there are spaces on it. In the middle of a header, a field comes after such a line. */
function nearlyBlank(lines: readonly string[]): number | undefined {
  const first = lines.findIndex((line, at) => at > 0 && !FIELD.test(line) && !/^[ \t]/u.test(line));
  if (first < 2 || /^\r?$/u.test(lines[first] ?? "") || !/^[ \t]+\r?$/u.test(lines[first - 1] ?? "")) return undefined;
  return first - 1;
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((length, line) => length + line.length + 1, 0);
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}

function boundLines(bytes: Uint8Array): { bytes: Uint8Array; defect?: MailDefect } {
  let lines = 0;
  let shortLines = 0;
  let dashLines = 0;
  let wordLines = 0;
  let space = bytes.indexOf(SPACE);
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(LF, start);
    lines += 1;
    if (end >= 0 && end - start < SHORT) shortLines += 1;
    if (space >= 0 && space < start) space = bytes.indexOf(SPACE, start);
    if (space >= 0 && space < end) wordLines += 1;
    if (bytes[start] === DASH && bytes[start + 1] === DASH) dashLines += 1;
    const { lines: most, shortLines: mostShort, wordLines: mostWords } = MAIL_LIMITS;
    if (lines > most || shortLines > mostShort || wordLines > mostWords) {
      return { bytes: bytes.subarray(0, start), defect: "too-many-lines" };
    }
    if (dashLines > MAIL_LIMITS.dashLines) return { bytes: bytes.subarray(0, start), defect: "too-many-parts" };
    if (end < 0) break;
    start = end + 1;
  }
  return { bytes };
}

/**
 * Header text must be UTF-8 or ASCII (RFC 6532), and so must a body that names no charset. Where they are neither, the header
 * is in the charset of the body, and what has none is Windows-1252 in practice.
 */
function repairCharset(bytes: Uint8Array): { bytes: Uint8Array; headerLength: number } {
  const headerLength = findBlankLine(bytes);
  const header = bytes.subarray(0, headerLength);
  const rest = bytes.subarray(headerLength);
  const repairedHeader = isUtf8(header) ? header : inUtf8(header, charsetOf(bytes, header));
  const repairedRest = isUtf8(rest) || !namesNoCharset(repairedHeader) ? rest : inUtf8(rest, WINDOWS_1252);
  if (repairedHeader === header && repairedRest === rest) return { bytes, headerLength };
  return { bytes: concat(repairedHeader, repairedRest), headerLength: repairedHeader.length };
}

/** Plain text without a charset. Of anything else the bytes are not ours to change. */
function namesNoCharset(header: Uint8Array): boolean {
  const fields = new TextDecoder().decode(header.subarray(0, MAIL_LIMITS.headerBytes));
  return !/charset\s*=/iu.test(fields) && !/^content-type:(?!\s*text\/)/imu.test(fields);
}

const WINDOWS_1252 = "windows-1252";

/** A program that leaves its header fields unencoded writes them in the charset of its words, the first that the mail names. */
function charsetOf(bytes: Uint8Array, header: Uint8Array): string {
  const fields = new TextDecoder("latin1").decode(bytes.subarray(0, header.length + 64 * 1024));
  const named = /charset\s*=\s*"?([a-z0-9_.:-]{1,40})/iu.exec(fields)?.[1]?.toLowerCase() ?? WINDOWS_1252;
  if (/^(utf|us-ascii|iso-2022)/u.test(named)) return WINDOWS_1252;
  try {
    new TextDecoder(named, { fatal: true }).decode(header);
    return named;
  } catch {
    return WINDOWS_1252;
  }
}

function inUtf8(bytes: Uint8Array, charset: string): Uint8Array {
  return new TextEncoder().encode(new TextDecoder(charset).decode(bytes));
}

function findBlankLine(bytes: Uint8Array): number {
  if (bytes[0] === LF) return 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at + 1] === LF || (bytes[at + 1] === CR && bytes[at + 2] === LF)) return at + 1;
  }
  return bytes.length;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
