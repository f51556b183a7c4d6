import type { Instant } from "../../ports.ts";
import { localDay } from "../calendar.ts";
import type { Dossier, Task } from "../dossier.ts";
import type { EventOf } from "../events.ts";
import type { LetterKind } from "../letter-kinds.ts";
import { isStaff, type Party } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import { isSamePerson, personIdOf } from "../roles.ts";
import type { Wanted } from "./letters.ts";
import { mayAnswer } from "./may-answer.ts";

/** The letters of a task that a reply answers it by. */
export const asksForTask: ReadonlySet<LetterKind> = new Set([
  "task",
  "reminder",
  "overdue",
  "escalation",
  "confirm-answer",
]);

/** A machine that answers every letter of ours without saying so stops here; a person seldom writes as often. */
const lettersADay = 5;

/**
 * The letter to a colleague who answered a task by mail: with the form that was filled in from their words, or with who did it first. Only for
 * somebody who was asked or stands in, and who may answer it: a mail alone decides nothing, and opens nothing for anybody else.
 */
export function toConfirm(
  { from, by, taskId, mailId }: EventOf<"MessageFiled">["facts"],
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
): readonly Wanted[] {
  const task = dossier.tasks.find((one) => one.taskId === taskId);
  if (from !== "staff" || by === undefined || task === undefined || !isStaff(task.assignee)) return [];
  const to = askedAs(by, task, dossier, procedure);
  if (to === undefined || !mayAnswer(task.kind, task.assignee, to, dossier, procedure)) return [];
  return lettersToday(to, task, dossier, procedure, now) < lettersADay
    ? [{ letter: "confirm-answer", to, taskId, mailId }]
    : [];
}

/** As whom somebody was asked for a task: as who has it, who holds or deputises its role, who got a letter about it, or as the owner. */
function askedAs(
  by: Party,
  { taskId, assignee, role }: Task,
  dossier: Dossier,
  procedure: Procedure,
): Party | undefined {
  const told = dossier.letters
    .filter((one) => one.taskId === taskId && asksForTask.has(one.letter))
    .map(({ to }) => to);
  const seats: readonly Party[] = role === undefined ? [] : [`role:${role}`, `deputy:${role}`];
  const person = personIdOf(by, procedure);
  return [assignee, ...seats, ...told, dossier.owner].find((one) => personIdOf(one, procedure) === person);
}

function lettersToday(to: Party, { taskId }: Task, dossier: Dossier, procedure: Procedure, now: Instant): number {
  const { timeZone } = procedure.calendar;
  return dossier.letters.filter(
    (one) =>
      one.letter === "confirm-answer" &&
      one.taskId === taskId &&
      isSamePerson(one.to, to, procedure, dossier) &&
      localDay(one.queuedAt, timeZone) === localDay(now, timeZone),
  ).length;
}
