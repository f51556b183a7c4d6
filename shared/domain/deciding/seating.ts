import type { Instant } from "../../ports.ts";
import type { Dossier } from "../dossier.ts";
import type { ComplaintEvent } from "../events.ts";
import type { Party } from "../party.ts";
import { isStaff } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import { isInvolvedParty, type Seat, seatOf } from "../seats.ts";
import type { TaskKindId } from "../tasks/task-kind.ts";
import { queue, type Wanted } from "./letters.ts";
import { mayAnswer } from "./may-answer.ts";

/**
 * Gives away what somebody has who turned out to be involved: the ownership and their open tasks go to the next in line, at once (B16).
 */
export function reseat(dossier: Dossier, procedure: Procedure, now: Instant): readonly ComplaintEvent[] {
  const events: ComplaintEvent[] = [];
  const letters: Wanted[] = [];
  if (isInvolvedParty(dossier.owner, dossier, procedure)) {
    const seat = seatOf(dossier.ownerRole, dossier, procedure, now);
    events.push(ownerAssigned(dossier.ownerRole, seat));
    letters.push({ letter: "owner-assigned", to: seat.party });
  }
  for (const { taskId, kind, status, assignee, role = dossier.ownerRole } of dossier.tasks) {
    if (status !== "open" || !isStaff(assignee) || !isInvolvedParty(assignee, dossier, procedure)) continue;
    const to = seatForTask(kind, role, dossier, procedure, now).party;
    events.push({ type: "TaskHandedOver", facts: { taskId, to, because: "involved" }, private: {} });
    letters.push({ letter: "task", to, taskId });
  }
  return [...events, ...queue(letters, dossier, procedure)];
}

/** Who does a task of this role now; not who wrote what is to be approved, so that two people have read it (B27). */
export function seatForTask(
  kind: TaskKindId,
  role: string,
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
  isFit: (who: Party) => boolean = () => true,
): Seat {
  return seatOf(role, dossier, procedure, now, (who) => isFit(who) && mayAnswer(kind, who, who, dossier, procedure));
}

export function ownerAssigned(role: string, { party, because }: Seat): ComplaintEvent {
  const facts = { owner: party, role, ...(because !== undefined && { because }) };
  return { type: "OwnerAssigned", facts, private: {} };
}

/** Gives an open task to a colleague by hand. */
export function handedOver(taskId: string, to: Party, by: Party, reason: string): ComplaintEvent {
  return { type: "TaskHandedOver", facts: { taskId, to, by, because: "handed-over" }, private: { reason } };
}
