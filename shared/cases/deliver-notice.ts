import type { Procedure } from "../domain/procedure.ts";
import { roleById } from "../domain/roles.ts";
import { isAway, isNamedIn } from "../domain/seats.ts";
import { type DoubtfulMail, renderDoubtfulMail } from "../letters/doubtful-mail.ts";
import { doubtfulReasons } from "../mail/classify.ts";
import { MailNotComposable } from "../mail/compose.ts";
import { parseMail } from "../mail/parse.ts";
import { type Archive, type Instant, type Post, PostRefused } from "../ports.ts";
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

/** Tells the intake officer of a mail that a machine should not decide about, or whoever takes their place; once. */
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
  const text = await textOf(mailId, dependencies);
  const mail = told(entry, text);
  for (const officer of officers(entry.subject, text ?? "", procedure, cases.now())) {
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

/**
 * Holder and deputy of the intake and of each role above it. Nobody who is named in the mail, so that nobody is the first to read about
 * themselves; who is away comes after who is there. The director is the last resort whatever the mail says: somebody has to read it.
 */
function officers(
  subject: string,
  text: string,
  procedure: Procedure,
  now: Instant,
): readonly Procedure["people"][number][] {
  const { intake, director } = procedure.responsibilities;
  const ids: string[] = [];
  for (let at: string | undefined = intake; at !== undefined; at = roleById(procedure, at).above) {
    const { holder, deputy } = roleById(procedure, at);
    ids.push(holder, deputy);
  }
  const last = roleById(procedure, director).holder;
  const chain = [...new Set([...ids, last])].flatMap((id) => procedure.people.filter((one) => one.id === id));
  const free = chain.filter(({ name }) => !isNamedIn(name, subject, text));
  const isHere = ({ id }: { readonly id: string }) => !isAway(`person:${id}`, procedure, now);
  const wanted = [...free.filter(isHere), ...free, ...chain.filter(({ id }) => id === last)];
  return [...new Set(wanted)];
}

/** What the officer gets to see; of a mail with a virus or from a fraud not its words. */
function told({ from, subject, receivedAt, reason }: IntakeEntry, text: string | undefined): DoubtfulMail {
  const known = doubtfulReasons.find((one) => one === reason) ?? "unreadable";
  const facts = { from, subject, receivedAt, reason: known };
  if (known === "virus" || known === "spam" || text === undefined) return facts;
  return { ...facts, text: text.slice(0, shown).toWellFormed() };
}

/** Everything that the mail says; `undefined` when the archive does not have it. */
async function textOf(mailId: string, { archive }: DeliverNoticeDependencies): Promise<string | undefined> {
  const raw = await archive.get(rawMailKey(mailId));
  return raw === undefined ? undefined : (await parseMail(raw)).text;
}
