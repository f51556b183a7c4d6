import { caseNumbersIn } from "../domain/held-mail.ts";
import type { MailEnvelope, ParsedMail } from "./parsed-mail.ts";

/** One way a mail may point at a case. */
export type ThreadKey =
  | { readonly by: "plus-key"; readonly key: string }
  | { readonly by: "message-id"; readonly id: string }
  | { readonly by: "case-number"; readonly number: string };

/**
 * What a mail says it belongs to, strongest first: the key in our own address (only who got our mail knows it), then the mails it
 * answers (`In-Reply-To`, then `References` from newest to oldest), then a case number in the subject.
 *
 * Look them up in this order; the first that is found wins. A `message-id` counts only when it is an id of a mail we sent or
 * filed. A `case-number` counts **only** when the sender is already known in that case: numbers can be guessed, so a
 * stranger who quotes one never joins and starts a case of their own. Not even the plus key makes a sender a party:
 * whoever is not known in the case is filed as somebody else.
 *
 * @param casePrefixes what case numbers begin with: `ST` for `ST-2026-0001`.
 */
export function threadKeys(
  mail: Pick<ParsedMail, "inReplyTo" | "references" | "subject">,
  envelope: Pick<MailEnvelope, "recipients">,
  casePrefixes: readonly string[],
): readonly ThreadKey[] {
  const keys = new Set(envelope.recipients.map(plusKey).filter((key) => key !== undefined));
  const ids = new Set([...mail.inReplyTo, ...mail.references.toReversed()]);
  const numbers = new Set(casePrefixes.flatMap((prefix) => caseNumbersIn(mail.subject, prefix)));
  return [
    ...[...keys].map((key): ThreadKey => ({ by: "plus-key", key })),
    ...[...ids].map((id): ThreadKey => ({ by: "message-id", id })),
    ...[...numbers].map((number): ThreadKey => ({ by: "case-number", number })),
  ];
}

/** The label of one of our addresses, in lower case, because some mail programs write addresses that way: give out keys in lower case only. */
export function plusKey(recipient: string): string | undefined {
  return /^<?[^+@\s]{1,64}\+([a-z0-9_-]{1,64})@/iu.exec(recipient)?.[1]?.toLowerCase();
}
