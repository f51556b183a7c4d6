import { MAIL_LIMITS } from "./limits.ts";
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
  return { ...repaired, defects };
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
  const at = lines.slice(0, index).reduce((length, line) => length + line.length + 1, 0);
  return concat(bytes.subarray(0, at), concat(Uint8Array.of(LF), bytes.subarray(at)));
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
 * Header text must be UTF-8 or ASCII (RFC 6532), and so must a body that names no charset. Where they are neither, they
 * are Windows-1252 in practice.
 */
function repairCharset(bytes: Uint8Array): { bytes: Uint8Array; headerLength: number } {
  const headerLength = findBlankLine(bytes);
  const header = bytes.subarray(0, headerLength);
  const rest = bytes.subarray(headerLength);
  const repairedHeader = isUtf8(header) ? header : fromWindows1252(header);
  const repairedRest = isUtf8(rest) || !namesNoCharset(repairedHeader) ? rest : fromWindows1252(rest);
  if (repairedHeader === header && repairedRest === rest) return { bytes, headerLength };
  return { bytes: concat(repairedHeader, repairedRest), headerLength: repairedHeader.length };
}

/** Plain text without a charset. Of anything else the bytes are not ours to change. */
function namesNoCharset(header: Uint8Array): boolean {
  const fields = new TextDecoder().decode(header.subarray(0, MAIL_LIMITS.headerBytes));
  return !/charset\s*=/iu.test(fields) && !/^content-type:(?!\s*text\/)/imu.test(fields);
}

function fromWindows1252(bytes: Uint8Array): Uint8Array {
  return new TextEncoder().encode(new TextDecoder("windows-1252").decode(bytes));
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
