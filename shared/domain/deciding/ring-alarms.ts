import type { Instant } from "../../ports.ts";
import { type Alarm, clockOfAlarm, dueAlarms } from "../alarms.ts";
import type { Dossier } from "../dossier.ts";
import type { ComplaintEvent } from "../events.ts";
import type { Party } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import { mailboxOf } from "../roles.ts";
import { after, type Decision, done, nothing, refuse } from "./decision.ts";
import { askForDate } from "./delay.ts";
import { givenToOwner } from "./letter-reports.ts";
import { queue, type Wanted, whoKnow } from "./letters.ts";

/** Rings what is due, each once; the last alarm of a task ends it. */
export function ringAlarms(taskId: string, dossier: Dossier, procedure: Procedure, now: Instant): Decision {
  const task = dossier.tasks.find((one) => one.taskId === taskId);
  if (task === undefined) return refuse({ reason: "unknown-task" });
  if (task.status !== "open") return nothing;
  const events: ComplaintEvent[] = [];
  const append = (more: readonly ComplaintEvent[]) => events.push(...more);
  for (const { alarmId, at, reason, letter, told } of toldOnce(dueAlarms(task, dossier, procedure, now))) {
    append([{ type: "AlarmRang", facts: { alarmId, taskId, dueAt: at, reason, told }, private: {} }]);
    const then = () => after(dossier, events, now);
    // Who cannot be mailed any more cannot be reminded; the owner asks them.
    if (letter === "question-reminder" && mailboxOf(task.assignee, procedure, dossier) === undefined) {
      append(givenToOwner(taskId, then(), procedure, now));
      break;
    }
    // A term of the case is not about the task through which it rang, which may be somebody else's.
    const about = letter === "case-warning" ? { alarmId } : { taskId, alarmId };
    const wanted = told.map((to): Wanted => ({ letter, to, ...about }));
    append(queue(wanted, then(), procedure));
    if (clockOfAlarm(alarmId, procedure)?.id === "decision") {
      // Two warnings may come due together; the owner is asked once.
      if (!events.some(({ type }) => type === "SideTaskRequested")) append(askForDate(then()));
      if (reason === "case-deadline") append(queue(honestly(alarmId, then()), then(), procedure));
    }
    if (reason === "expired") {
      append([{ type: "TaskExpired", facts: { taskId }, private: {} }]);
      break;
    }
  }
  return done(events);
}

/** The term ended without a new date: the complainant and the respondents who know are told so as it is (B22). */
function honestly(alarmId: string, dossier: Dossier): readonly Wanted[] {
  return [
    { letter: "delay-unknown", to: "complainant", alarmId },
    ...whoKnow(dossier).map((to): Wanted => ({ letter: "delay-unknown-respondent", to, alarmId })),
  ];
}

/**
 * Of a ladder whose steps come due together, because nothing ran for a while, each party hears the last step only. Every step is recorded as
 * rung all the same. The terms of the case are told each by itself.
 */
function toldOnce(alarms: readonly Alarm[]): readonly (Alarm & { readonly told: readonly Party[] })[] {
  return alarms.map((alarm, index) => {
    const later = alarms.slice(index + 1).filter(({ letter }) => letter !== "case-warning");
    const heardLater = (who: Party) => alarm.letter !== "case-warning" && later.some(({ tell }) => tell.includes(who));
    return { ...alarm, told: alarm.tell.filter((who) => !heardLater(who)) };
  });
}
