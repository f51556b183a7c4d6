import { roleById } from "../domain/roles.ts";
import { type DoubtfulMail, renderDoubtfulMail } from "../letters/doubtful-mail.ts";
import { doubtfulReasons } from "../mail/classify.ts";
import { parseMail } from "../mail/parse.ts";
import type { Archive } from "../ports.ts";
import { type IntakeEntry, intakeEntry } from "../store/intake-log.ts";
import { kept, pendingNotice } from "../store/outbox.ts";
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
  const { holder } = roleById(procedure, procedure.responsibilities.intake);
  const officer = procedure.people.find(({ id }) => id === holder);
  if (officer === undefined) throw new Error(`Procedure ${organisation} has no person ${holder}.`);
  const rendered = renderDoubtfulMail(
    await told(entry, dependencies),
    officer,
    procedure,
    officer.language ?? procedure.house.language,
  );
  const raw = await composeLetter(rendered, {
    recipient: officer,
    procedure,
    date: notice.since,
    automatic: "auto-generated",
  });
  await post.send({ from: procedure.house.complaintsAddress, to: [officer.email], raw });
  await cases.items.transact([kept(notice)]);
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
