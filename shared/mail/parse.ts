import PostalMime, { addressParser, type Email } from "postal-mime";
import type { Instant } from "../ports.ts";
import { mediaType, presentAttachment, presentFile } from "./attachments.ts";
import { MAIL_LIMITS } from "./limits.ts";
import { mailboxes } from "./mailboxes.ts";
import { mended } from "./mend.ts";
import { withoutMojibake } from "./mojibake.ts";
import type { MailAttachment, Mailbox, MailDefect, ParsedMail } from "./parsed-mail.ts";
import { manyLines, oneLine } from "./plain-text.ts";
import { isWinmail, readableText } from "./readable-text.ts";
import { tame } from "./tame.ts";
import { openWinmail } from "./winmail.ts";

const options = {
  // Mails in a mail become attachments: inlining them is done here, with the same text on every machine.
  forceRfc822Attachments: true,
  maxNestingDepth: MAIL_LIMITS.nesting,
  maxHeadersSize: MAIL_LIMITS.headerBytes,
};

/**
 * Reads a mail (RFC 5322, MIME). Never throws and always ends: what cannot be read is told in `defects`, and what could be
 * read of it (at least the header, if there is one) is there.
 */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  return parseNested(raw, 0);
}

async function parseNested(raw: Uint8Array, depth: number): Promise<ParsedMail> {
  const tamed = tame(raw);
  const whole = await read(tamed.bytes);
  if (whole !== undefined) {
    const defects = new Set(tamed.defects);
    return present(await mended(whole, tamed, read, defects), [...defects], depth);
  }
  const header = headerAlone(tamed.bytes.subarray(0, Math.min(tamed.headerLength, MAIL_LIMITS.headerBytes)));
  const saved = (await read(header)) ?? { headers: [], headerLines: [], attachments: [] };
  return present({ ...saved, attachments: [] }, [...tamed.defects, "unparsable"], depth);
}

async function read(bytes: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(bytes, options);
  } catch {
    return undefined;
  }
}

/** The last field may have been cut in the middle, and the bytes must not end inside a part. */
function headerAlone(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(0x0a);
  return end < 0 ? bytes : bytes.subarray(0, end + 1);
}

async function present(email: Email, known: readonly MailDefect[], depth: number): Promise<ParsedMail> {
  const defects = new Set(known);
  const headers = headerMap(email, defects);
  const contentType = mediaType(headers.get("content-type")?.[0] ?? "text/plain");
  const attachments = filesOf(email, defects);
  const text = await textOf(email, contentType, attachments, depth, defects);
  const messageId = messageIds(email.messageId)[0];
  const from = mailboxes(email.from && [email.from])[0] ?? fromBehindComma(email);
  const sender = mailboxes(email.sender && [email.sender])[0];
  const date = instant(email.date);
  const autoSubmitted = autoSubmittedKeyword(headers.get("auto-submitted") ?? []);
  return {
    ...(messageId !== undefined && { messageId }),
    inReplyTo: messageIds(email.inReplyTo),
    references: messageIds(email.references),
    ...(from !== undefined && { from }),
    ...(sender !== undefined && { sender }),
    replyTo: mailboxes(email.replyTo),
    to: mailboxes(email.to),
    cc: mailboxes(email.cc),
    subject: oneLine(withoutMojibake((email.subject ?? "").slice(0, MAIL_LIMITS.subject * 4)), MAIL_LIMITS.subject),
    ...(date !== undefined && { date }),
    text,
    ...(email.html !== undefined && { html: manyLines(email.html, MAIL_LIMITS.html) }),
    attachments,
    headers,
    contentType,
    ...(autoSubmitted !== undefined && { autoSubmitted }),
    defects: [...defects],
  };
}

function headerMap(email: Email, defects: Set<MailDefect>): Map<string, string[]> {
  const map = new Map<string, string[]>();
  const senders = email.headers.filter(({ key }) => key === "from").length;
  if (senders > 1 || namesSeveral(email)) defects.add("several-senders");
  // A line without a field name is no header field; random bytes are full of them.
  const fields = email.headers.filter(({ key }) => /^[!-9;-~]{1,80}$/u.test(key));
  if (!fields.some(({ value }) => value !== "")) defects.add("no-header");
  if (fields.length > MAIL_LIMITS.headerFields) defects.add("headers-dropped");
  // Fields that say who we are dealing with must not be pushed out by thousands before them.
  const kept = [...fields.filter(({ key }) => TELLING.test(key)), ...fields.filter(({ key }) => !TELLING.test(key))];
  for (const { key, value } of kept.slice(0, MAIL_LIMITS.headerFields)) {
    const values = map.get(key) ?? [];
    map.set(key, [...values, oneLine(value, MAIL_LIMITS.headerValue)]);
  }
  return map;
}

/** `Amrani, Fatima <fatima@…>` without the quotes it needs names nobody first, and then the sender. */
function fromBehindComma(email: Email): Mailbox | undefined {
  return mailboxes(addressParser(fromField(email)))[0];
}

function fromField(email: Email): string {
  return (email.headers.find(({ key }) => key === "from")?.value ?? "").slice(0, 10_000);
}

/** One From field with several people in it (RFC 5322 3.6.2): which of them wrote is for a person to say. */
function namesSeveral(email: Email): boolean {
  return new Set(mailboxes(addressParser(fromField(email))).map(({ address }) => address)).size > 1;
}

const TELLING =
  /^(auto-submitted|content-type|date|from|in-reply-to|list-.*|message-id|precedence|references|reply-to|return-path|sender|subject|to|x-auto.*)$/u;

/** Said twice, the one that says a machine wrote it counts. */
function autoSubmittedKeyword(values: readonly string[]): string | undefined {
  const keywords = values.map((value) => oneLine(value.split(/[;(]/u, 1)[0] ?? "", 40).toLowerCase());
  return keywords.find((keyword) => keyword !== "no") ?? keywords[0];
}

function messageIds(value: string | undefined): readonly string[] {
  const bounded = (value ?? "").slice(-64_000);
  const bracketed = [...bounded.matchAll(/<([^<>\s]{1,1000})>/gu)].map((match) => match[1] ?? "");
  const ids = bracketed.length > 0 ? bracketed : bounded.split(/[\s<>]+/u).filter((word) => word.includes("@"));
  const clean = ids.map((id) => oneLine(id, MAIL_LIMITS.messageId)).filter((id) => id !== "");
  return [...new Set(clean)].slice(-MAIL_LIMITS.ids);
}

function instant(date: string | undefined): Instant | undefined {
  if (date === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u.test(date)) return undefined;
  return date;
}

/** The mail's own words, and those of mails attached to it. */
async function textOf(
  email: Email,
  contentType: string,
  attachments: readonly MailAttachment[],
  depth: number,
  defects: Set<MailDefect>,
): Promise<string> {
  const own = readableText({ text: email.text, html: email.html, attachments }, defects);
  // The returned mail in a bounce is evidence, not something its sender wrote (RFC 3464).
  if (contentType === "multipart/report" || depth >= MAIL_LIMITS.mailsInMails) return own;
  const inner: string[] = [];
  for (const attachment of attachments) {
    if (!isMail(attachment) || inner.length >= MAIL_LIMITS.mailsInMails) continue;
    inner.push(asText(await parseNested(attachment.bytes, depth + 1)));
  }
  return manyLines([own, ...inner].filter((part) => part !== "").join("\n\n"), MAIL_LIMITS.text);
}

/** Some programs send a saved mail as any file. */
function isMail({ contentType, fileName }: MailAttachment): boolean {
  return (
    contentType === "message/rfc822" ||
    (contentType === "application/octet-stream" && fileName.toLowerCase().endsWith(".eml"))
  );
}

/** The attachments, and behind them what is packed in a `winmail.dat`. */
function filesOf(email: Email, defects: Set<MailDefect>): readonly MailAttachment[] {
  const own = email.attachments.slice(0, MAIL_LIMITS.attachments).map(presentAttachment);
  const packed = own.filter(isWinmail).flatMap(({ bytes }) => openWinmail(bytes)?.files ?? []);
  const unpacked = packed.map((file, index) => presentFile({ ...file, disposition: "attachment" }, own.length + index));
  const all = [...own, ...unpacked].slice(0, MAIL_LIMITS.attachments);
  if (all.length < email.attachments.length + packed.length) defects.add("attachments-dropped");
  return all;
}

/** A mail attached to a mail, with the field names every mail program shows above a forwarded one. */
function asText(mail: ParsedMail): string {
  const from = mail.from === undefined ? [] : [`From: ${[mail.from.name, `<${mail.from.address}>`].join(" ").trim()}`];
  const date = mail.date === undefined ? [] : [`Date: ${mail.date}`];
  const subject = mail.subject === "" ? [] : [`Subject: ${mail.subject}`];
  return [...from, ...date, ...subject, "", mail.text].join("\n");
}
