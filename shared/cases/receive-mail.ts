import { setTimeout as pause } from "node:timers/promises";
import type { FiledForm } from "../domain/events.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { MailVerdicts } from "../mail/classify.ts";
import { boxKey } from "../mail/mailboxes.ts";
import { parseMail } from "../mail/parse.ts";
import type { MailEnvelope } from "../mail/parsed-mail.ts";
import { type Archive, ConditionFailed, type Instant, type Secrets, type Workflow } from "../ports.ts";
import { type CaseStore, TryAgain } from "../store/cases.ts";
import { firstEntry, type IntakeEntry, intakeEntry, noteArrival } from "../store/intake-log.ts";
import { pendingMailOf, promise, readAgain } from "../store/outbox.ts";
import { holdUnread } from "./hold-mail.ts";
import { startCase } from "./start-case.ts";
import { takeIn } from "./take-in.ts";

/** A mail that stands in the archive under `mail/<mailId>`, not looked at yet. */
export interface StoredMail {
  readonly mailId: string;
  readonly envelope: MailEnvelope;
  readonly receivedAt: Instant;
  readonly verdicts: MailVerdicts;
  /** For what came in through the web form: the mail was made of it. */
  readonly form?: FiledForm | undefined;
}

export interface ReceiveMailDependencies {
  readonly cases: CaseStore;
  readonly archive: Archive;
  readonly workflow: Workflow;
  readonly secrets: Secrets;
}

/** The archive has no such mail. The name is its retry policy: it may still be on its way. */
export class MailNotStored extends Error {
  override readonly name = "MailNotStored";
}

export const rawMailKey = (mailId: string) => `mail/${mailId}`;

/** How often a mail is looked at anew because something came in at the same moment. */
const attempts = 12;

/** How often reading a mail is begun. One that ended the process each time is for a person: nothing may stand behind it for ever. */
const mostReadings = 5;
const anewAfterMs = 60_000;

/**
 * What becomes of a mail, for each organisation that it was sent to: a new case, a reply in a case, a task for a person, or a note in the
 * intake log. Delivered again, at the same moment or after a crash, it becomes the same thing once.
 */
export async function receiveMail(stored: StoredMail, dependencies: ReceiveMailDependencies): Promise<void> {
  const { cases } = dependencies;
  const procedures = addressed(stored.envelope, cases.procedures);
  // All know of it before anything is made of it, so that no organisation loses it by what happens at another.
  for (const procedure of procedures) await note(procedure, stored, dependencies);
  for (const procedure of procedures) await receiveFor(procedure, stored, dependencies);
}

/** The organisations whose complaints address a mail was sent to. */
export function addressed(envelope: MailEnvelope, procedures: readonly Procedure[]): readonly Procedure[] {
  const boxes = new Set(envelope.recipients.map(boxKey));
  return procedures.filter(({ house }) => boxes.has(boxKey(house.complaintsAddress)));
}

/** Writes the mail down before anything is made of it, so that the sweeper finds it whatever happens next. */
async function note(
  { id: organisation }: Procedure,
  { mailId, receivedAt, envelope, verdicts, form }: StoredMail,
  { cases, secrets }: ReceiveMailDependencies,
): Promise<void> {
  const first = firstEntry(organisation, mailId, receivedAt, secrets.linkSecret());
  const virus = verdicts.virus === "FAIL" ? { virus: true as const } : {};
  const entry = { ...first, from: envelope.from, to: [...envelope.recipients], ...virus };
  const common = { organisation, since: receivedAt, mailId, attempts: 0 };
  const pending = promise({ what: "mail", ...common, envelope, verdicts, form });
  await unlessTaken(cases.items.transact([noteArrival(entry), pending]));
}

async function receiveFor(
  procedure: Procedure,
  stored: StoredMail,
  dependencies: ReceiveMailDependencies,
): Promise<void> {
  const { cases, archive } = dependencies;
  const { mailId } = stored;
  const begun = await begin(procedure, mailId, cases);
  if (begun.entry.disposition !== "pending") return finish(begun.entry, dependencies);
  if (begun.isGivenUp) {
    return finish(await holdUnread({ procedure, stored, entry: begun.entry }, cases), dependencies);
  }
  const raw = await archive.get(rawMailKey(mailId));
  if (raw === undefined) throw new MailNotStored(`Mail ${mailId} is not in the archive.`);
  const mail = await parseMail(raw);
  const { address: from = "" } = mail.from ?? {};
  const attachments = mail.attachments.length;
  const entry = { ...begun.entry, from, subject: mail.subject, bytes: raw.length, attachments };
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      return await finish(await takeIn(mail, { procedure, stored, entry }, dependencies), dependencies);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      const now = await intakeEntry(cases.items, procedure.id, mailId);
      if (now !== undefined && now.disposition !== "pending") return finish(now, dependencies);
    }
    // Whoever came at the same moment would come at the same moment again.
    await pause(Math.random() * 2 ** Math.min(attempt, 8));
  }
  throw new TryAgain(`Mail ${mailId} kept meeting others.`);
}

/** Counts that the mail is read once more, before it is. Deliveries at one moment count as one: none of them has failed yet. */
async function begin(
  { id }: Procedure,
  mailId: string,
  cases: CaseStore,
): Promise<{ readonly entry: IntakeEntry; readonly isGivenUp: boolean }> {
  const { items } = cases;
  const pending = await pendingMailOf(items, id, mailId);
  const { attempts: readings = 0, readAt } = pending ?? {};
  const now = cases.now();
  const isAnew = readAt === undefined || Date.parse(now) - Date.parse(readAt) >= anewAfterMs;
  const isGivenUp = isAnew && readings >= mostReadings;
  if (pending !== undefined && isAnew && !isGivenUp) await unlessTaken(items.transact([readAgain(pending, now)]));
  const entry = await intakeEntry(items, id, mailId);
  if (entry === undefined) throw new TryAgain(`Mail ${mailId} was not noted.`);
  return { entry, isGivenUp };
}

async function unlessTaken(written: Promise<void>): Promise<void> {
  try {
    await written;
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** A new case is started at once; should that fail, the sweeper does it. */
async function finish(entry: IntakeEntry, { cases, workflow }: ReceiveMailDependencies): Promise<void> {
  const { organisation, caseId } = entry;
  if (entry.disposition !== "case" || caseId === null) return;
  await startCase({ organisation, caseId, machine: "complaint" }, { cases, workflow });
}
