import type { Doubt } from "../domain/doubt.ts";
import { isBareAddress } from "./address.ts";
import { type AutomaticReason, automaticSign, isDaemon, isNoReply } from "./automatic.ts";
import { boxKey } from "./mailboxes.ts";
import type { Mailbox, MailEnvelope, ParsedMail } from "./parsed-mail.ts";
import { answersUs, mayBeSomebodys, readsLikeAMachine } from "./reads-like.ts";

/** As SES gives them (https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html); UNKNOWN where nobody checked. */
export type Verdict = "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "UNKNOWN";

export interface MailVerdicts {
  readonly spam: Verdict;
  readonly virus: Verdict;
  readonly spf: Verdict;
  readonly dkim: Verdict;
  readonly dmarc: Verdict;
}

/**
 * What a mail is. An `automatic` one is only noted in the intake log, a `doubtful` one goes to a person, a `letter` was written by a
 * person. `mayAnswer` says whether an automatic answer may be sent (RFC 3834 2); when it may, it goes to `answerTo`.
 */
export type MailClass =
  | { readonly kind: "automatic"; readonly reason: AutomaticReason; readonly mayAnswer: false }
  | { readonly kind: "doubtful"; readonly reason: Doubt; readonly mayAnswer: false }
  | { readonly kind: "letter"; readonly sender: Mailbox; readonly mayAnswer: true; readonly answerTo: Mailbox }
  | { readonly kind: "letter"; readonly sender: Mailbox; readonly mayAnswer: false };

export interface MailToClassify {
  readonly mail: ParsedMail;
  readonly envelope: MailEnvelope;
  /** Every address we receive or send on, without labels. */
  readonly ownAddresses: readonly string[];
  readonly verdicts: MailVerdicts;
}

/**
 * Decides what a mail is, from worst to best: a virus is told to a person whatever else the mail claims, and a machine's
 * mail is never held for a letter.
 */
export function classifyMail(input: MailToClassify): MailClass {
  const { mail, verdicts } = input;
  if (verdicts.virus === "FAIL") return doubtful("virus");
  const sign = automaticSign(mail, input.envelope, input.ownAddresses);
  const doubt = sign === undefined ? undefined : doubtAbout(sign, input);
  if (sign !== undefined && doubt === undefined) return { kind: "automatic", reason: sign, mayAnswer: false };
  if (verdicts.spam === "FAIL") return doubtful("spam");
  if (isForged(verdicts)) return doubtful("forged-sender");
  if (mail.defects.includes("several-senders")) return doubtful("several-senders");
  if (mail.from === undefined || /^nobody@/iu.test(mail.from.address)) return doubtful("no-sender");
  if (mail.defects.includes("unparsable") || mail.defects.includes("undecodable")) return doubtful("unreadable");
  if (isEmpty(mail)) return doubtful("empty");
  if (doubt !== undefined) return doubtful(doubt);
  // In a case such a mail does no harm, and its owner sees what it is; a new case would bring its sender an answer.
  if (readsLikeAMachine(mail) && !answersUs(input.envelope)) return doubtful("perhaps-automatic");
  const answerTo = [...mail.replyTo, mail.from].find(isReachable(input.ownAddresses));
  if (answerTo === undefined) return { kind: "letter", sender: mail.from, mayAnswer: false };
  return { kind: "letter", sender: mail.from, mayAnswer: true, answerTo };
}

/** Marks that people's letters bear too, because of the way they were sent. */
const WEAK: ReadonlySet<AutomaticReason> = new Set(["bulk", "mailing-list", "no-reply-sender", "suppresses-answers"]);

/** Why a person should look at a mail with the mark of a machine, or nothing when it is clear. */
function doubtAbout(sign: AutomaticReason, { mail, envelope, ownAddresses }: MailToClassify): Doubt | undefined {
  const namesSomebody = mail.replyTo.some(isReachable(ownAddresses));
  if (sign === "no-reply-sender" && namesSomebody) return "web-form";
  if (isMassMailing(mail)) return undefined;
  if (sign === "report" && isPassedOn(mail, envelope) && mayBeSomebodys(mail, envelope)) return "perhaps-automatic";
  const isForm = sign === "auto-submitted" && mail.autoSubmitted === "auto-generated" && mail.inReplyTo.length === 0;
  if (!(WEAK.has(sign) || (isForm && namesSomebody)) || !mayBeSomebodys(mail, envelope)) return undefined;
  return isForm || sign === "no-reply-sender" ? "web-form" : "perhaps-automatic";
}

/** Somebody who complains that mail came back sends the report of it along; a server's own report is one as a whole. */
function isPassedOn({ contentType, from, headers }: ParsedMail, envelope: MailEnvelope): boolean {
  if (contentType !== "multipart/mixed" || headers.has("x-failed-recipients")) return false;
  return [from?.address ?? "", envelope.from].every((address) => isBareAddress(address) && !isDaemon(address));
}

/** Its sender calls it one, and says how to end it. Groups that pass on what people write say `Precedence: list`. */
function isMassMailing({ headers }: ParsedMail): boolean {
  const precedence = headers.get("precedence")?.[0] ?? "";
  return /^\s*(bulk|junk)\b/iu.test(precedence) && [...headers.keys()].some((name) => name.startsWith("list-"));
}

function doubtful(reason: Doubt): MailClass {
  return { kind: "doubtful", reason, mayAnswer: false };
}

/**
 * DMARC says so, or the domain's SPF forbids this server and no signature vouches for the mail. SPF alone is no proof:
 * every forwarded mail fails it.
 */
function isForged({ spf, dkim, dmarc }: MailVerdicts): boolean {
  return dmarc === "FAIL" || (spf === "FAIL" && dkim !== "PASS" && dmarc !== "PASS");
}

/** Somebody we could write to: not ourselves, nor a machine that reads nothing or answers everything. */
function isReachable(ownAddresses: readonly string[]): (mailbox: Mailbox) => boolean {
  const own = new Set(ownAddresses.map(boxKey));
  const isMachine = (address: string) => isDaemon(address) || isNoReply(address);
  return ({ address }) => isBareAddress(address) && !own.has(boxKey(address)) && !isMachine(address);
}

function isEmpty(mail: ParsedMail): boolean {
  return mail.text.trim() === "" && mail.subject === "" && mail.attachments.length === 0;
}
