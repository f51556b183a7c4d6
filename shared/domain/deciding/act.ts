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
import { parseAnswer } from "../tasks/answer.ts";
import type { Answer } from "../tasks/task-kind.ts";
import { after, type Decision, done, refuse } from "./decision.ts";
import { announced } from "./delay.ts";
import { queue, untold, type Wanted, whoKnow } from "./letters.ts";
import { messageFiled } from "./messages.ts";
import { named } from "./naming.ts";
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
  return done(eventsOf(wanted, parsed.answer, dossier, procedure, now));
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
      return messageFiled({ mailId: actId, from, by }, said, dossier, procedure);
    }
    case "announce-delay":
      return announced(facts["newDate"] ?? "", words["delayReason"] ?? "", by, dossier, procedure);
    case "hand-over-task":
      return taskGiven(taskId ?? "", `person:${facts["handTo"]}`, by, reason, dossier, procedure);
    case "hand-over-case":
      return caseGiven(`person:${facts["handTo"]}`, by, reason, dossier, procedure);
    case "pause-clock": {
      const until = closingOn(facts["pauseUntil"] ?? "", calendarOf(procedure));
      return [{ type: "ClockStopped", facts: { by, until }, private: { reason } }];
    }
    case "restart-clock":
      return [{ type: "ClockRestarted", facts: { by }, private: { reason } }];
    case "name-respondent":
    case "about-a-handler": {
      const events = named(
        words["respondentStaff"] ?? facts["respondentStaff"],
        words["respondentOthers"],
        by,
        dossier,
        procedure,
      );
      const then = after(dossier, events, now);
      // Once the others have had their copy, who is named later has it at once (B15).
      const copies = whoKnow(dossier).length > 0 ? untold(then).map((to): Wanted => ({ letter: "copy", to })) : [];
      const told = [...events, ...queue(copies, then, procedure)];
      return [...told, ...reseat(after(dossier, told, now), procedure, now)];
    }
  }
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

/** The case with the owner's open tasks. */
function caseGiven(
  to: Party,
  by: Party,
  reason: string,
  dossier: Dossier,
  procedure: Procedure,
): readonly ComplaintEvent[] {
  const theirs = dossier.tasks.filter(
    ({ status, assignee }) => status === "open" && isSamePerson(assignee, dossier.owner, procedure, dossier),
  );
  const facts = { owner: to, role: dossier.ownerRole, because: "handed-over" as const };
  const letters: readonly Wanted[] = [
    { letter: "owner-assigned", to },
    ...theirs.map(({ taskId }): Wanted => ({ letter: "task", to, taskId })),
  ];
  return [
    { type: "OwnerAssigned", facts, private: { reason } },
    ...theirs.map(({ taskId }) => handedOver(taskId, to, by, reason)),
    ...queue(letters, dossier, procedure),
  ];
}
