import { yearOf } from "../domain/calendar.ts";
import { register } from "../domain/decide.ts";
import type { AttachedFile, Complainant, FiledForm } from "../domain/events.ts";
import type { Party } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import { classifyMail, type MailClass, type MailVerdicts } from "../mail/classify.ts";
import { deliveryFingerprint } from "../mail/fingerprint.ts";
import { guessLanguage, type Language } from "../mail/language.ts";
import { boxKey } from "../mail/mailboxes.ts";
import { parseMail } from "../mail/parse.ts";
import type { MailEnvelope, ParsedMail } from "../mail/parsed-mail.ts";
import { withRemarks } from "../mail/remarks.ts";
import { separateReply } from "../mail/reply.ts";
import {
  type Archive,
  ConditionFailed,
  type Instant,
  type Key,
  type Secrets,
  type Workflow,
  type Write,
} from "../ports.ts";
import { nextCaseNumber } from "../store/case-numbers.ts";
import { type CaseStore, TryAgain } from "../store/cases.ts";
import { claimedCase } from "../store/claims.ts";
import {
  firstEntry,
  type IntakeEntry,
  intakeEntry,
  noteArrival,
  noteCopy,
  noteDisposition,
} from "../store/intake-log.ts";
import { claimKey } from "../store/keys.ts";
import { kept, promise } from "../store/outbox.ts";
import { findCase, standing } from "./find-case.ts";
import { startCase } from "./start-case.ts";
import { toldIn } from "./told-in.ts";

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
const attempts = 8;

/**
 * What becomes of a mail, for each organisation that it was sent to: a new case, a reply in a case, or a note in the intake log. Delivered
 * again, at the same moment or after a crash, it becomes the same thing once.
 */
export async function receiveMail(stored: StoredMail, dependencies: ReceiveMailDependencies): Promise<void> {
  for (const procedure of addressed(stored.envelope, dependencies.cases.procedures)) {
    await receiveFor(procedure, stored, dependencies);
  }
}

/** The organisations whose complaints address a mail was sent to. */
function addressed(envelope: MailEnvelope, procedures: readonly Procedure[]): readonly Procedure[] {
  const boxes = new Set(envelope.recipients.map(boxKey));
  return procedures.filter(({ house }) => boxes.has(boxKey(house.complaintsAddress)));
}

async function receiveFor(
  procedure: Procedure,
  stored: StoredMail,
  dependencies: ReceiveMailDependencies,
): Promise<void> {
  const { cases, archive } = dependencies;
  const arrival = await noted(procedure, stored, cases);
  if (arrival.disposition !== "pending") return finish(arrival, dependencies);
  const raw = await archive.get(rawMailKey(stored.mailId));
  if (raw === undefined) throw new MailNotStored(`Mail ${stored.mailId} is not in the archive.`);
  const mail = await parseMail(raw);
  const entry = { ...arrival, from: mail.from?.address ?? "", subject: mail.subject, bytes: raw.length };
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      return await finish(await takeIn(mail, entry, procedure, stored, dependencies), dependencies);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      const now = await intakeEntry(cases.items, procedure.id, stored.mailId);
      if (now !== undefined && now.disposition !== "pending") return finish(now, dependencies);
    }
  }
  throw new TryAgain(`Mail ${stored.mailId} kept meeting others.`);
}

/** Writes the mail down before anything is made of it, so that the sweeper finds it whatever happens next. */
async function noted(procedure: Procedure, stored: StoredMail, cases: CaseStore): Promise<IntakeEntry> {
  const { mailId, receivedAt, envelope, verdicts, form } = stored;
  const entry = { ...firstEntry(procedure.id, mailId, receivedAt), from: envelope.from, to: [...envelope.recipients] };
  const pending = promise({
    what: "mail",
    organisation: procedure.id,
    since: receivedAt,
    mailId,
    envelope,
    verdicts,
    form,
  });
  try {
    await cases.items.transact([noteArrival(entry), pending]);
    return entry;
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    return (await intakeEntry(cases.items, procedure.id, mailId)) ?? entry;
  }
}

/** A new case is started at once; should that fail, the sweeper does it. */
async function finish(entry: IntakeEntry, { cases, workflow }: ReceiveMailDependencies): Promise<void> {
  const { organisation, caseId } = entry;
  if (entry.disposition !== "case" || caseId === null) return;
  await startCase({ organisation, caseId, machine: "complaint" }, { cases, workflow });
}

/** Decides what a mail is and writes all that follows in one transaction. @throws {ConditionFailed} when others were at it too. */
async function takeIn(
  mail: ParsedMail,
  entry: IntakeEntry,
  procedure: Procedure,
  stored: StoredMail,
  dependencies: ReceiveMailDependencies,
): Promise<IntakeEntry> {
  const { cases } = dependencies;
  const { form } = stored;
  const found = classified(mail, stored, cases);
  const done = (outcome: Pick<IntakeEntry, "disposition"> & Partial<IntakeEntry>) => {
    const noted = { ...entry, ...outcome };
    return {
      noted,
      writes: [noteDisposition(noted), kept({ what: "mail", organisation: procedure.id, mailId: stored.mailId })],
    };
  };

  if (found.kind === "automatic") {
    const { noted, writes } = done({ disposition: "automatic", reason: found.reason });
    await cases.items.transact(writes);
    return noted;
  }
  if (found.kind === "doubtful") {
    const { noted, writes } = done({ disposition: "doubtful", reason: found.reason });
    const since = cases.now();
    const notice = {
      what: "notice" as const,
      organisation: procedure.id,
      since,
      mailId: stored.mailId,
      notBefore: since,
      attempts: 0,
    };
    await cases.items.transact([...writes, promise(notice)]);
    return noted;
  }

  const delivery = claimKey("DELIVERY", procedure.id, deliveryOf(mail, stored.envelope));
  const earlier = await claimedCase(cases.items, delivery);
  if (earlier !== undefined) {
    const { noted, writes } = done({ disposition: "duplicate", caseId: earlier });
    await cases.items.transact([...writes, noteCopy(procedure.id, earlier, stored.mailId)]);
    return noted;
  }

  const claims = await claimsOf(mail, delivery, procedure, cases);
  // Nobody has shown that the address on a form is theirs, so it opens a case of its own.
  const caseId = form !== undefined ? undefined : await findCase(mail, found.sender, stored.envelope, procedure, cases);
  const attachments = await storeAttachments(mail, stored.mailId, dependencies.archive);
  if (caseId !== undefined) {
    const { noted, writes } = done({ disposition: "reply", caseId });
    const { from, by } = await standing(found.sender, procedure, caseId, cases);
    const text = withRemarks(mail.text, mail, languageOf(mail, procedure));
    const words = { address: found.sender.address, subject: mail.subject, text, attachments };
    const command = {
      type: "FileMessage" as const,
      facts: { mailId: stored.mailId, from, ...(by !== undefined && { by }) },
      private: words,
    };
    await cases.execute(procedure.id, caseId, command, [...writes, ...claims(caseId)]);
    return noted;
  }
  return newCase(mail, complainantOf(found), attachments, procedure, stored, dependencies, (id) => {
    const { noted, writes } = done({ disposition: "case", caseId: id });
    return { noted, writes: [...writes, ...claims(id)] };
  });
}

/** A form tells by itself what it is; a mail is looked at. */
function classified(
  mail: ParsedMail,
  { envelope, verdicts, form }: StoredMail,
  cases: CaseStore,
): MailClass | { readonly kind: "automatic"; readonly reason: "robot" } {
  if (form?.robot === true) return { kind: "automatic", reason: "robot" };
  if (form !== undefined && mail.from !== undefined) return { kind: "letter", sender: mail.from, mayAnswer: false };
  const ownAddresses = cases.procedures.map(({ house }) => house.complaintsAddress);
  return classifyMail({ mail, envelope, ownAddresses, verdicts });
}

async function newCase(
  mail: ParsedMail,
  writer: Complainant,
  attachments: readonly AttachedFile[],
  procedure: Procedure,
  stored: StoredMail,
  { cases, secrets }: ReceiveMailDependencies,
  andThen: (caseId: string) => { readonly noted: IntakeEntry; readonly writes: readonly Write[] },
): Promise<IntakeEntry> {
  const caseId = secrets.id();
  const number = await nextCaseNumber(cases.items, procedure, yearOf(stored.receivedAt, procedure.calendar.timeZone));
  const language = stored.form?.language ?? languageOf(mail, procedure);
  const events = register(
    {
      facts: {
        organisation: procedure.id,
        caseId,
        number: number.number,
        procedureVersion: procedure.version,
        channel: stored.form?.channel ?? "email",
        ...(stored.form === undefined && passedOnBy(mail, procedure)),
        receivedAt: stored.receivedAt,
        language,
        replyKey: secrets.id(),
        mailId: stored.mailId,
      },
      private: {
        ...toldIn(mail, writer, stored.form, language),
        subject: mail.subject,
        attachments,
      },
    },
    procedure,
    cases.now(),
  );
  const { noted, writes } = andThen(caseId);
  await cases.create(events, [number.write, ...writes]);
  return noted;
}

/** The language somebody wrote in themselves: what they quote or forward may be in another. */
function languageOf({ subject, text }: ParsedMail, procedure: Procedure): Language {
  const guessed = guessLanguage(`${subject}\n${separateReply(text, subject).written}`, procedure.house.language);
  return procedure.house.languages.includes(guessed) ? guessed : procedure.house.language;
}

/** What a colleague sends in may be somebody else's complaint; they are asked (B14). */
function passedOnBy({ from }: ParsedMail, { people }: Procedure): { readonly passedOnBy?: Party } {
  const colleague = people.find(({ email }) => from !== undefined && boxKey(email) === boxKey(from.address));
  return colleague === undefined ? {} : { passedOnBy: `person:${colleague.id}` };
}

/** Who complains is who wrote; letters go to where they want their answers. */
function complainantOf(found: Extract<MailClass, { kind: "letter" }>): Complainant {
  const { name = "", address } = found.sender;
  const email = found.mayAnswer ? found.answerTo.address : address;
  return { name, email, ...(boxKey(email) !== boxKey(address) && { writesFrom: address }) };
}

/** Without a message id the same words may be meant for two cases: then where they were sent to tells them apart. */
function deliveryOf(mail: ParsedMail, { recipients }: MailEnvelope): string {
  const fingerprint = deliveryFingerprint(mail);
  return mail.messageId === undefined
    ? `${fingerprint}:${[...recipients].sort().join(",").toLowerCase()}`
    : fingerprint;
}

/** What this delivery and its message id will belong to; an id that another mail had first stays with that one's case. */
async function claimsOf(
  mail: ParsedMail,
  delivery: Key,
  procedure: Procedure,
  cases: CaseStore,
): Promise<(caseId: string) => readonly Write[]> {
  const thread = mail.messageId === undefined ? undefined : claimKey("THREAD", procedure.id, mail.messageId);
  const free = thread !== undefined && (await claimedCase(cases.items, thread)) === undefined ? [thread] : [];
  return (caseId) => [delivery, ...free].map((key): Write => ({ put: { ...key, caseId }, when: "absent" }));
}

async function storeAttachments(mail: ParsedMail, mailId: string, archive: Archive): Promise<readonly AttachedFile[]> {
  const files: AttachedFile[] = [];
  for (const [index, { fileName, contentType, bytes }] of mail.attachments.entries()) {
    const key = `attachments/${mailId}/${index + 1}`;
    await archive.put(key, bytes);
    files.push({ name: fileName, contentType, bytes: bytes.length, key });
  }
  return files;
}
