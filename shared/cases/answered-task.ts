import { asksForTask } from "../domain/deciding/mailed-answer.ts";
import type { Dossier } from "../domain/dossier.ts";
import { isStaff } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import { personIdOf } from "../domain/roles.ts";
import { boxKey } from "../mail/mailboxes.ts";
import type { ParsedMail } from "../mail/parsed-mail.ts";
import { writtenWords } from "../mail/written-words.ts";
import type { CaseStore } from "../store/cases.ts";
import { type Claim, threadClaim } from "../store/claims.ts";
import type { Standing } from "./find-case.ts";

/** What a colleague's mail is meant as. */
export interface MailedAnswer {
  readonly taskId: string;
  /** What they wrote themselves; empty when there is only a quote. */
  readonly words: string;
}

/**
 * The task that a colleague answered with a mail in this case: the one of the letter that they replied to. Where the mail does not tell what it
 * replies to, as some programs leave that out, the only open task that they have there, unless others got the mail too. Nothing else is taken
 * for an answer.
 */
export async function answeredTask(
  mail: ParsedMail,
  { from, by }: Standing,
  caseId: string,
  procedure: Procedure,
  cases: CaseStore,
): Promise<MailedAnswer | undefined> {
  if (from !== "staff" || by === undefined) return undefined;
  const dossier = await cases.load(procedure.id, caseId);
  const repliedTo = await firstKnown(mail, procedure, cases);
  const taskId =
    repliedTo !== undefined
      ? taskOfLetter(repliedTo, dossier)
      : isToUsAlone(mail, procedure)
        ? onlyOpenTask(personIdOf(by, procedure), dossier, procedure)
        : undefined;
  return taskId === undefined ? undefined : { taskId, words: writtenWords(mail.text, mail.subject) };
}

/** The newest mail in the thread that we know: a reply to a notice says nothing about the task letter before it. */
async function firstKnown(
  { inReplyTo, references }: ParsedMail,
  procedure: Procedure,
  cases: CaseStore,
): Promise<Claim | undefined> {
  for (const id of new Set([...inReplyTo, ...references.toReversed()])) {
    const claim = await threadClaim(cases.items, procedure.id, id);
    if (claim !== undefined) return claim;
  }
  return undefined;
}

function taskOfLetter({ caseId, letterId }: Claim, dossier: Dossier): string | undefined {
  if (caseId !== dossier.caseId) return undefined;
  const letter = dossier.letters.find((one) => one.letterId === letterId);
  return letter !== undefined && asksForTask.has(letter.letter) ? letter.taskId : undefined;
}

function isToUsAlone({ to, cc }: ParsedMail, { house }: Procedure): boolean {
  return [...to, ...cc].every(({ address }) => boxKey(address) === boxKey(house.complaintsAddress));
}

function onlyOpenTask(person: string | undefined, { tasks }: Dossier, procedure: Procedure): string | undefined {
  const own = tasks.filter(
    ({ status, assignee }) => status === "open" && isStaff(assignee) && personIdOf(assignee, procedure) === person,
  );
  return own.length === 1 ? own[0]?.taskId : undefined;
}
