import { createHash } from "node:crypto";
import type { ParsedMail } from "./parsed-mail.ts";
import { baseSubject } from "./subject.ts";

type Fingerprinted = Pick<ParsedMail, "messageId" | "from" | "subject" | "text" | "attachments">;

/**
 * The same mail, delivered again: SHA-256 (hex) over Message-ID, sender, words and attachments. Layout that servers change
 * on the way (line ends, spaces, letter case of the address) makes no difference.
 */
export function deliveryFingerprint(mail: Fingerprinted): string {
  return digest(["delivery", mail.messageId ?? "", ...contents(mail)]);
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
