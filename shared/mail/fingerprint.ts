import { createHash } from "node:crypto";
import type { ParsedMail } from "./parsed-mail.ts";
import { baseSubject } from "./subject.ts";

type Fingerprinted = Pick<ParsedMail, "from" | "subject" | "text" | "attachments">;

/**
 * The same mail, delivered again: SHA-256 (hex) over Message-ID, sender, words and attachments. Layout that servers change
 * on the way (line ends, spaces, letter case of the address) makes no difference. Without an id the subject and the date tell two
 * mails apart: many say all they have to say in the subject, and write nothing below it.
 */
export function deliveryFingerprint(mail: Fingerprinted & Pick<ParsedMail, "messageId" | "date">): string {
  const known = mail.messageId === undefined ? ["", normalise(mail.subject), mail.date ?? ""] : [mail.messageId];
  return digest(["delivery", ...known, ...contents(mail)]);
}

/**
 * The same words of the same person, sent again: without the Message-ID, with the subject. For people who press send twice;
 * compare it within an hour. "Done" to one letter and "Done" to another are two answers.
 */
export function contentFingerprint(mail: Fingerprinted & Pick<ParsedMail, "inReplyTo">): string {
  return digest(["content", normalise(baseSubject(mail.subject)), mail.inReplyTo.join(" "), ...contents(mail)]);
}

function contents(mail: Fingerprinted): readonly string[] {
  const attachments = mail.attachments.map(({ bytes }) => createHash("sha256").update(bytes).digest("hex"));
  return [mail.from?.address.toLowerCase() ?? "", normalise(mail.text), ...attachments];
}

function normalise(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, " ").trim();
}

/** Through JSON, so that no text can pretend to be two fields. */
function digest(fields: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}
