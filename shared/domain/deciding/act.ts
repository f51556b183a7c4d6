import type { Instant } from "../../ports.ts";
import type { ActionId } from "../actions/action-kind.ts";
import { actions } from "../actions/catalogue.ts";
import { closingOn } from "../calendar.ts";
import { calendarOf } from "../clocks.ts";
import type { Dossier } from "../dossier.ts";
import type { ComplaintEvent } from "../events.ts";
import { isRespondent, type Party } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import { isSamePerson } from "../roles.ts";
import { latestAnswered } from "../rounds.ts";
import { parseAnswer } from "../tasks/answer.ts";
import type { Answer } from "../tasks/task-kind.ts";
import { after, type Decision, done, refuse } from "./decision.ts";
import { announced, moved } from "./delay.ts";
import { queue, type Wanted } from "./letters.ts";
import { mayAnswer } from "./may-answer.ts";
import { messageFiled } from "./messages.ts";
import { named } from "./naming.ts";
import { nobodyIsLeft, objections } from "./objections.ts";
import { handedOver, reseat } from "./seating.ts";

/** Something that somebody does of their own accord. */
export interface Act {
  readonly action: ActionId;
  readonly by: Party;
  /** The task through whose link it is done. */
  readonly taskId?: string | undefined;
  readonly posted: Readonly<Record<string, string>>;
  /** Names the act, so that doing it twice does it once. */
  readonly actId: string;
}

/** Checks and does what somebody wants at any moment of the path. */
export function act(wanted: Act, dossier: Dossier, procedure: Procedure, now: Instant): Decision {
  const kind = actions[wanted.action];
  const task = dossier.tasks.find(({ taskId }) => taskId === wanted.taskId);
  if (!kind.isFor({ by: wanted.by, task }, dossier, procedure, now)) return refuse({ reason: "not-now" });
  const parsed = parseAnswer(kind, wanted.posted, { procedure, dossier, now });
  if (!parsed.ok) return refuse({ reason: "invalid-answer", problems: parsed.problems });
  const problems = objections(wanted.action, parsed.answer, { dossier, procedure, now, task });
  if (problems.length > 0) return refuse({ reason: "invalid-answer", problems });
  const events = eventsOf(wanted, parsed.answer, dossier, procedure, now);
  const then = after(dossier, events, now);
  const stuck = nobodyIsLeft(then, procedure);
  if (stuck.length > 0) return refuse({ reason: "invalid-answer", problems: stuck });
  // The case has changed hands before a copy says who handles it.
  const seated = [...events, ...reseat(then, procedure, now)];
  return done([...seated, ...lateCopies(events, after(dossier, seated, now), procedure, now)]);
}

function eventsOf(
  wanted: Act,
  { facts, private: words }: Answer,
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
): readonly ComplaintEvent[] {
  const { by, actId, taskId } = wanted;
  const reason = words["reason"] ?? "";
  switch (wanted.action) {
    case "withdraw":
      return withdrawn(by, words["reason"], dossier);
    case "add-to-case": {
      const from = by === "complainant" ? "complainant" : isRespondent(by) ? "respondent" : "staff";
      const said = { address: "", subject: "", text: words["message"] ?? "", attachments: [] };
      return messageFiled({ mailId: actId, from, by }, said, dossier, procedure, now);
    }
    case "announce-delay":
      return announced(facts["newDate"] ?? "", words["delayReason"] ?? "", by, dossier, procedure, {
        why: facts["delayWhy"],
      });
    case "hand-over-task":
      return taskGiven(taskId ?? "", `person:${facts["handTo"]}`, by, reason, dossier, procedure);
    case "hand-over-case":
      return caseGiven(`person:${facts["handTo"]}`, by, reason, dossier, procedure);
    case "pause-clock": {
      const until = closingOn(facts["pauseUntil"] ?? "", calendarOf(procedure));
      return told([{ type: "ClockStopped", facts: { by, until }, private: { reason } }], dossier, procedure, now);
    }
    case "restart-clock":
      return told([{ type: "ClockRestarted", facts: { by }, private: { reason } }], dossier, procedure, now);
    case "hold-erasure": {
      const until = facts["holdUntil"];
      return [{ type: "ErasureHeld", facts: { by, ...(until !== undefined && { until }) }, private: { reason } }];
    }
    case "lift-hold":
      return [{ type: "HoldLifted", facts: { by }, private: {} }];
    case "name-respondent":
    case "about-a-handler":
      return named(words["respondentStaff"], words["respondentOthers"], by, dossier, procedure);
  }
}

/** Whatever moves the date of the outcome is told to those who wait for it (B22). */
function told(
  events: readonly ComplaintEvent[],
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
): readonly ComplaintEvent[] {
  return [...events, ...moved(after(dossier, events, now), procedure)];
}

/** Nothing is asked any more; a letter that must go by post is still brought over. */
function withdrawn(by: Party, reason: string | undefined, { tasks }: Dossier): readonly ComplaintEvent[] {
  const open = tasks.filter(({ status, kind }) => status === "open" && kind !== "send-by-post");
  return [
    { type: "CaseWithdrawn", facts: { by }, private: reason === undefined ? {} : { reason } },
    ...open.map(({ taskId }): ComplaintEvent => ({ type: "TaskCancelled", facts: { taskId }, private: {} })),
  ];
}

function taskGiven(
  taskId: string,
  to: Party,
  by: Party,
  reason: string,
  dossier: Dossier,
  procedure: Procedure,
): readonly ComplaintEvent[] {
  const before = dossier.tasks.find((one) => one.taskId === taskId)?.assignee;
  const letters: readonly Wanted[] = [
    { letter: "task", to, taskId },
    ...(before === undefined || isSamePerson(before, by, procedure, dossier)
      ? []
      : [{ letter: "handed-over" as const, to: before, taskId }]),
  ];
  return [handedOver(taskId, to, by, reason), ...queue(letters, dossier, procedure)];
}

/**
 * The case with the owner's open tasks, but for the approval of what the new owner wrote (B27). An owner who did not do it themselves is told
 * of each task that they no longer have.
 */
function caseGiven(
  to: Party,
  by: Party,
  reason: string,
  dossier: Dossier,
  procedure: Procedure,
): readonly ComplaintEvent[] {
  const { owner } = dossier;
  const theirs = dossier.tasks.filter(
    ({ kind, status, assignee }) =>
      status === "open" &&
      isSamePerson(assignee, owner, procedure, dossier) &&
      mayAnswer(kind, assignee, to, dossier, procedure),
  );
  const facts = { owner: to, role: dossier.ownerRole, because: "handed-over" as const };
  const ownDoing = isSamePerson(by, owner, procedure, dossier);
  const letters: readonly Wanted[] = [
    { letter: "owner-assigned", to },
    ...theirs.map(({ taskId }): Wanted => ({ letter: "task", to, taskId })),
    ...(ownDoing ? [] : theirs.map(({ taskId }): Wanted => ({ letter: "handed-over", to: owner, taskId }))),
  ];
  return [
    { type: "OwnerAssigned", facts, private: { reason } },
    ...theirs.map(({ taskId }) => handedOver(taskId, to, by, reason)),
    ...queue(letters, dossier, procedure),
  ];
}

/** Who is named once the copies have gone has one at once (B15); `dossier` is the case after that. */
function lateCopies(
  happened: readonly ComplaintEvent[],
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
): readonly ComplaintEvent[] {
  const { tasks, letters, withdrawn: ended } = dossier;
  const areOut = tasks.some(({ kind }) => kind === "statement") || letters.some(({ letter }) => letter === "copy");
  if (!areOut || ended !== undefined) return [];
  const fresh = happened.flatMap((event) => (event.type === "RespondentNamed" ? [event.facts.respondent] : []));
  const copies = fresh.map((to): Wanted => ({ letter: "copy", to }));
  const copied = queue(copies, dossier, procedure);
  return [...copied, ...lateHearing(fresh, after(dossier, copied, now))];
}

/** Who is named once the facts were established is heard beside the path: nothing is decided before (A16). */
function lateHearing(fresh: readonly Party[], dossier: Dossier): readonly ComplaintEvent[] {
  if (latestAnswered(dossier, "establish-facts", "established") === undefined) return [];
  return fresh.map((about, index): ComplaintEvent => {
    const facts = { kind: "statement" as const, about, sideTaskId: `side-${dossier.sideTasks.length + index + 1}` };
    return { type: "SideTaskRequested", facts, private: {} };
  });
}
