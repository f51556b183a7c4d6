import type { Procedure } from "../domain/procedure.ts";
import { roleById } from "../domain/roles.ts";
import { type DoubtfulMail, renderDoubtfulMail } from "../letters/doubtful-mail.ts";
import { doubtfulReasons } from "../mail/classify.ts";
import { MailNotComposable } from "../mail/compose.ts";
import { parseMail } from "../mail/parse.ts";
import { type Archive, type Post, PostRefused } from "../ports.ts";
import { type IntakeEntry, intakeEntry } from "../store/intake-log.ts";
import { kept, type PendingNotice, pendingNotice } from "../store/outbox.ts";
import { claimed } from "./claim-sending.ts";
import { composeLetter } from "./compose-letter.ts";
import type { DeliverLettersDependencies } from "./deliver-letters.ts";
import { rawMailKey } from "./receive-mail.ts";

export interface DeliverNoticeDependencies extends DeliverLettersDependencies {
  readonly archive: Archive;
}

/** Characters of a doubtful mail that are shown; the rest stands in the archive. */
const shown = 2_000;

/** Tells the intake officer of a mail that a machine should not decide about, once. */
export async function deliverNotice(
  organisation: string,
  mailId: string,
  dependencies: DeliverNoticeDependencies,
): Promise<void> {
  const { cases, post } = dependencies;
  const notice = await pendingNotice(cases.items, organisation, mailId);
  const entry = await intakeEntry(cases.items, organisation, mailId);
  if (notice === undefined || entry === undefined || !(await claimed(notice, cases))) return;
  const procedure = cases.procedure(organisation);
  const { holder, deputy } = roleById(procedure, procedure.responsibilities.intake);
  const mail = await told(entry, dependencies);
  for (const officer of [holder, deputy].flatMap((wanted) => procedure.people.filter(({ id }) => id === wanted))) {
    if (await sent(mail, officer, notice, procedure, post)) break;
  }
  await cases.items.transact([kept(notice)]);
}

/** Whether the post takes it: an address that will never take it is the next officer's turn. The mail stands in the intake log anyway. */
async function sent(
  mail: DoubtfulMail,
  officer: Procedure["people"][number],
  notice: PendingNotice,
  procedure: Procedure,
  post: Post,
): Promise<boolean> {
  const rendered = renderDoubtfulMail(mail, officer, procedure, officer.language ?? procedure.house.language);
  const posting = { recipient: officer, procedure, date: notice.since, automatic: "auto-generated" } as const;
  try {
    const raw = await composeLetter(rendered, posting);
    await post.send({ from: procedure.house.complaintsAddress, to: [officer.email], raw });
    return true;
  } catch (error) {
    if (error instanceof PostRefused || error instanceof MailNotComposable) return false;
    throw error;
  }
}

/** What the officer gets to see; of a mail with a virus or from a fraud not its words. */
async function told(
  { mailId, from, subject, receivedAt, reason }: IntakeEntry,
  { archive }: DeliverNoticeDependencies,
): Promise<DoubtfulMail> {
  const known = doubtfulReasons.find((one) => one === reason) ?? "unreadable";
  const facts = { from, subject, receivedAt, reason: known };
  if (known === "virus" || known === "spam") return facts;
  const raw = await archive.get(rawMailKey(mailId));
  if (raw === undefined) return facts;
  return { ...facts, text: (await parseMail(raw)).text.slice(0, shown).toWellFormed() };
}
