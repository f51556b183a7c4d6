import { localDay } from "../../shared/domain/calendar.ts";
import type { Message, OpenTask } from "../../shared/domain/dossier.ts";
import { isSamePerson } from "../../shared/domain/roles.ts";
import { saysNothingNew } from "../../shared/domain/tasks/by-mail/filled-from-mail.ts";
import { formOf } from "../../shared/domain/tasks/catalogue.ts";
import type { MailedAnswer } from "../../shared/pages/task-page.tsx";
import type { OpenedLink } from "./opened-link.ts";

/**
 * What this visitor mailed as an answer to the task: the mail that the letter with this link was about, else their newest one. A mail that only
 * says yes to an earlier one, as a reply to our own letter may, stands for that earlier one.
 */
export function mailedAnswer(task: OpenTask, opened: OpenedLink): MailedAnswer | undefined {
  const { by, dossier, procedure, mailId } = opened;
  const theirs = dossier.messages.filter(
    (one) => one.taskId === task.taskId && one.by !== undefined && isSamePerson(one.by, by, procedure, dossier),
  );
  const upTo = theirs.findIndex((one) => one.mailId === mailId);
  const mails = upTo < 0 ? theirs : theirs.slice(0, upTo + 1);
  const form = formOf(task);
  const told = mails.filter((one) => hasWords(one));
  const found = told.findLast(({ answer = "" }) => !saysNothingNew(form, answer)) ?? told.at(-1);
  if (found === undefined) return undefined;
  const { at, answer = "" } = found;
  return { at, words: answer, day: localDay(at, procedure.calendar.timeZone) };
}

function hasWords({ answer = "" }: Message): boolean {
  return answer.trim() !== "";
}
