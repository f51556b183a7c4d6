import { calendarToText } from "./calendar.ts";
import { htmlToText } from "./html-text.ts";
import { MAIL_LIMITS } from "./limits.ts";
import { withoutMojibake } from "./mojibake.ts";
import type { MailAttachment, MailDefect } from "./parsed-mail.ts";
import { manyLines } from "./plain-text.ts";
import { openWinmail } from "./winmail.ts";

interface Written {
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  readonly attachments: readonly MailAttachment[];
}

/**
 * The words of one mail, best source first: its text, its HTML, the text Outlook packed into a `winmail.dat`, an
 * invitation. What did not fit is told in `defects`.
 */
export function readableText({ text = "", html = "", attachments }: Written, defects: Set<MailDefect>): string {
  const plain = withoutBlankEdges(manyLines(withoutMojibake(text.slice(0, MAIL_LIMITS.text * 2)), MAIL_LIMITS.text));
  const markup = html.trim() !== "" ? html : isPage(text) ? text : "";
  const isBetter = plain === "" || isExcuse(plain) || isPage(text);
  const own = markup !== "" && isBetter ? fromHtml(markup, defects) || plain : plain;
  if (own === plain && text.length > MAIL_LIMITS.text) defects.add("text-cut");
  if (isGibberish(own)) defects.add("undecodable");
  if (own !== "") return own;
  const packed = attachments.map((one) => (isWinmail(one) ? (openWinmail(one.bytes)?.text ?? "") : ""));
  const invited = attachments.map((one) => (isCalendar(one) ? calendarToText(one.bytes) : ""));
  return [...packed, ...invited].find((words) => words !== "") ?? "";
}

export function isWinmail({ contentType, fileName }: MailAttachment): boolean {
  return /^application\/(vnd\.)?ms-tnef$/u.test(contentType) || fileName.toLowerCase() === "winmail.dat";
}

function isCalendar({ contentType }: MailAttachment): boolean {
  return contentType === "text/calendar" || contentType === "application/ics";
}

/** HTML that is sent as plain text. */
function isPage(text: string): boolean {
  return /^\s{0,100}<(!doctype\s+html|html)[\s>]/iu.test(text.slice(0, 300));
}

/** "Your mail program does not support HTML": not what the person wrote. */
function isExcuse(plain: string): boolean {
  return (
    plain.length < 300 && /\bhtml\b/iu.test(plain) && /(support|display|view|weergeven|ondersteun|bekijk)/iu.test(plain)
  );
}

function fromHtml(html: string, defects: Set<MailDefect>): string {
  const text = htmlToText(html);
  if (text.length > MAIL_LIMITS.text) defects.add("text-cut");
  return withoutBlankEdges(manyLines(withoutMojibake(text), MAIL_LIMITS.text));
}

function withoutBlankEdges(text: string): string {
  return text.replace(/^(?:[^\S\n]{0,100}\n)+/u, "").trimEnd();
}

/** More than three in ten characters could not be decoded: bytes, not words. */
function isGibberish(text: string): boolean {
  const lost = text.match(/\uFFFD/gu)?.length ?? 0;
  return lost > 10 && lost > text.length * 0.3;
}
