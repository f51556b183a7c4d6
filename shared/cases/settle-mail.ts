import type { Dossier } from "../domain/dossier.ts";
import type { Complainant, FiledForm } from "../domain/events.ts";
import { type MailInFile, mailsHeld } from "../domain/held-mail.ts";
import type { Answer } from "../domain/tasks/task-kind.ts";
import type { Language } from "../domain/text.ts";
import { parseMail } from "../mail/parse.ts";
import type { ParsedMail } from "../mail/parsed-mail.ts";
import { notShown } from "../mail/remarks.ts";
import { ConditionFailed } from "../ports.ts";
import { TryAgain } from "../store/cases.ts";
import { type IntakeEntry, intakeEntry, isHarmfulMail, noteDisposition, noteHeld } from "../store/intake-log.ts";
import { kept, type PendingSettling } from "../store/outbox.ts";
import { type Arrived, claimsOf, type End } from "./arrived-mail.ts";
import { caseNumbered } from "./case-numbered.ts";
import { fileMail } from "./file-mail.ts";
import { holdAlone } from "./hold-mail.ts";
import { openCase } from "./open-case.ts";
import { type ReceiveMailDependencies, rawMailKey } from "./receive-mail.ts";
import { startCase } from "./start-case.ts";

const attempts = 8;

type Settling = Pick<PendingSettling, "organisation" | "caseId" | "taskId">;

/**
 * Makes of held mails what somebody said they are: a new case with all of them, messages in a case, a file each, or nothing. Broken off
 * anywhere, it goes on where it was: the intake log says of each mail what became of it.
 * @throws {TryAgain}
 */
export async function settleMail(settling: Settling, dependencies: ReceiveMailDependencies): Promise<void> {
  const { organisation, caseId, taskId } = settling;
  const { cases } = dependencies;
  const file = await cases.load(organisation, caseId);
  const task = file.tasks.find((one) => one.taskId === taskId);
  if (task?.status === "answered") {
    let together: string | undefined;
    for (const mail of mailsHeld(file)) together = await settleOne(mail, file, task.answer, together, dependencies);
  }
  await cases.items.transact([kept({ what: "settling", organisation, caseId, taskId })]);
}

/** @param together the case that an earlier mail of the same file opened. @returns the case that this one is in. */
async function settleOne(
  held: MailInFile,
  file: Dossier,
  answer: Answer,
  together: string | undefined,
  dependencies: ReceiveMailDependencies,
): Promise<string | undefined> {
  const { cases } = dependencies;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const entry = await intakeEntry(cases.items, file.organisation, held.mailId);
    if (entry === undefined || !waits(entry) || entry.fileId !== file.caseId) return entry?.caseId ?? together;
    try {
      return await settle(held, file, answer, together, entry, dependencies);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw new TryAgain(`Mail ${held.mailId} kept meeting others.`);
}

/** Nobody's decision has been carried out yet. */
const waits = ({ disposition, reason }: IntakeEntry): boolean =>
  disposition === "doubtful" || (disposition === "refused" && reason === "too-big");

async function settle(
  held: MailInFile,
  file: Dossier,
  answer: Answer,
  together: string | undefined,
  entry: IntakeEntry,
  dependencies: ReceiveMailDependencies,
): Promise<string | undefined> {
  const { cases } = dependencies;
  const procedure = cases.procedure(file.organisation);
  const end: End = (outcome) => {
    const { form: _filed, ...said } = entry;
    const noted = { ...said, ...outcome };
    return { noted, writes: [noteDisposition(noted, entry.disposition)] };
  };
  switch (answer.outcome) {
    case "not-for-us":
      await cases.items.transact(end({ disposition: "refused", reason: answer.facts["notForUs"] ?? null }).writes);
      return undefined;
    case "one-by-one":
      await anew(held, file, entry, dependencies);
      return undefined;
    case "belongs": {
      const number = answer.private["caseNumber"] ?? "";
      const found = await caseNumbered(number, procedure, cases);
      // Erased meanwhile, for instance: somebody has to look again.
      if (found === undefined) await anew(held, file, entry, dependencies);
      else await become(held, found, entry, end, dependencies);
      return found;
    }
    default:
      return (await become(held, together, entry, end, dependencies, complainantIn(answer))).caseId ?? undefined;
  }
}

/** The mail, read once more, as a new case or in one that there is. */
async function become(
  { mailId, receivedAt }: MailInFile,
  caseId: string | undefined,
  entry: IntakeEntry,
  end: End,
  dependencies: ReceiveMailDependencies,
  complainant: Complainant = { name: "" },
): Promise<IntakeEntry> {
  const { cases, archive, workflow } = dependencies;
  const raw = await archive.get(rawMailKey(mailId));
  if (raw === undefined) {
    // Erased meanwhile: nothing is left to make anything of.
    const { noted, writes } = end({ disposition: "refused", reason: "gone" });
    await cases.items.transact(writes);
    return noted;
  }
  const { organisation, from, to } = entry;
  const mail = shownOf(await parseMail(raw), entry, cases.procedure(organisation).house.language);
  const form = entry.form === undefined ? undefined : filledBy(entry.form, complainant);
  // Whatever was unchecked or failed: somebody looked at it and decided.
  const stored = { mailId, receivedAt, envelope: { from, recipients: to }, verdicts: decided, form };
  const arrived: Arrived = { procedure: cases.procedure(organisation), stored, entry };
  const claims = await claimsOf(mail, arrived, cases);
  if (caseId !== undefined) return fileMail(mail, mail.from, caseId, arrived, dependencies, end, claims);
  const noted = await openCase(mail, complainant, arrived, dependencies, end, claims);
  if (noted.caseId !== null) {
    // It is promised already: when the state machine cannot be told now, the sweeper tells it.
    const started = { organisation, caseId: noted.caseId, machine: "complaint" } as const;
    await startCase(started, { cases, workflow }).catch(() => undefined);
  }
  return noted;
}

/** What somebody knows of the complainant by now goes before what was filled in. */
const filledBy = (form: FiledForm, { name, ...known }: Complainant): FiledForm => ({
  ...form,
  complainant: { ...form.complainant, ...known, ...(name !== "" && { name }) },
});

const decided = { spam: "UNKNOWN", virus: "UNKNOWN", spf: "UNKNOWN", dkim: "UNKNOWN", dmarc: "UNKNOWN" } as const;

/** Of a mail with a virus only who sent it and its subject. */
function shownOf(mail: ParsedMail, entry: IntakeEntry, language: Language): ParsedMail {
  if (!isHarmfulMail(entry)) return mail;
  return { ...mail, text: `[${notShown[language]}]`, html: "", attachments: [] };
}

/** Asks about this one mail by itself. */
async function anew(held: MailInFile, file: Dossier, entry: IntakeEntry, { cases }: ReceiveMailDependencies) {
  if (file.matter.kind !== "mail") return;
  const { doubt, shielded } = file.matter.mail;
  const end: End = (outcome) => {
    const noted = { ...entry, ...outcome, fileId: outcome.fileId ?? "" };
    return { noted, writes: [noteHeld(noted, entry)] };
  };
  await holdAlone({ ...held, doubt, shielded }, () => [], end, file.organisation, cases);
}

function complainantIn({ private: words }: Answer): Complainant {
  const { complainantName: name = "", complainantEmail: email } = words;
  return { name, ...(email !== undefined && { email }) };
}
