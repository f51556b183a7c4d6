import { parseMail } from "../mail/parse.ts";
import type { MailEnvelope } from "../mail/parsed-mail.ts";
import { ConditionFailed, type Instant } from "../ports.ts";
import { firstEntry, noteArrival } from "../store/intake-log.ts";
import type { Arrived, End } from "./arrived-mail.ts";
import { holdMail } from "./hold-mail.ts";
import { addressed, type ReceiveMailDependencies, rawMailKey } from "./receive-mail.ts";

/** A mail that was too big to take; how it begins stands in the archive. */
interface TooBig {
  readonly mailId: string;
  readonly envelope: MailEnvelope;
  readonly receivedAt: Instant;
  readonly bytes: number;
}

const unchecked = { spam: "UNKNOWN", virus: "UNKNOWN", spf: "UNKNOWN", dkim: "UNKNOWN", dmarc: "UNKNOWN" } as const;

/**
 * Notes a mail that was not taken because it is over 40 MB. Its sender hears so from their own mail server; the intake officer has a task with
 * how it begins, one for all of a day.
 */
export async function refuseMail(
  { mailId, envelope, receivedAt, bytes }: TooBig,
  { cases, archive, secrets }: Pick<ReceiveMailDependencies, "cases" | "archive" | "secrets">,
): Promise<void> {
  const raw = await archive.get(rawMailKey(mailId));
  if (raw === undefined) return;
  const mail = await parseMail(raw);
  const stored = { mailId, envelope, receivedAt, verdicts: unchecked };
  for (const procedure of addressed(envelope, cases.procedures)) {
    const first = firstEntry(procedure.id, mailId, receivedAt, secrets.linkSecret());
    const known = {
      from: mail.from?.address ?? envelope.from,
      to: [...envelope.recipients],
      subject: mail.subject,
      bytes,
    };
    const entry = { ...first, ...known, disposition: "refused", reason: "too-big" } as const;
    const end: End = ({ fileId }) => {
      const noted = { ...entry, ...(fileId !== undefined && { fileId }) };
      return { noted, writes: [noteArrival(noted)] };
    };
    const arrived: Arrived = { procedure, stored, entry };
    try {
      await holdMail(mail, "too-big", arrived, end, cases);
    } catch (error) {
      // The same one was sent again, or others came at the same moment: it is in the log all the same.
      if (!(error instanceof ConditionFailed)) throw error;
      await cases.items.transact([noteArrival(entry)]);
    }
  }
}
