import type { Instant } from "../ports.ts";
import { type Calendar, closingOn, endOf, openingAfter } from "./calendar.ts";
import type { Dossier } from "./dossier.ts";
import type { CaseClock, Procedure } from "./procedure.ts";
import type { TaskKindId } from "./tasks/task-kind.ts";

export function calendarOf(procedure: Procedure): Calendar {
  return { timeZone: procedure.calendar.timeZone, holidays: new Set(procedure.calendar.holidays) };
}

/** When a clock of a case would run out by the procedure alone: receipt (B9), first response (B20), decision (B21). */
export function originalDueAt(clock: CaseClock["id"], receivedAt: Instant, procedure: Procedure): Instant {
  const found = procedure.clocks.find(({ id }) => id === clock);
  if (found === undefined) throw new Error(`Procedure ${procedure.id} has no clock ${clock}.`);
  return endOf(receivedAt, found.period, calendarOf(procedure));
}

/**
 * When a clock of a case runs out. The outcome moves to the date that was announced last (B22), and by the time that its clock stood still
 * since.
 */
export function dueAt(clock: CaseClock["id"], dossier: Dossier, procedure: Procedure): Instant {
  const original = originalDueAt(clock, dossier.receivedAt, procedure);
  if (clock !== "decision") return original;
  const delay = dossier.delays.at(-1);
  const stoodStill = dossier.pauses
    .filter(({ from }) => delay === undefined || from >= delay.at)
    .reduce((total, { from, until }) => total + Math.max(0, Date.parse(until) - Date.parse(from)), 0);
  return new Date(Date.parse(delay?.to ?? original) + stoodStill).toISOString();
}

/** Whether the clock of the outcome stands still. */
export function isPaused(dossier: Dossier, now: Instant): boolean {
  const last = dossier.pauses.at(-1);
  return last !== undefined && last.until > now;
}

/**
 * When a task that is opened now is due: after the term of its kind; or when the clock of the case that it serves runs out, where
 * that is still to come.
 */
export function taskDueAt(
  kind: TaskKindId,
  about: string | undefined,
  openedAt: Instant,
  dossier: Dossier,
  procedure: Procedure,
): Instant {
  const term = procedure.tasks[kind];
  if (term === undefined) throw new Error(`Procedure ${procedure.id} has no task ${kind}.`);
  const clock = clockServedBy(kind, about, dossier);
  const due = kind === "report-measure" ? measureDueAt(dossier, procedure) : clock && dueAt(clock, dossier, procedure);
  return due !== undefined && due > openedAt ? due : endOf(openedAt, term.within, calendarOf(procedure));
}

/** When a measure must be done: by the date that its owner named last (A28); `undefined` for any other file. */
export function measureDueAt({ matter, tasks }: Dossier, procedure: Procedure): Instant | undefined {
  if (matter.kind !== "measure") return undefined;
  const extended = tasks.findLast(({ answer }) => answer?.outcome === "extended")?.answer?.facts["newDue"];
  return extended === undefined ? matter.measure.dueAt : closingOn(extended, calendarOf(procedure));
}

/** The clock of the case that a task is there for; its deadline is that clock's. */
export function clockServedBy(
  kind: TaskKindId,
  about: string | undefined,
  dossier: Dossier,
): CaseClock["id"] | undefined {
  if (kind === "first-response") return "response";
  const letter = dossier.letters.find(({ letterId }) => letterId === about)?.letter;
  return kind === "send-by-post" && letter === "receipt" ? "receipt" : undefined;
}

/** Opening time on the first working day after a moment: when somebody is asked instead of who let it pass. */
export function nextOpening(after: Instant, procedure: Procedure): Instant {
  return openingAfter(after, 1, calendarOf(procedure));
}
