import type { Instant } from "../ports.ts";
import { type Calendar, endOf, halfway, lastOpeningBefore, nextWorkingMoment, openingAfter } from "./calendar.ts";
import { calendarOf, dueAt } from "./clocks.ts";
import type { Dossier, OpenTask } from "./dossier.ts";
import type { EventOf } from "./events.ts";
import type { LetterKind } from "./letter-kinds.ts";
import type { Party } from "./party.ts";
import type { Procedure } from "./procedure.ts";
import { personOf, roleAbove } from "./roles.ts";

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

/**
 * Remind at half time and on the last working day; at the deadline tell the deputy and the owner too; then chase every
 * two working days, with the next role up at the second chase and the director at the third; then the task expires.
 */
function ladder(task: OpenTask, dossier: Dossier, procedure: Procedure): readonly Alarm[] {
  const calendar = calendarOf(procedure);
  const assignee: Party = `role:${task.role}`;
  const deputy: Party = `deputy:${task.role}`;
  const above: Party = `role:${roleAbove(procedure, task.role)}`;
  const director: Party = `role:${procedure.responsibilities.director}`;
  const alarm = (
    rung: string,
    at: Instant,
    reason: Alarm["reason"],
    letter: LetterKind,
    tell: readonly Party[],
  ): Alarm => ({ alarmId: `${task.taskId}:${rung}`, at, reason, letter, tell: distinct(tell, procedure, dossier) });

  const told: readonly (readonly Party[])[] = [
    [assignee, deputy],
    [assignee, above],
    [assignee, above, director],
  ];
  return [
    ...reminders(task, calendar).map(({ rung, at }) => alarm(rung, at, rung, "reminder", [assignee])),
    alarm("deadline", task.dueAt, "deadline", "overdue", [assignee, deputy, `role:${dossier.owner}`]),
    ...told.map((tell, index) =>
      alarm(
        `chase-${index + 1}`,
        openingAfter(task.dueAt, chaseEvery * (index + 1), calendar),
        "chase",
        "escalation",
        tell,
      ),
    ),
    alarm(
      "expired",
      openingAfter(task.dueAt, chaseEvery * (chases + 1), calendar),
      "expired",
      "taken-over",
      above === assignee ? [] : [assignee],
    ),
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

/** The terms of the whole case, rung through whichever task is open. */
function caseAlarms(dossier: Dossier, procedure: Procedure): readonly Alarm[] {
  const calendar = calendarOf(procedure);
  return procedure.clocks
    .filter(({ id }) => !isStopped(id, dossier))
    .flatMap(({ id, warnings }) => {
      const due = dueAt(id, dossier.receivedAt, procedure);
      return warnings.map(({ before, tell }, index): Alarm => {
        const parties = tell.map(
          (one): Party => (one === "owner" ? `role:${dossier.owner}` : `role:${procedure.responsibilities.director}`),
        );
        return {
          alarmId: `case:${id}:${index + 1}`,
          at: before === undefined ? due : earlier(due, before, calendar),
          reason: before === undefined ? "case-deadline" : "case-warning",
          letter: "case-warning",
          tell: distinct(parties, procedure, dossier),
        };
      });
    });
}

/** One letter per person: the deputy of one role may well hold the role above it. */
function distinct(parties: readonly Party[], procedure: Procedure, dossier: Dossier): readonly Party[] {
  const email = (who: Party) => personOf(who, procedure, dossier)?.email;
  return parties.filter((who, index) => parties.findIndex((other) => email(other) === email(who)) === index);
}

function isStopped(clock: Procedure["clocks"][number]["id"], dossier: Dossier): boolean {
  // Sent counts, not queued: while the post is down nobody has been told.
  const told = (kind: LetterKind) => dossier.letters.some(({ letter, status }) => letter === kind && status === "sent");
  switch (clock) {
    case "receipt":
      return told("receipt");
    case "response":
      return told("outcome") || told("referral") || wasSpokenTo(dossier);
    case "decision":
      return told("outcome") || told("referral");
  }
}

/** Somebody was in touch with the complainant, and it is recorded when; a receipt is no such contact (B20). */
function wasSpokenTo(dossier: Dossier): boolean {
  return dossier.tasks.some(({ answer }) => answer?.facts["spokenOn"] !== undefined || answer?.outcome === "solved");
}

function earlier(due: Instant, before: Procedure["clocks"][number]["period"], calendar: Calendar): Instant {
  if (before.unit === "working-days") return openingAfter(due, -before.amount, calendar);
  const length = Date.parse(endOf(due, before, calendar)) - Date.parse(due);
  return new Date(Date.parse(due) - length).toISOString();
}
