import type { FileKind } from "../domain/file-kind.ts";
import { endingsOf, kindOfEnding } from "../domain/file-worry.ts";

/** Bytes from the beginning: what a text is, shows there. */
const looked = 64 * 1024;

/** The beginning of a text; `undefined` for what is none. In UTF-8 or UTF-16 (with a mark), or else one byte a character. */
export function readText(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, looked);
  const mark = head.length >= 2 ? ((head[0] ?? 0) << 8) | (head[1] ?? 0) : 0;
  if (mark === 0xfffe || mark === 0xfeff) {
    const text = new TextDecoder(mark === 0xfffe ? "utf-16le" : "utf-16be").decode(head, { stream: true });
    return isWritten(text) ? text : undefined;
  }
  if (bytes.includes(0)) return undefined;
  const text = utf8(head) ?? eightBit(head);
  return text !== undefined && isWritten(text) ? text : undefined;
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    // The last character may be cut in the middle.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/** Letters with accents are few among the others; in a picture half of all bytes would be such. */
function eightBit(bytes: Uint8Array): string | undefined {
  const high = bytes.reduce((count, byte) => (byte >= 0x80 ? count + 1 : count), 0);
  return high * 4 < bytes.length ? new TextDecoder("windows-1252").decode(bytes) : undefined;
}

/** Without the control characters that no text has. */
function isWritten(text: string): boolean {
  return !/[^\P{Cc}\t\n\v\f\r\u0085]/u.test(text);
}

/** What kind of text it is: by what it begins with, and where nothing shows, by its name. */
export function kindOfText(text: string, name: string): FileKind {
  const begin = pastComments(text);
  const found = rules.find(([pattern]) => pattern.test(begin))?.[1];
  if (found !== undefined) return found;
  if (isMail(text)) return "mail";
  const [ending = ""] = endingsOf(name);
  const named = kindOfEnding(ending);
  if (named !== undefined && namedOnly.includes(named)) return named;
  return named === "csv" || isTable(text) ? "csv" : "text";
}

/** A script is a text like any other; what runs it goes by the name. So do pages that begin with words. */
const namedOnly: readonly FileKind[] = ["script", "html", "shortcut", "signature"];

/** Tried at the beginning, where blanks and comments were left out. */
const rules: readonly (readonly [RegExp, FileKind])[] = [
  [/^<svg[\s>]/iu, "svg"],
  [/^<!doctype\s+html/iu, "html"],
  // https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type
  [/^<(html|head|body|script|iframe|title|style|table|div|font|h1|a|b|br|p|meta)[\s>/]/iu, "html"],
  [/^<(hta:|job[\s>]|package[\s>]|component[\s>]|scriptlet[\s>])/iu, "script"],
  [/^<\?php/iu, "script"],
  [/^(#!|@echo off|windows registry editor)/iu, "script"],
  [/^\[(internetshortcut|desktop entry)\]/iu, "shortcut"],
  [/^<(librarydescription|persistedquery)[\s>]/iu, "shortcut"],
  [/^BEGIN:VCALENDAR/iu, "calendar"],
  [/^BEGIN:VCARD/iu, "contact"],
  [/^-----BEGIN PGP (SIGNATURE|MESSAGE|PUBLIC KEY)/u, "signature"],
  [/^(<[a-z][\w:.-]*[\s>/]|[{[]\s*["{[])/iu, "data"],
];

/** The text without blanks, marks, comments and declarations in front of it. A doctype of HTML counts as HTML. */
function pastComments(text: string): string {
  let rest = text.replace(/^[\uFEFF\s]+/u, "");
  for (;;) {
    const end = endOfOpening(rest);
    if (end === undefined) return rest.slice(0, 2000);
    rest = rest.slice(end).trimStart();
  }
}

function endOfOpening(text: string): number | undefined {
  if (/^<!doctype\s+html/iu.test(text)) return undefined;
  const [opens, closes] = openings.find(([mark]) => text.slice(0, mark.length).toLowerCase() === mark) ?? [];
  if (opens === undefined || closes === undefined) return undefined;
  const end = text.indexOf(closes, opens.length);
  return end < 0 ? undefined : end + closes.length;
}

const openings = [
  ["<!--", "-->"],
  ["<?xml", "?>"],
  ["<!doctype", ">"],
] as const;

/** A saved mail begins with fields (RFC 5322 2.2), some of which every mail has. */
function isMail(text: string): boolean {
  const end = text.search(/\r?\n\r?\n/u);
  const lines = (end < 0 ? text : text.slice(0, end)).slice(0, 20_000).split(/\r?\n/u).slice(0, 60);
  if (!lines.every((line) => /^([!-9;-~]{1,80}:|[ \t])/u.test(line))) return false;
  const known = /^(from|to|date|subject|received|message-id|mime-version|return-path|delivered-to):/iu;
  return lines.filter((line) => known.test(line)).length >= 3;
}

/** As many of the same sign in each of the first lines. Commas stand in sentences too, so there must be more of them. */
function isTable(text: string): boolean {
  const lines = text
    .slice(0, 8000)
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== "")
    .slice(0, 6);
  return separators.some(([sign, least]) => {
    const counts = lines.map((line) => line.split(sign).length - 1);
    return lines.length >= 3 && counts.every((count) => count === counts[0] && count >= least);
  });
}

const separators = [
  [";", 1],
  ["\t", 1],
  [",", 3],
] as const;
