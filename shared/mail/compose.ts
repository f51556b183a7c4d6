import { createHash } from "node:crypto";
import MailComposer from "nodemailer/lib/mail-composer";
import type { Instant } from "../ports.ts";
import { isBareAddress } from "./address.ts";
import { MAIL_LIMITS } from "./limits.ts";
import type { Mailbox } from "./parsed-mail.ts";
import { manyLines, oneLine } from "./plain-text.ts";

export interface MailToCompose {
  readonly from: Mailbox;
  readonly to: Mailbox;
  /** A bare address, such as `klachten+key@…`: replies find their case by it. */
  readonly replyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Without angle brackets. Left out, one is made from the contents. SES replaces it in any case. */
  readonly messageId?: string;
  /** The id of the mail that this answers, as it came: an unfit one is left out. */
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  readonly date: Instant;
  /** RFC 3834 5: `auto-replied` when somebody's mail set this off at once, as a receipt; else `auto-generated`, the default; `no`: somebody wrote it. */
  readonly automatic?: "auto-generated" | "auto-replied" | "no";
  /** More fields, `X-…` or `List-…`. Values become one line. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The caller handed over an address, id, date or field that must never reach the wire. Its letter cannot be sent by trying again. */
export class MailNotComposable extends Error {
  override readonly name = "MailNotComposable";
}

/**
 * A MIME message with a text and an HTML alternative, marked as automatic (RFC 3834 5) unless somebody wrote it. The same input gives the same bytes.
 * Line breaks in names, subject and fields become spaces.
 * @throws {MailNotComposable}
 */
export async function composeMail(mail: MailToCompose): Promise<Uint8Array> {
  const fingerprint = createHash("sha256").update(JSON.stringify(mail)).digest("hex");
  const from = checkedMailbox(mail.from);
  const messageId =
    mail.messageId ?? `${fingerprint.slice(0, 40)}@${from.address.slice(from.address.lastIndexOf("@") + 1)}`;
  if (!isMessageId(messageId)) throw new MailNotComposable("The message id is no RFC 5322 message id.");
  const inReplyTo = mail.inReplyTo !== undefined && isMessageId(mail.inReplyTo) ? `<${mail.inReplyTo}>` : undefined;
  const references = (mail.references ?? []).filter(isMessageId).slice(-20);
  const message = new MailComposer({
    from,
    to: checkedMailbox(mail.to),
    ...(mail.replyTo !== undefined && { replyTo: checkedMailbox({ address: mail.replyTo }) }),
    subject: headerText(mail.subject, MAIL_LIMITS.subject),
    text: manyLines(mail.text, Number.MAX_SAFE_INTEGER),
    html: manyLines(mail.html, Number.MAX_SAFE_INTEGER),
    messageId: `<${messageId}>`,
    ...(inReplyTo !== undefined && { inReplyTo }),
    ...(references.length > 0 && { references: references.map((id) => `<${id}>`) }),
    date: checkedDate(mail.date),
    headers: {
      ...checkedFields(mail.headers ?? {}),
      "Auto-Submitted": mail.automatic ?? "auto-generated",
      ...(mail.automatic !== "no" && { "X-Auto-Response-Suppress": "All" }),
    },
    baseBoundary: fingerprint.slice(0, 32),
    encoding: "quoted-printable",
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Uint8Array(await message.compile().build());
}

/** One line that says the same to every reader: what looks like an encoded word (RFC 2047) would be decoded into something else. */
function headerText(text: string, max: number): string {
  return oneLine(text.replaceAll("=?", "= ?"), max);
}

function checkedMailbox({ name, address }: Mailbox): { name: string; address: string } {
  if (!isBareAddress(address)) throw new MailNotComposable("An address is not a bare mail address.");
  return { name: headerText(name ?? "", MAIL_LIMITS.name), address };
}

/** RFC 5322 3.6.4, printable ASCII only, short enough for a line. */
function isMessageId(id: string): boolean {
  return id.length <= MAIL_LIMITS.messageId && /^[!-;=?-~]+@[!-;=?-~]+$/u.test(id);
}

function checkedDate(date: Instant): Date {
  const time = Date.parse(date);
  if (Number.isNaN(time)) throw new MailNotComposable("The date is no ISO 8601 date.");
  return new Date(time);
}

/** Only fields that cannot change who gets the mail or how it is read. */
function checkedFields(fields: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(fields).map(([name, value]): [string, string] => {
    if (!/^(X|List)-[A-Za-z0-9-]{1,60}$/iu.test(name))
      throw new MailNotComposable("A header field is not ours to set.");
    return [name, headerText(value, 900)];
  });
  return Object.fromEntries(entries);
}
