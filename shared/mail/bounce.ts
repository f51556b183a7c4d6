import { isDaemon } from "./automatic.ts";
import { bouncedInText } from "./bounce-text.ts";
import { deliveryStatus } from "./delivery-status.ts";
import { complaintsIn } from "./feedback-report.ts";
import type { MailEnvelope, ParsedMail } from "./parsed-mail.ts";
import type { RecipientReport } from "./recipient-report.ts";
import { returnedMail } from "./returned-mail.ts";

/** A mail in which a server tells what became of mail of ours. */
export interface Bounce {
  /** One or more. */
  readonly reports: readonly RecipientReport[];
  /** Ids that the mail it is about may have, without angle brackets, likeliest first. */
  readonly originalMessageIds: readonly string[];
  /** Whom the returned mail was addressed to in its header. */
  readonly originalRecipients: readonly string[];
}

const mostReports = 50;
const mostIds = 20;

/**
 * What a mail tells of the delivery of earlier mail, or nothing when it is no such mail: a report for machines (RFC 3464, RFC 5965), or the words
 * that a server writes for people. Says only what the mail says; whether there ever was such a letter is for others to look up.
 */
export function readBounce(mail: ParsedMail, envelope: Pick<MailEnvelope, "from">): Bounce | undefined {
  const status = deliveryStatus(mail.attachments);
  const complaints = complaintsIn(mail.attachments);
  const returned = returnedMail(mail);
  const forMachines = [...status.reports, ...complaints.reports];
  const isFromServer = isServersOwn(mail) || (isNull(envelope.from) && returned.messageIds.length > 0);
  const reports = forMachines.length > 0 || !isFromServer ? forMachines : bouncedInText(mail);
  if (reports.length === 0) return undefined;
  const ids = [...returned.messageIds, ...status.messageIds, ...mail.inReplyTo, ...mail.references.toReversed()];
  return {
    reports: distinct(reports).slice(0, mostReports),
    originalMessageIds: [...new Set(ids.filter(isPlain))].slice(0, mostIds),
    originalRecipients: [...new Set([...returned.recipients, ...complaints.recipients])].slice(0, mostReports),
  };
}

/** The words alone prove little: people too write that a mail came back. */
function isServersOwn(mail: ParsedMail): boolean {
  const sender = mail.from;
  return (
    mail.headers.has("x-failed-recipients") ||
    (sender !== undefined && (isDaemon(sender.address) || SERVER.test(sender.name ?? "")))
  );
}

const SERVER =
  /^(mail delivery (sub)?system|mail delivery service|mailer[- ]daemon|postmaster|system administrator|systeembeheerder|microsoft outlook|internet mail delivery|mailsysteem|bezorgsysteem)$/iu;

const isPlain = (id: string): boolean => /^[^\s<>\p{Cc}\p{Cf}]{1,250}$/u.test(id);

function isNull(address: string): boolean {
  return address.trim() === "" || address.trim() === "<>";
}

/** A server that writes the same in two parts says it once. */
function distinct(reports: readonly RecipientReport[]): readonly RecipientReport[] {
  const seen = new Map(reports.map((one) => [JSON.stringify([one.recipient, one.sentTo, one.action]), one]));
  return [...seen.values()];
}
