import { localDay } from "../domain/calendar.ts";
import type { Procedure } from "../domain/procedure.ts";
import { boxKey } from "../mail/mailboxes.ts";
import type { Write } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { claimedCase } from "../store/claims.ts";
import { countedMail } from "../store/mail-counts.ts";
import { overLimitKey } from "./hold-mail.ts";

/**
 * More than people write, and few enough that two machines that answer each other come to an end (RFC 3834 2, 5). Per address and local
 * day; `answers` is what one of our addresses sends to one other without anybody looking.
 */
export const mailLimits = { mails: 40, mailsOfColleague: 60, answers: 20 } as const;

interface MailLimit {
  /** The mailbox whose limit of today is reached; nothing more is answered then. */
  readonly reachedBy?: string;
  /** Counts this mail, and the answer that follows it. */
  readonly counted: readonly Write[];
}

/** @param answered where an answer goes by itself, when one does. */
export async function mailLimit(
  sender: string,
  answered: string | undefined,
  procedure: Procedure,
  cases: CaseStore,
): Promise<MailLimit> {
  const day = localDay(cases.now(), procedure.calendar.timeZone);
  const [from, to] = [boxKey(sender), answered === undefined ? undefined : boxKey(answered)];
  for (const box of to === undefined || to === from ? [from] : [from, to]) {
    if (await isUndecided(box, procedure, cases)) return { reachedBy: box, counted: [] };
  }
  const isColleague = procedure.people.some(({ email }) => boxKey(email) === from);
  const theirs = await countedMail(cases.items, procedure.id, day, from);
  if (theirs.mails >= (isColleague ? mailLimits.mailsOfColleague : mailLimits.mails)) {
    return { reachedBy: from, counted: [] };
  }
  if (to === undefined) return { counted: theirs.add({ mails: 1 }) };
  const other = to === from ? theirs : await countedMail(cases.items, procedure.id, day, to);
  if (other.answers >= mailLimits.answers) return { reachedBy: to, counted: [] };
  return {
    counted:
      to === from ? theirs.add({ mails: 1, answers: 1 }) : [...theirs.add({ mails: 1 }), ...other.add({ answers: 1 })],
  };
}

/** Whether mail over the limit of this mailbox still waits for somebody, from today or before: nothing is answered until they have decided. */
async function isUndecided(box: string, { id }: Procedure, cases: CaseStore): Promise<boolean> {
  const fileId = await claimedCase(cases.items, overLimitKey(id, box));
  return fileId !== undefined && (await cases.load(id, fileId)).status === "open";
}
