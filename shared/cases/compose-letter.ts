import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import type { RenderedLetter } from "../letters/render.ts";
import { composeMail } from "../mail/compose.ts";
import type { Instant } from "../ports.ts";
import type { Thread } from "./letter-thread.ts";

/** Somebody with a mailbox. */
export interface Recipient {
  readonly name: string;
  readonly email: string;
}

interface Posting {
  readonly recipient: Recipient;
  readonly procedure: Procedure;
  readonly replyTo?: string;
  readonly date: Instant;
  /** RFC 3834: an answer to somebody's mail, or a letter of our own accord. */
  readonly automatic: "auto-replied" | "auto-generated";
  /** Where it belongs among the mails of a case. */
  readonly thread?: Thread;
}

const sender: { readonly [One in Language]: (house: string) => string } = {
  nl: (house) => `Klachten ${house}`,
  en: (house) => `Complaints ${house}`,
};

/** A letter as the mail that goes out: from the complaints address of the house, to one person. */
export function composeLetter(
  { subject, text, html, language }: RenderedLetter,
  posting: Posting,
): Promise<Uint8Array> {
  const { recipient, procedure, replyTo, date, automatic, thread } = posting;
  const { complaintsAddress, name } = procedure.house;
  return composeMail({
    from: { name: sender[language](name), address: complaintsAddress },
    to: { name: recipient.name, address: recipient.email },
    ...(replyTo !== undefined && { replyTo }),
    subject,
    text,
    html,
    date,
    automatic,
    ...thread,
  });
}

/** The tags of a mail of our own accord to a colleague, so that the administrator can be told when it comes back. */
export function ownMail(procedure: Procedure, { id }: Procedure["people"][number]) {
  return { organisation: procedure.id, person: id };
}
