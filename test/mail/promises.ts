import { classifyMail, type MailClass } from "../../shared/mail/classify.ts";
import { contentFingerprint, deliveryFingerprint } from "../../shared/mail/fingerprint.ts";
import { guessLanguage } from "../../shared/mail/language.ts";
import { MAIL_LIMITS } from "../../shared/mail/limits.ts";
import { parseMail } from "../../shared/mail/parse.ts";
import type { ParsedMail } from "../../shared/mail/parsed-mail.ts";
import { withRemarks } from "../../shared/mail/remarks.ts";
import { separateReply } from "../../shared/mail/reply.ts";
import { threadKeys } from "../../shared/mail/thread.ts";
import { ownAddresses, unchecked } from "./corpus.ts";

const BIDI_OR_CONTROL = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u;

export interface Outcome {
  readonly mail: ParsedMail;
  readonly became: MailClass;
  /** Empty when all is well. */
  readonly broken: readonly string[];
}

/** Puts a mail through the whole room, and says which promises of `ParsedMail` it breaks. Throws only when the room does. */
export async function throughTheRoom(raw: Uint8Array): Promise<Outcome> {
  const mail = await parseMail(raw);
  const envelope = { from: "iemand@elders.example", recipients: ["klachten+abc@learnworks.example"] };
  const became = classifyMail({ mail, envelope, ownAddresses, verdicts: unchecked });
  threadKeys(mail, envelope, ["LW"]);
  deliveryFingerprint(mail);
  contentFingerprint(mail);
  withRemarks(mail.text, mail, guessLanguage(mail.text, "nl"));
  const { written, quoted } = separateReply(mail.text, mail.subject);
  const whole = written + quoted === mail.text ? [] : ["the reply and its quote are not the whole text"];
  return { mail, became, broken: [...whole, ...brokenPromises(mail)] };
}

function brokenPromises(mail: ParsedMail): readonly string[] {
  const { subject, contentType, autoSubmitted = "", messageId = "", attachments } = mail;
  const people = [...mail.to, ...mail.cc, ...mail.replyTo, mail.from, mail.sender].filter((box) => box !== undefined);
  const lines: readonly (readonly [what: string, line: string, max: number])[] = [
    ["subject", subject, MAIL_LIMITS.subject],
    ["media type", contentType, 150],
    ["Auto-Submitted", autoSubmitted, 40],
    ...people.map(({ name = "" }) => ["name", name, MAIL_LIMITS.name] as const),
    ...people.map(({ address }) => ["address", address, MAIL_LIMITS.address] as const),
    ...[messageId, ...mail.inReplyTo, ...mail.references].map((id) => ["id", id, MAIL_LIMITS.messageId] as const),
    ...attachments.map(({ fileName }) => ["file name", fileName, MAIL_LIMITS.fileName] as const),
    ...attachments.map((one) => ["file type", one.contentType, 150] as const),
    ...[...mail.headers.values()].flat().map((value) => ["field", value, MAIL_LIMITS.headerValue] as const),
  ];
  const counts: readonly (readonly [what: string, count: number, max: number])[] = [
    ["text", mail.text.length, MAIL_LIMITS.text],
    ["html", mail.html?.length ?? 0, MAIL_LIMITS.html],
    ["fields", mail.headers.size, MAIL_LIMITS.headerFields],
    ["attachments", attachments.length, MAIL_LIMITS.attachments],
    ["references", mail.references.length, MAIL_LIMITS.ids],
    ["receivers", mail.to.length, MAIL_LIMITS.addresses],
  ];
  return [
    ...lines.filter(([, line, max]) => line.length > max).map(([what]) => `${what} is too long`),
    ...lines.filter(([, line]) => BIDI_OR_CONTROL.test(line)).map(([what, line]) => `${what} is not one line: ${line}`),
    ...counts.filter(([, count, max]) => count > max).map(([what]) => `too much ${what}`),
    ...attachments.filter(({ fileName }) => !/^[^./\\][^/\\]*$/u.test(fileName)).map(() => "file name climbs"),
    ...people.filter(({ address }) => /[\s<>,;"()]/u.test(address)).map(() => "two addresses in one"),
  ];
}
