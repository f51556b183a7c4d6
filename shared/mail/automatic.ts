import { boxKey } from "./mailboxes.ts";
import type { MailEnvelope, ParsedMail } from "./parsed-mail.ts";

/** What gave a machine away. */
export type AutomaticReason =
  | "null-sender"
  | "report"
  | "mailer-daemon"
  | "own-address"
  | "auto-submitted"
  | "suppresses-answers"
  | "mailing-list"
  | "bulk"
  | "out-of-office"
  | "no-reply-sender";

/** The first sign that nobody wrote this mail by hand (RFC 3834 2, RFC 3464, RFC 2369, RFC 2919), or nothing. */
export function automaticSign(
  mail: ParsedMail,
  envelope: MailEnvelope,
  ownAddresses: readonly string[],
): AutomaticReason | undefined {
  const says = (name: string, pattern: RegExp): boolean =>
    (mail.headers.get(name) ?? []).some((value) => pattern.test(value.toLowerCase()));
  const senders = [mail.from?.address, mail.sender?.address, envelope.from].filter((address) => address !== undefined);
  const own = new Set(ownAddresses.map(boxKey));
  if (isNull(envelope.from) || says("return-path", /^\s*<\s*>/u)) return "null-sender";
  if (isReport(mail)) return "report";
  if (senders.some(isDaemon)) return "mailer-daemon";
  if (senders.some((address) => own.has(boxKey(address)))) return "own-address";
  if (mail.autoSubmitted !== undefined && mail.autoSubmitted !== "no") return "auto-submitted";
  if (says("x-auto-response-suppress", /\b(all|oof|autoreply)\b/u)) return "suppresses-answers";
  if (says("precedence", /^\s*(bulk|junk|list|auto_reply)\b/u)) return "bulk";
  if ([...mail.headers.keys()].some((name) => LIST_FIELD.test(name))) return "mailing-list";
  if (isOutOfOffice(mail)) return "out-of-office";
  if ([mail.from, mail.sender].some((mailbox) => mailbox !== undefined && isNoReply(mailbox.address))) {
    return "no-reply-sender";
  }
  return undefined;
}

const LIST_FIELD = /^list-(archive|help|id|owner|post|subscribe|unsubscribe|unsubscribe-post)$/u;

function isNull(address: string): boolean {
  return address.trim() === "" || address.trim() === "<>";
}

const REPORT_PARTS = new Set([
  "message/delivery-status",
  "message/disposition-notification",
  "message/feedback-report",
  "message/global-delivery-status",
]);

/** Delivery and read reports, also from servers that forget to name the whole one. */
function isReport(mail: ParsedMail): boolean {
  return (
    mail.contentType === "multipart/report" || mail.attachments.some(({ contentType }) => REPORT_PARTS.has(contentType))
  );
}

/** A mail server, list or answering machine rather than somebody. */
export function isDaemon(address: string): boolean {
  const local = localPart(address);
  return /^(mailer-daemon|mail-daemon|maildaemon|postmaster|listserv|majordomo|autoresponder)$/u.test(local);
}

const NO_REPLY =
  /(^|[._+-])(no[._-]?reply|do[._-]?not[._-]?reply|dont[._-]?reply|niet[._-]?(be)?antwoorden|niet[._-]?reageren|geen[._-]?(antwoord|reactie))([._+\d-]|$)/u;

/** RFC 3834 2 also names list managers: `owner-…`, `…-request`. */
function isNoReply(address: string): boolean {
  const local = localPart(address);
  return NO_REPLY.test(local) || /^owner-|-(owner|request|bounces?)$/u.test(local);
}

function localPart(address: string): string {
  return address.slice(0, Math.max(0, address.lastIndexOf("@"))).toLowerCase();
}

const OUT_OF_OFFICE_FIELDS = ["x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "x-mail-autoreply"];

/**
 * Words that mail programs put before the subject. They count only as a label (followed by a colon, or alone): people
 * also complain about automatic replies, and about absence.
 */
const OUT_OF_OFFICE_SUBJECT =
  /^(\[?(automatisch(e)? (antwoord|reactie|bericht)|automatic (reply|response)|auto(matic)?[ -]?(reply|response|antwoord)|out[ -]of[ -](the[ -])?office( (auto(matic)?[ -]?)?(reply|assistant))?|afwezigheids(assistent|bericht|melding)|afwezig|niet aanwezig|(automatische )?ontvangstbevestiging)\]?)\s*(:|-\s|$)/iu;

function isOutOfOffice(mail: ParsedMail): boolean {
  const marked = OUT_OF_OFFICE_FIELDS.some((name) => {
    const value = mail.headers.get(name)?.[0]?.toLowerCase();
    return value !== undefined && value !== "no" && value !== "false";
  });
  return marked || OUT_OF_OFFICE_SUBJECT.test(mail.subject);
}
