import { rawMailKey } from "../cases/receive-mail.ts";
import { attachmentKey } from "../cases/store-attachments.ts";
import { endOf } from "../domain/calendar.ts";
import { calendarOf } from "../domain/clocks.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import { MAIL_LIMITS } from "../mail/limits.ts";
import type { Archive } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { copiesOf, everyIntake, type IntakeEntry, intakeEntry, noteErased } from "../store/intake-log.ts";

import { eachFile } from "./each-file.ts";

export interface EraseMailDependencies {
  readonly cases: CaseStore;
  readonly archive: Archive;
}

/** Takes the mails of a case out of the archive with what was attached, and whose they were out of the intake log. */
export async function eraseMailOf(
  dossier: Dossier,
  mailIds: readonly string[],
  { cases, archive }: EraseMailDependencies,
): Promise<void> {
  const { organisation, caseId } = dossier;
  const files = [dossier, ...dossier.messages].flatMap(({ attachments }) => attachments);
  const copies = await copiesOf(cases.items, organisation, caseId);
  const shared = await inUseElsewhere([...mailIds, ...copies], organisation, cases);
  for (const { key } of files) {
    // Of a file of before folders were by chance, the mail it came with stands in its key.
    if (!shared.some((mailId) => key.split("/").includes(mailId))) await archive.delete(key);
  }
  for (const mailId of [...mailIds, ...copies]) {
    await eraseMail(organisation, mailId, shared, { cases, archive }, caseId);
  }
}

/**
 * Mail that became no case is kept as long as a closed case, from when it came in. Nobody owns it, so nobody is told.
 * @throws {RoundIncomplete} when some could not be erased; the others were.
 */
export async function eraseLooseMail(organisation: string, dependencies: EraseMailDependencies): Promise<void> {
  await eachFile(looseMail(organisation, dependencies.cases), async (mailId) => {
    const shared = await inUseElsewhere([mailId], organisation, dependencies.cases);
    await eraseMail(organisation, mailId, shared, dependencies);
  });
}

/** What is old enough; the log is in order of time, and what was erased stands in it no more. */
async function* looseMail(organisation: string, cases: CaseStore): AsyncGenerator<string> {
  const procedure = cases.procedure(organisation);
  for await (const { mailId, receivedAt, caseId, fileId, disposition } of everyIntake(cases.items, organisation)) {
    if (!isOld(receivedAt, procedure, cases)) return;
    // What waited for a person goes with the file in which it waited.
    if (caseId === null && fileId === undefined && disposition !== "pending") yield mailId;
  }
}

function isOld(receivedAt: string, procedure: Procedure, cases: CaseStore): boolean {
  return endOf(receivedAt, procedure.learning.retention.after, calendarOf(procedure)) <= cases.now();
}

/**
 * What was said on a page has no mail. The note goes last: until then the mail is found again. A mail that waited in one file and became
 * part of another, or waits there now, goes with that other. What became none of its case's own, such as a copy, may have put its files away before that was known.
 */
async function eraseMail(
  organisation: string,
  mailId: string,
  shared: readonly string[],
  { cases, archive }: EraseMailDependencies,
  file?: string,
): Promise<void> {
  const entry = await intakeEntry(cases.items, organisation, mailId);
  if (entry === undefined || entry.erased === true) return;
  if (file !== undefined && (entry.caseId ?? entry.fileId ?? file) !== file) return;
  for (const key of filesWith(entry)) await archive.delete(key);
  if (!shared.includes(mailId)) await archive.delete(rawMailKey(mailId));
  await cases.items.transact([noteErased(entry)]);
}

/** Where what came with a mail is kept, if it is; as many as there can be when nobody counted them. */
function filesWith({ folder, attachments = MAIL_LIMITS.attachments }: IntakeEntry): readonly string[] {
  return folder === undefined ? [] : Array.from({ length: attachments }, (_, at) => attachmentKey(folder, at + 1));
}

/** One mail can have gone to two organisations: the last of them takes it out of the archive. */
async function inUseElsewhere(
  mailIds: readonly string[],
  organisation: string,
  cases: CaseStore,
): Promise<readonly string[]> {
  const others = cases.procedures.filter(({ id }) => id !== organisation);
  const used: string[] = [];
  for (const mailId of mailIds) {
    const entries = await Promise.all(others.map(({ id }) => intakeEntry(cases.items, id, mailId)));
    if (entries.some((entry) => entry !== undefined && entry.erased !== true)) used.push(mailId);
  }
  return used;
}
