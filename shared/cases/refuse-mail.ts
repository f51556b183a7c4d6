import { parseMail } from "../mail/parse.ts";
import type { MailEnvelope } from "../mail/parsed-mail.ts";
import type { Instant } from "../ports.ts";
import { firstEntry, noteArrival } from "../store/intake-log.ts";
import { addressed, type ReceiveMailDependencies, rawMailKey } from "./receive-mail.ts";

/** A mail that was too big to take; how it begins stands in the archive. */
interface TooBig {
  readonly mailId: string;
  readonly envelope: MailEnvelope;
  readonly receivedAt: Instant;
  readonly bytes: number;
}

/**
 * Notes a mail that was not taken because it is over 40 MB. Its sender has heard so from their own mail server; a colleague finds it in the
 * log, from whom it was and how it begins, and can have it looked at.
 */
export async function refuseMail(
  { mailId, envelope, receivedAt, bytes }: TooBig,
  { cases, archive, secrets }: Pick<ReceiveMailDependencies, "cases" | "archive" | "secrets">,
): Promise<void> {
  const raw = await archive.get(rawMailKey(mailId));
  const mail = raw === undefined ? undefined : await parseMail(raw);
  for (const { id } of addressed(envelope, cases.procedures)) {
    const first = firstEntry(id, mailId, receivedAt, secrets.linkSecret());
    const known = { from: mail?.from?.address ?? envelope.from, to: [...envelope.recipients], bytes };
    const said = { subject: mail?.subject ?? "", disposition: "refused", reason: "too-big" } as const;
    await cases.items.transact([noteArrival({ ...first, ...known, ...said })]);
  }
}
