import type { Instant } from "../../ports.ts";
import type { Dossier, Letter, OpenTask } from "../dossier.ts";
import type { ComplaintEvent } from "../events.ts";
import { cameBack } from "../letter-status.ts";
import { type Party, roleOf } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import { isSamePerson, personIdOf } from "../roles.ts";
import { isUnreachable, type Seat, seatOf } from "../seats.ts";
import { after } from "./decision.ts";
import { queue } from "./letters.ts";
import { ownerAssigned, seatForTask } from "./seating.ts";

/**
 * What a colleague did not get goes to who takes their place: a task with its letter, a new case with its ownership, anything else as a letter
 * (B3, B16). Never to anybody who is involved, nor to somebody whom the same did not reach either.
 * @param dossier the case in which it is known already that the letter did not arrive.
 */
export function toStandIn(
  letter: Letter,
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
): readonly ComplaintEvent[] {
  const { letter: kind, to, taskId, alarmId, mailId, measureId } = letter;
  // That a task is not theirs any more is news to nobody else.
  if (kind === "handed-over" || kind === "taken-over") return [];
  const task = dossier.tasks.find((one) => one.taskId === taskId);
  if (task !== undefined && task.status !== "open") return [];
  const isReached = (who: Party) => !missed(who, letter, dossier, procedure);
  if (task !== undefined && isSamePerson(task.assignee, to, procedure, dossier)) {
    return taskMoved(task, isReached, dossier, procedure, now);
  }
  const seat = seatOf(roleBehind(to, dossier, procedure), dossier, procedure, now, isReached);
  if (!isReached(seat.party)) return [];
  if (kind === "owner-assigned" && isSamePerson(dossier.owner, to, procedure, dossier)) {
    return caseMoved(isReached, dossier, procedure, now);
  }
  const about = { taskId, alarmId, mailId, measureId };
  const hasIt = dossier.letters.some(
    (one) => isSame(one, letter) && isSamePerson(one.to, seat.party, procedure, dossier),
  );
  return hasIt ? [] : queue([{ letter: kind, to: seat.party, ...about }], dossier, procedure);
}

function taskMoved(
  { taskId, kind, role }: OpenTask,
  isReached: (who: Party) => boolean,
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
): readonly ComplaintEvent[] {
  const { party: to } = seatForTask(kind, role ?? dossier.ownerRole, dossier, procedure, now, isReached);
  if (!isReached(to)) return [];
  const moved: ComplaintEvent = { type: "TaskHandedOver", facts: { taskId, to, because: "unreachable" }, private: {} };
  return [moved, ...queue([{ letter: "task", to, taskId }], after(dossier, [moved], now), procedure)];
}

/** Who does not know that a case is theirs cannot answer for it (B16). */
function caseMoved(
  isReached: (who: Party) => boolean,
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
): readonly ComplaintEvent[] {
  const { party } = seatOf(dossier.ownerRole, dossier, procedure, now, isReached);
  if (!isReached(party)) return [];
  const seat: Seat = { party, because: "unreachable" };
  return [
    ownerAssigned(dossier.ownerRole, seat),
    ...queue([{ letter: "owner-assigned", to: party }], dossier, procedure),
  ];
}

/** Whether it is of no use to write the same to somebody. */
function missed(who: Party, letter: Letter, dossier: Dossier, procedure: Procedure): boolean {
  if (isUnreachable(who, dossier, procedure)) return true;
  return [letter, ...dossier.letters.filter(cameBack)].some(
    (one) => isSame(one, letter) && isSamePerson(one.to, who, procedure, dossier),
  );
}

/** The same news of the same thing. */
function isSame(one: Letter, other: Letter): boolean {
  const { letter, taskId, alarmId, mailId, measureId } = other;
  return (
    one.letter === letter &&
    one.taskId === taskId &&
    one.alarmId === alarmId &&
    one.mailId === mailId &&
    one.measureId === measureId
  );
}

/** The role that a colleague has in this case, or else in the house. */
function roleBehind(who: Party, dossier: Dossier, procedure: Procedure): string {
  const role = roleOf(who)?.role;
  if (role !== undefined) return role;
  const id = personIdOf(who, procedure);
  if (isSamePerson(who, dossier.owner, procedure, dossier)) return dossier.ownerRole;
  const held =
    procedure.roles.find(({ holder }) => holder === id) ?? procedure.roles.find(({ deputy }) => deputy === id);
  return held?.id ?? dossier.ownerRole;
}
