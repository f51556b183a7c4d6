import type { Instant } from "../ports.ts";
import { type Calendar, endOf } from "./calendar.ts";
import type { CaseClock, Procedure } from "./procedure.ts";
import type { TaskKindId } from "./tasks/task-kind.ts";

export function calendarOf(procedure: Procedure): Calendar {
  return { timeZone: procedure.calendar.timeZone, holidays: new Set(procedure.calendar.holidays) };
}

/** When a clock of a case runs out: receipt (B9), first response (B20), decision (B21). */
export function dueAt(clock: CaseClock["id"], receivedAt: Instant, procedure: Procedure): Instant {
  const found = procedure.clocks.find(({ id }) => id === clock);
  if (found === undefined) throw new Error(`Procedure ${procedure.id} has no clock ${clock}.`);
  return endOf(receivedAt, found.period, calendarOf(procedure));
}

/** When a task that is opened now is due. */
export function taskDueAt(kind: TaskKindId, openedAt: Instant, procedure: Procedure): Instant {
  const term = procedure.tasks[kind];
  if (term === undefined) throw new Error(`Procedure ${procedure.id} has no task ${kind}.`);
  return endOf(openedAt, term.within, calendarOf(procedure));
}
