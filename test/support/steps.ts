import type { ActionId } from "../../shared/domain/actions/action-kind.ts";
import type { Decision } from "../../shared/domain/decide.ts";
import type { ComplaintEvent, EventOf } from "../../shared/domain/events.ts";
import type { PathLetter } from "../../shared/domain/letter-kinds.ts";
import type { Party } from "../../shared/domain/party.ts";
import type { Instant } from "../../shared/ports.ts";
import { type CaseUnderTest, mondayMorning } from "./case-under-test.ts";

type Posted = Readonly<Record<string, string>>;

/** An act that somebody tries, through the link of a task when one is named. */
export function tryTo(
  subject: CaseUnderTest,
  action: ActionId,
  by: Party,
  posted: Posted = {},
  at: Instant = mondayMorning,
  taskId?: string,
): Decision {
  return subject.when({ type: "Act", action, by, posted, taskId, actId: `${action}@${at}` }, at);
}

/** An act that must be carried out, with what follows. */
export function act(...[subject, action, ...how]: Parameters<typeof tryTo>): readonly ComplaintEvent[] {
  const decision = tryTo(subject, action, ...how);
  if (!decision.ok) throw new Error(`${action} is refused: ${JSON.stringify(decision.refusal)}`);
  return decision.events;
}

/** The letters of a moment of the path, which arrive. */
export function send(subject: CaseUnderTest, letter: PathLetter, at: Instant = mondayMorning): void {
  subject.events({ type: "SendLetters", letter, requestId: `${letter}@${at}` }, at);
  subject.post(at);
}

/** The letters among events, as `outcome to complainant`. */
export function lettersIn(events: readonly ComplaintEvent[]): readonly string[] {
  return eventsOf(events, "LetterQueued").map(({ facts: { letter, to } }) => `${letter} to ${to}`);
}

/** Events of one type. */
export function eventsOf<Type extends ComplaintEvent["type"]>(
  events: readonly ComplaintEvent[],
  type: Type,
): readonly EventOf<Type>[] {
  return events.filter((event): event is EventOf<Type> => event.type === type);
}

/** The fields that a refused answer was wrong in, or why it was refused at all; empty when it was taken. */
export function problemsOf(decision: Decision): readonly string[] {
  if (decision.ok) return [];
  const { refusal } = decision;
  return refusal.reason === "invalid-answer" ? refusal.problems.map(({ field }) => field) : [refusal.reason];
}
