import type { Instant } from "../ports.ts";
import { type Calendar, endOf, halfway, lastOpeningBefore, nextWorkingMoment, openingAfter } from "./calendar.ts";
import { calendarOf, dueAt, nextOpening, originalDueAt } from "./clocks.ts";
import type { Dossier, OpenTask } from "./dossier.ts";
import type { EventOf } from "./events.ts";
import type { LetterKind } from "./letter-kinds.ts";
import { hasGone } from "./letter-status.ts";
import { isStaff, type Party } from "./party.ts";
import type { CaseClock, Procedure } from "./procedure.ts";
import { isSamePerson, roleAbove } from "./roles.ts";
import { isInvolvedParty, seatOf } from "./seats.ts";
import { catalogue, endingOf } from "./tasks/catalogue.ts";

/** Something that is said, once, when a moment comes. */
export interface Alarm {
  readonly alarmId: string;
  readonly at: Instant;
  readonly reason: EventOf<"AlarmRang">["facts"]["reason"];
  readonly letter: LetterKind;
  readonly tell: readonly Party[];
}

/** Working days between two chases, and from the last chase to the end of the task. */
const chaseEvery = 2;
const chases = 3;

/** All alarms that can ring through an open task, in order of time: its own ladder and those of the case. */
export function alarmsOf(task: OpenTask, dossier: Dossier, procedure: Procedure): readonly Alarm[] {
  return [...ladder(task, dossier, procedure), ...caseAlarms(dossier, procedure)].sort(
    (a, b) => a.at.localeCompare(b.at) || a.alarmId.localeCompare(b.alarmId),
  );
}

/** Those that are due and have not rung. */
export function dueAlarms(task: OpenTask, dossier: Dossier, procedure: Procedure, now: Instant): readonly Alarm[] {
  return alarmsOf(task, dossier, procedure).filter(({ alarmId, at }) => at <= now && !dossier.rung.has(alarmId));
}

/** When the next one rings. There always is one: a task ends by an answer or by its last alarm. */
export function nextAlarmAt(task: OpenTask, dossier: Dossier, procedure: Procedure): Instant {
  const next = alarmsOf(task, dossier, procedure).find(({ alarmId }) => !dossier.rung.has(alarmId));
  if (next === undefined) throw new Error(`Task ${task.taskId} is open but all of its alarms have rung.`);
  return next.at;
}

/** What rings of a task itself, by its kind: silence of a party ends it, a colleague is reminded, chased and replaced. */
function ladder(task: OpenTask, dossier: Dossier, procedure: Procedure): readonly Alarm[] {
  const { quiet } = catalogue[task.kind];
  if (endingOf(task) === "expired") return staffLadder(task, dossier, procedure);
  const halfTime = nextWorkingMoment(halfway(task.openedAt, task.dueAt), calendarOf(procedure));
  const letter = isStaff(task.assignee) ? "reminder" : "question-reminder";
  const ends = { alarmId: `${task.taskId}:expired`, at: task.dueAt, reason: "expired", letter, tell: [] } as const;
  if (quiet === true || halfTime >= task.dueAt) return [ends];
  const reminder = { alarmId: `${task.taskId}:half-time`, at: halfTime, reason: "half-time", letter } as const;
  return [{ ...reminder, tell: [task.assignee] }, ends];
}

/**
 * Remind at half time and on the last working day; at the deadline tell the deputy and the owner too; then chase every
 * two working days, with the next role up at the second chase and the director at the third; then the task expires. What
 * cannot wait goes to the next role up on the first working day after its deadline.
 */
function staffLadder(task: OpenTask, dossier: Dossier, procedure: Procedure): readonly Alarm[] {
  const calendar = calendarOf(procedure);
  const role = task.role ?? dossier.ownerRole;
  const deputy: Party = `deputy:${role}`;
  const above = (at: Instant) => seatOf(roleAbove(procedure, role), dossier, procedure, at).party;
  const director = (at: Instant) => seatOf(procedure.responsibilities.director, dossier, procedure, at).party;
  const alarm = (
    rung: string,
    at: Instant,
    reason: Alarm["reason"],
    letter: LetterKind,
    tell: readonly Party[],
  ): Alarm => ({ alarmId: `${task.taskId}:${rung}`, at, reason, letter, tell: distinct(tell, procedure, dossier) });

  const told: readonly ((at: Instant) => readonly Party[])[] = [
    () => [task.assignee, deputy],
    (at) => [task.assignee, above(at)],
    (at) => [task.assignee, above(at), director(at)],
  ];
  const hurry = catalogue[task.kind].hurry === true;
  const chased = (hurry ? [] : told).map((tell, index) => {
    const at = openingAfter(task.dueAt, chaseEvery * (index + 1), calendar);
    return alarm(`chase-${index + 1}`, at, "chase", "escalation", tell(at));
  });
  const ends = hurry
    ? nextOpening(task.dueAt, procedure)
    : openingAfter(task.dueAt, chaseEvery * (chases + 1), calendar);
  return [
    ...reminders(task, calendar).map(({ rung, at }) => alarm(rung, at, rung, "reminder", [task.assignee])),
    alarm("deadline", task.dueAt, "deadline", "overdue", [task.assignee, deputy, dossier.owner]),
    ...chased,
    alarm("expired", ends, "expired", "taken-over", above(ends) === task.assignee ? [] : [task.assignee]),
  ];
}

/** Reminders respect working hours; one that would come before the task or after its deadline is left out. */
function reminders(task: OpenTask, calendar: Calendar) {
  const lastDay = lastOpeningBefore(task.dueAt, calendar);
  const halfTime = nextWorkingMoment(halfway(task.openedAt, task.dueAt), calendar);
  return [
    ...(halfTime < lastDay ? [{ rung: "half-time" as const, at: halfTime }] : []),
    ...(lastDay > task.openedAt ? [{ rung: "last-working-day" as const, at: lastDay }] : []),
  ];
}

/** The terms of the whole case, rung through whichever task is open. From assessing on, a task of its own watches over the response. */
function caseAlarms(dossier: Dossier, procedure: Procedure): readonly Alarm[] {
  const calendar = calendarOf(procedure);
  return procedure.clocks
    .filter(({ id }) => !isStopped(id, dossier) && !(id === "response" && isAsked(dossier, "first-response")))
    .flatMap(({ id, warnings }) => {
      const due = dueAt(id, dossier, procedure);
      return warnings.flatMap(({ before, tell }, index): readonly Alarm[] => {
        const at = before === undefined ? due : earlier(due, before, calendar);
        if (isOldNews(id, index, at, before !== undefined, dossier)) return [];
        const parties = tell.map(
          (one): Party =>
            one === "owner" ? dossier.owner : seatOf(procedure.responsibilities.director, dossier, procedure, at).party,
        );
        return [
          {
            alarmId: caseAlarmId(id, index, dossier, procedure),
            at,
            reason: before === undefined ? "case-deadline" : "case-warning",
            letter: "case-warning",
            tell: distinct(parties, procedure, dossier),
          },
        ];
      });
    });
}

/**
 * What came due before the case was opened again says nothing any more. And who has just moved the outcome was warned of it already: a warning
 * for the new date that would have come before that move is left out.
 */
function isOldNews(
  clock: CaseClock["id"],
  index: number,
  at: Instant,
  isWarning: boolean,
  { rung, delays, pauses, reopened }: Dossier,
): boolean {
  if (clock !== "decision") return false;
  if (reopened !== undefined && at <= reopened.at) return true;
  const pause = pauses.at(-1);
  const moves = [delays.at(-1)?.at, pause?.from, pause?.restarted?.at].filter((one) => one !== undefined);
  const warned = [...rung].some((alarmId) => alarmId.replace(/@.*$/, "") === `case:${clock}:${index + 1}`);
  return isWarning && warned && moves.some((moved) => at <= moved);
}

/** Names a warning of a clock; a clock that moved warns anew. */
export function caseAlarmId(clock: CaseClock["id"], index: number, dossier: Dossier, procedure: Procedure): string {
  const due = dueAt(clock, dossier, procedure);
  const moved = due === originalDueAt(clock, dossier.receivedAt, procedure) ? "" : `@${due}`;
  return `case:${clock}:${index + 1}${moved}`;
}

/** The clock that an alarm belongs to; `undefined` for an alarm of a task. */
export function clockOfAlarm(alarmId: string, procedure: Procedure): CaseClock | undefined {
  return procedure.clocks.find(({ id }) => alarmId.startsWith(`case:${id}:`));
}

/** One letter per person, and none to whoever is involved: the deputy of one role may well hold the role above it. */
function distinct(parties: readonly Party[], procedure: Procedure, dossier: Dossier): readonly Party[] {
  return parties
    .filter((who) => !isInvolvedParty(who, dossier, procedure))
    .filter((who, index, all) => all.findIndex((other) => isSamePerson(who, other, procedure, dossier)) === index);
}

/** Whether a clock of the case has come to its end in the way it should, or does not matter any more. */
export function isStopped(clock: CaseClock["id"], dossier: Dossier): boolean {
  if (dossier.status === "closed" || dossier.matter.kind !== "complaint") return true;
  switch (clock) {
    case "receipt":
      return wasTold(dossier, "receipt");
    case "response":
      // A first contact belonged to the case before it was opened again.
      return wasAnswered(dossier) || wasInTouch(dossier) || dossier.reopened !== undefined;
    case "decision":
      return wasAnswered(dossier);
  }
}

/** The complainant has the outcome, knows where else to go, or withdrew. */
export function wasAnswered(dossier: Dossier): boolean {
  return dossier.withdrawn !== undefined || wasTold(dossier, "outcome") || wasTold(dossier, "referral");
}

/** Sent or brought over counts, not queued: while the post is down nobody has been told. Nor does what came back. */
export function wasTold(dossier: Dossier, kind: LetterKind): boolean {
  return dossier.letters.some(
    (one) =>
      one.letter === kind &&
      hasGone(one) &&
      (dossier.reopened === undefined || kind === "receipt" || one.queuedAt > dossier.reopened.at),
  );
}

/** Somebody was in touch with the complainant, and it is recorded when; a receipt is no such contact (B20). */
export function wasInTouch(dossier: Dossier): boolean {
  return dossier.tasks.some(
    ({ kind, answer }) =>
      (kind === "first-response" && answer !== undefined) ||
      // Solved with the complainant, as a colleague records; not what the complainant tells us themselves.
      ((kind === "assess" || kind === "decide-after-silence") && answer?.outcome === "solved"),
  );
}

function isAsked(dossier: Dossier, wanted: OpenTask["kind"]): boolean {
  return dossier.sideTasks.some(({ kind }) => kind === wanted);
}

function earlier(due: Instant, before: Procedure["clocks"][number]["period"], calendar: Calendar): Instant {
  if (before.unit === "working-days") return openingAfter(due, -before.amount, calendar);
  const length = Date.parse(endOf(due, before, calendar)) - Date.parse(due);
  return new Date(Date.parse(due) - length).toISOString();
}
