import { isForward } from "./subject.ts";

export interface SeparatedReply {
  /** What the person wrote. */
  readonly written: string;
  /** The mail they answered, folded away when shown. `written + quoted` is the whole text, to the character. */
  readonly quoted: string;
}

/** How far an attribution may run over lines ("On Monday …", newline, "… wrote:"). */
const ATTRIBUTION_LINES = 4;

/**
 * Parts a reply from the mail it quotes, as Outlook, Gmail and Apple Mail write it in Dutch and English. When in doubt
 * everything is `written`: answers between the lines of a quote or below it, and forwarded mail, are meant to be read.
 */
export function separateReply(text: string, subject = ""): SeparatedReply {
  const all = { written: text, quoted: "" };
  if (isForward(subject)) return all;
  const lines = text.split("\n");
  const start = lines.findIndex((_, index) => startsQuote(lines, index));
  if (start < 0 || lines.slice(0, start + 2).some(isForwardMark)) return all;
  const block = lines.slice(start);
  if (isMarkedQuote(block) && hasAnswerBelow(block)) return all;
  const offset = lines.slice(0, start).reduce((length, line) => length + line.length + 1, 0);
  return { written: text.slice(0, offset), quoted: text.slice(offset) };
}

function startsQuote(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? "";
  return (
    isQuoteMark(line) ||
    isSeparator(line) ||
    isOutlookHeader(lines, index) ||
    (ATTRIBUTION_START.test(line) && isAttribution(lines, index))
  );
}

function isQuoteMark(line: string): boolean {
  return /^\s{0,3}>/u.test(line);
}

/** What Gmail, Apple Mail and others put above a mail that is passed on, also when the subject does not say so. */
function isForwardMark(line: string): boolean {
  return /^[\s>]{0,6}(-{2,}\s?(forwarded message|doorgestuurd bericht)\s?-{2,}|begin (forwarded message|doorgestuurd bericht):)\s*$/iu.test(
    line.slice(0, 200),
  );
}

/** Not the ones of forwarded mail: "Forwarded message", "Doorgestuurd bericht". */
function isSeparator(line: string): boolean {
  return /^\s{0,3}-{2,}\s?(original message|oorspronkelijk bericht|origineel bericht|oorspronkelijke e-?mail)\s?-{2,}\s*$/iu.test(
    line.slice(0, 200),
  );
}

const FROM = /^\s{0,3}\*?(van|from)\s?:\*?\s?\S/iu;
const WHEN = /^\s{0,3}\*?(verzonden|datum|sent|date)( op)?\s?:\*?\s?\S/iu;
const WHOM = /^\s{0,3}\*?(aan|to|onderwerp|subject)\s?:\*?/iu;

/** Outlook's block: From, Sent, To, Subject; bold marks when it was HTML. A line of underscores, or a drawn one, may stand above it. */
function isOutlookHeader(lines: readonly string[], index: number): boolean {
  const at = /^[_-]{10,}\s*$/u.test((lines[index] ?? "").slice(0, 200)) ? index + 1 : index;
  const block = lines.slice(at, at + 8).map((line) => line.slice(0, 500));
  const [first = "", ...rest] = at > index && block[0]?.trim() === "" ? block.slice(1) : block;
  return FROM.test(first) && rest.slice(0, 3).some((line) => WHEN.test(line)) && rest.some((line) => WHOM.test(line));
}

const ATTRIBUTION_START = /^\s{0,8}(op|on)\s\S/iu;
const ATTRIBUTION_END = /(\s(schreef|wrote|heeft)\b.{0,300}|\b(geschreven|schreef|wrote)\s?):\s*$/iu;

/**
 * "Op ma 5 jan 2026 om 10:00 schreef Naam <adres>:", "Op 5 jan 2026, om 10:00 heeft Naam het volgende geschreven:",
 * "On Mon, 5 Jan 2026 at 10:00, Name wrote:". It needs a digit, and the quote after it, or it may be the person's own sentence.
 */
function isAttribution(lines: readonly string[], index: number): boolean {
  for (let length = 1; length <= ATTRIBUTION_LINES; length += 1) {
    const sentence = lines
      .slice(index, index + length)
      .join(" ")
      .slice(0, 600);
    if (!ATTRIBUTION_END.test(sentence)) continue;
    const next = lines.slice(index + length, index + length + 4).find((line) => line.trim() !== "");
    const hasAddress = /[^\s@]@[^\s@]/u.test(sentence);
    return (
      /\d/u.test(sentence) &&
      (next === undefined || isQuoteMark(next) || hasAddress || /\d{1,2}[:.]\d{2}/u.test(sentence))
    );
  }
  return false;
}

function isMarkedQuote(block: readonly string[]): boolean {
  return block.slice(0, ATTRIBUTION_LINES + 3).some(isQuoteMark);
}

/** Unmarked words after a marked line, other than a signature: an answer below or between. */
function hasAnswerBelow(block: readonly string[]): boolean {
  const firstMark = block.findIndex(isQuoteMark);
  const after = block.slice(firstMark);
  const signature = after.findIndex((line) => /^-- ?$/u.test(line));
  const words = signature < 0 ? after : after.slice(0, signature);
  return words.some((line) => line.trim() !== "" && !isQuoteMark(line));
}
