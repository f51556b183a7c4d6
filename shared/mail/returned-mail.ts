import { addressParser } from "postal-mime";
import { fieldBlocks, valuesOf } from "./header-block.ts";
import { MAIL_LIMITS } from "./limits.ts";
import { mailboxes } from "./mailboxes.ts";
import type { ParsedMail } from "./parsed-mail.ts";

/** A mail that comes back, whole or only its header (RFC 6522, RFC 6533). */
const RETURNED = new Set([
  "message/rfc822",
  "message/global",
  "message/global-headers",
  "message/rfc822-headers",
  "text/rfc822",
  "text/rfc822-headers",
]);

/** Servers that write for people put the header in the text, sometimes quoted or moved to the right. */
const IN_TEXT = /^[ \t>|]{0,20}(?:x-original-|original-)?message-id[ \t]{0,5}:\s{0,10}<([^<>\s]{1,250})>/gimu;

interface Returned {
  readonly messageIds: readonly string[];
  readonly recipients: readonly string[];
}

/** The ids and recipients of the mail that is returned in this one: of the parts, and else in its words. */
export function returnedMail({ attachments, text }: Pick<ParsedMail, "attachments" | "text">): Returned {
  const headers = attachments
    .filter(({ contentType }) => RETURNED.has(contentType))
    .map(({ bytes }) => fieldBlocks(bytes)[0] ?? []);
  const inParts = headers.flatMap((header) => valuesOf("message-id", header)).flatMap(bracketed);
  const inWords = [...text.matchAll(IN_TEXT)].map(([, id = ""]) => id);
  const recipients = headers
    .flatMap((header) => ["to", "cc"].flatMap((name) => valuesOf(name, header)))
    .flatMap((value) => mailboxes(addressParser(value.slice(0, MAIL_LIMITS.headerValue))));
  return { messageIds: [...inParts, ...inWords], recipients: recipients.map(({ address }) => address) };
}

function bracketed(value: string): readonly string[] {
  const id = /^<?([^<>\s]{1,250})>?/u.exec(value)?.[1];
  return id === undefined ? [] : [id];
}
