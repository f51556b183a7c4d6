import { MAIL_LIMITS } from "./limits.ts";
import type { MailDefect } from "./parsed-mail.ts";

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;

export interface TamedMail {
  readonly bytes: Uint8Array;
  /** Length of the header block in `bytes`, blank line excluded. */
  readonly headerLength: number;
  readonly defects: readonly MailDefect[];
}

/**
 * Makes any bytes safe to hand to the parser, which keeps every line and every part in memory and cannot be interrupted:
 * cut where size, lines or parts run out of bounds, and repaired where old mail software is commonly wrong (a blank
 * start, bare CR line ends, 8-bit header text in Windows-1252).
 */
export function tame(raw: Uint8Array): TamedMail {
  const defects: MailDefect[] = [];
  let bytes = withoutBlankStart(raw);
  if (bytes.length > MAIL_LIMITS.rawBytes) {
    defects.push("too-large");
    bytes = bytes.subarray(0, MAIL_LIMITS.rawBytes);
  }
  if (!bytes.includes(LF) && bytes.includes(CR)) bytes = bytes.map((byte) => (byte === CR ? LF : byte));
  const bounded = boundLines(bytes);
  if (bounded.defect !== undefined) defects.push(bounded.defect);
  const repaired = repairHeader(bounded.bytes);
  return { ...repaired, defects };
}

function withoutBlankStart(raw: Uint8Array): Uint8Array {
  const hasMark = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf;
  let start = hasMark ? 3 : 0;
  while (raw[start] === LF || raw[start] === CR) start += 1;
  return raw.subarray(start);
}

function boundLines(bytes: Uint8Array): { bytes: Uint8Array; defect?: MailDefect } {
  let lines = 0;
  let dashLines = 0;
  for (let start = 0; start < bytes.length; ) {
    lines += 1;
    if (bytes[start] === DASH && bytes[start + 1] === DASH) dashLines += 1;
    if (lines > MAIL_LIMITS.lines) return { bytes: bytes.subarray(0, start), defect: "too-many-lines" };
    if (dashLines > MAIL_LIMITS.dashLines) return { bytes: bytes.subarray(0, start), defect: "too-many-parts" };
    const end = bytes.indexOf(LF, start);
    if (end < 0) break;
    start = end + 1;
  }
  return { bytes };
}

function repairHeader(bytes: Uint8Array): { bytes: Uint8Array; headerLength: number } {
  const headerLength = findBlankLine(bytes);
  const header = bytes.subarray(0, headerLength);
  if (isUtf8(header)) return { bytes, headerLength };
  const repaired = new TextEncoder().encode(new TextDecoder("windows-1252").decode(header));
  const rest = bytes.subarray(headerLength);
  const whole = new Uint8Array(repaired.length + rest.length);
  whole.set(repaired);
  whole.set(rest, repaired.length);
  return { bytes: whole, headerLength: repaired.length };
}

function findBlankLine(bytes: Uint8Array): number {
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
