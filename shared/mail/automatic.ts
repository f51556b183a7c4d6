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
  if (says("precedence", /^\s*auto_?reply\b/u)) return "auto-submitted";
  if (says("x-auto-response-suppress", /\b(all|oof|autoreply)\b/u)) return "suppresses-answers";
  const isOwnList = namesOurList(mail, ownAddresses);
  if (!isOwnList && says("precedence", /^\s*(bulk|junk|list)\b/u)) return "bulk";
  if (!isOwnList && [...mail.headers.keys()].some((name) => LIST_FIELD.test(name))) return "mailing-list";
  if (isOutOfOffice(mail)) return "out-of-office";
  if ([mail.from, mail.sender].some((mailbox) => mailbox !== undefined && isNoReply(mailbox.address))) {
    return "no-reply-sender";
  }
  return undefined;
}

const LIST_FIELD = /^list-(archive|help|id|owner|post|subscribe|unsubscribe|unsubscribe-post)$/u;

/**
 * A complaints address that is itself a group (Google Groups, Microsoft 365, a list) passes on what people write to it, with the
 * marks of a list on it.
 */
function namesOurList({ headers }: ParsedMail, ownAddresses: readonly string[]): boolean {
  const said = ["list-id", "list-post"].flatMap((name) => headers.get(name) ?? []).map((value) => value.toLowerCase());
  const own = ownAddresses.map(boxKey).flatMap((address) => [`<mailto:${address}>`, `<${address.replace("@", ".")}>`]);
  return said.some((value) => own.some((name) => value.includes(name)));
}

function isNull(address: string): boolean {
  return address.trim() === "" || address.trim() === "<>";
}

const REPORT_PARTS = new Set([
  "message/delivery-status",
  "message/disposition-notification",
  "message/feedback-report",
  "message/global-delivery-status",
]);

/** What mail servers write above a report in no standard form. People write about deliveries too, so the words must be a server's as well. */
const REPORT_SUBJECT =
  /^(undeliver(able|ed)\s*:|undelivered mail|(mail|message) (delivery|could not be delivered)|mail (error|system error)|returned (mail|to sender)|failure notice|non[- ]?delivery|(permanent )?delivery (status notification|failure|failed|has failed|notification|report|warning)|onbestelbaar|niet[- ]bezorgd|kan niet worden bezorgd|unzustellbar|non remis|(re: )?your message .{0,100}(could not be delivered|awaits moderator approval|delivery failed))/iu;
const REPORT_WORDS =
  /\b[245]\.\d{1,3}\.\d{1,3}\b|\b55\d[ -]|\b(recipient|mailbox|user unknown|smtp|mail server|mailserver|ontvanger|postvak|empfänger|destinataire|moderator)\b|could not be delivered|(unable|wasn't able) to deliver/iu;

/** Delivery and read reports, also from servers that forget to name the whole one. */
function isReport(mail: ParsedMail): boolean {
  return (
    mail.contentType === "multipart/report" ||
    mail.attachments.some(({ contentType }) => REPORT_PARTS.has(contentType)) ||
    mail.headers.has("x-failed-recipients") ||
    (REPORT_SUBJECT.test(mail.subject) && REPORT_WORDS.test(mail.text.slice(0, 5_000)))
  );
}

/** A mail server, list or answering machine rather than somebody. */
export function isDaemon(address: string): boolean {
  const local = localPart(address);
  return /^(mailer-daemon|mail-daemon|maildaemon|postmaster|listserv|majordomo|autoresponder)$/u.test(local);
}

const NO_REPLY =
  /(^|[._+-])(no[._-]?reply|do[._-]?not[._-]?reply|dont[._-]?reply|niet[._-]?(be)?antwoorden|niet[._-]?reageren|geen[._-]?(antwoord|reactie))([._+\d-]|$)/u;

/** Nobody reads what is sent there. RFC 3834 2 also names list managers: `owner-…`, `…-request`. */
export function isNoReply(address: string): boolean {
  const local = localPart(address);
  return NO_REPLY.test(local) || /^owner-|-(owner|request|bounces?)$/u.test(local);
}

function localPart(address: string): string {
  return address.slice(0, Math.max(0, address.lastIndexOf("@"))).toLowerCase();
}

const OUT_OF_OFFICE_FIELDS = [
  "x-autoreply",
  "x-autoreply-from",
  "x-autorespond",
  "x-autoresponder",
  "x-auto-reply",
  "x-mail-autoreply",
  "x-vacation",
];

/** The same labels in the languages of people who live here or nearby. */
const OUT_OF_OFFICE_ABROAD =
  /^[[(【]?(automatische (antwort|rückmeldung)|abwesenheits(notiz|meldung|benachrichtigung)|abwesend|réponse automatique|(message d')?absence( du bureau)?|respuesta automática|fuera de (la )?oficina|risposta automatica|fuori (sede|ufficio)|resposta automática|automatyczna odpowiedź|automat(iskt|isk) svar|autosvar|otomatik yan[ıi]t|automatická odpověď|automaattinen vastaus|sjálfvirkt svar|automatikus válasz|răspuns automat|αυτόματη απάντηση|автоответ|автоматический ответ|автоматична відповідь|رد تلقائي|自動応答|自动回复|自動回覆)[\])】]?\s*([:：]|-\s|$)/iu;

/**
 * Words that mail programs put before the subject. They count only as a label (followed by a colon, or alone): people
 * also complain about automatic replies, and about absence.
 */
const OUT_OF_OFFICE_SUBJECT =
  /^(\[?(automatisch(e)? (antwoord|reactie|bericht)|automatic (reply|response)|auto(matic)?[ -]?(reply|response|antwoord)|out[ -]of[ -](the[ -])?office( (auto(matic)?[ -]?)?(reply|assistant))?|afwezigheids(assistent|bericht|melding)|afwezig|niet aanwezig|i['’]?m (away|out of (the )?office)|away from (my|the) (desk|office)|vakantie(melding|bericht)|(automatische )?ontvangstbevestiging)\]?)\s*(:|-\s|$)/iu;

/** A label in brackets needs no colon behind it. */
const IN_BRACKETS =
  /^\[(auto-?(matic )?(reply|response|responder)|out[ -]of[ -]office|afwezig|automatisch antwoord)\]/iu;

function isOutOfOffice(mail: ParsedMail): boolean {
  const marked = OUT_OF_OFFICE_FIELDS.some((name) => {
    const value = mail.headers.get(name)?.[0]?.toLowerCase();
    return value !== undefined && value !== "no" && value !== "false";
  });
  const labels = [OUT_OF_OFFICE_SUBJECT, OUT_OF_OFFICE_ABROAD, IN_BRACKETS];
  return marked || labels.some((label) => label.test(mail.subject));
}
