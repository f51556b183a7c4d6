import type { Instant } from "../../ports.ts";
import { closingOn } from "../calendar.ts";
import { calendarOf, dueAt } from "../clocks.ts";
import type { Dossier } from "../dossier.ts";
import type { ComplaintEvent } from "../events.ts";
import type { Party } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import { queue, whoKnow } from "./letters.ts";

/** The outcome comes later: told to the complainant and to every respondent who knows of the complaint (B22). */
export function announced(
  newDate: string,
  reason: string,
  by: Party,
  dossier: Dossier,
  procedure: Procedure,
  /** The task that announces it, when it is one; and the reason as a code, to be counted. */
  { taskId, why }: { readonly taskId?: string; readonly why?: string | undefined } = {},
): readonly ComplaintEvent[] {
  const from = dueAt("decision", dossier, procedure);
  const to = closingOn(newDate, calendarOf(procedure));
  return [
    { type: "DelayAnnounced", facts: { by, from, to, ...(why !== undefined && { why }) }, private: { reason } },
    ...noDateNeeded(dossier, taskId),
    ...moved(dossier, procedure),
  ];
}

/** The complainant and every respondent who knows hear that the outcome comes at another time, and why (B22). */
export function moved(dossier: Dossier, procedure: Procedure): readonly ComplaintEvent[] {
  const told = [
    { letter: "delay" as const, to: "complainant" as const },
    ...whoKnow(dossier).map((respondent) => ({ letter: "delay-respondent" as const, to: respondent })),
  ];
  return queue(told, dossier, procedure);
}

/** Nobody has to name a date any more: it was named otherwise, or the outcome is there. */
export function noDateNeeded({ tasks }: Dossier, answered?: string): readonly ComplaintEvent[] {
  return tasks
    .filter(({ kind, status, taskId }) => kind === "announce-delay" && status === "open" && taskId !== answered)
    .map(({ taskId }): ComplaintEvent => ({ type: "TaskCancelled", facts: { taskId }, private: {} }));
}

/** Asks the owner for a new date, unless that is being asked already. */
export function askForDate({ sideTasks, tasks }: Dossier): readonly ComplaintEvent[] {
  if (tasks.some(({ kind, status }) => kind === "announce-delay" && status === "open")) return [];
  const facts = { kind: "announce-delay" as const, sideTaskId: `side-${sideTasks.length + 1}` };
  return [{ type: "SideTaskRequested", facts, private: {} }];
}

/** Whether the day for which the outcome was promised has passed. */
export function isOverdue(dossier: Dossier, procedure: Procedure, now: Instant): boolean {
  return dueAt("decision", dossier, procedure) <= now;
}
