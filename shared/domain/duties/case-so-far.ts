import type { Instant } from "../../ports.ts";
import type { AnsweredTask, Dossier, Happened, Letter, Task } from "../dossier.ts";
import type { ComplaintEvent, EventOf } from "../events.ts";
import type { LetterKind } from "../letter-kinds.ts";
import { hasGone } from "../letter-status.ts";
import type { Party } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import type { TaskKindId } from "../tasks/task-kind.ts";

/** All that a duty is judged by: what happened, the case that it makes, the procedure and the moment of looking. */
export interface CaseSoFar {
  readonly events: readonly Happened[];
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly now: Instant;
}

/** Something of one type that happened. */
export type Happening<Type extends ComplaintEvent["type"]> = Happened & { readonly event: EventOf<Type> };

export function happenings<Type extends ComplaintEvent["type"]>(
  { events }: CaseSoFar,
  type: Type,
): readonly Happening<Type>[] {
  return events.filter((one): one is Happening<Type> => one.event.type === type);
}

/** The first event of all. */
export function registration({ events }: CaseSoFar): Happened {
  const [first] = events;
  if (first === undefined) throw new Error("A case begins with ComplaintRegistered.");
  return first;
}

export function bothSides({ dossier }: CaseSoFar): readonly Party[] {
  return ["complainant", ...respondents({ dossier })];
}

export function respondents({ dossier }: Pick<CaseSoFar, "dossier">): readonly Party[] {
  return dossier.respondents.map(({ party }) => party);
}

/** Tasks of a kind in the order in which they were asked; about one party when one is named. */
export function tasksOf({ dossier }: CaseSoFar, kind: TaskKindId, about?: Party): readonly Task[] {
  return dossier.tasks.filter((task) => task.kind === kind && (about === undefined || task.about === about));
}

/** Those that were answered, in one of these ways when any are named. */
export function answers(the: CaseSoFar, kind: TaskKindId, ...outcomes: readonly string[]): readonly AnsweredTask[] {
  return tasksOf(the, kind)
    .filter((task): task is AnsweredTask => task.status === "answered")
    .filter(({ answer }) => outcomes.length === 0 || outcomes.includes(answer.outcome));
}

/** The deadline of the first task of a kind: that somebody else was asked later gives no more time. */
export function dueOf(the: CaseSoFar, kind: TaskKindId): Instant | undefined {
  return tasksOf(the, kind)[0]?.dueAt;
}

/** The moment at which a task was asked. */
export function opening(the: CaseSoFar, { taskId }: Task): Happened | undefined {
  return happenings(the, "TaskOpened").find(({ event }) => event.facts.taskId === taskId);
}

/** The moment at which a task got its answer or its time ran out; not when it was cancelled. */
export function ending(the: CaseSoFar, { taskId }: Task): Happened | undefined {
  return (
    happenings(the, "TaskAnswered").find(({ event }) => event.facts.taskId === taskId) ??
    happenings(the, "TaskExpired").find(({ event }) => event.facts.taskId === taskId)
  );
}

/** When each of these parties was first asked this; `undefined` for whoever was not. */
export function asked(the: CaseSoFar, kind: TaskKindId, parties: readonly Party[]): readonly (Happened | undefined)[] {
  return parties.map((about) => {
    const [first] = tasksOf(the, kind, about);
    return first === undefined ? undefined : opening(the, first);
  });
}

/** When each of these parties had first answered this, or let the time pass. */
export function heard(the: CaseSoFar, kind: TaskKindId, parties: readonly Party[]): readonly (Happened | undefined)[] {
  return parties.map((about) => earliest(tasksOf(the, kind, about).map((task) => ending(the, task))));
}

/** The moment at which a letter was sent; or brought over by a colleague, also when it had been sent and came back. */
export function delivery(the: CaseSoFar, { letterId, status }: Letter): Happened | undefined {
  const posted = answers(the, "send-by-post").find(({ about }) => about === letterId);
  if (status === "brought") return posted === undefined ? undefined : ending(the, posted);
  return happenings(the, "LetterSent").find(({ event }) => event.facts.letterId === letterId);
}

/** When a letter of this kind first reached this party. One that was refused or came back did not, however it was sent. */
export function told(the: CaseSoFar, kind: LetterKind, to: Party): Happened | undefined {
  return earliest(lettersTo(the, kind, to).map((letter) => arrival(the, letter)));
}

export function lettersTo({ dossier }: CaseSoFar, kind: LetterKind, to: Party): readonly Letter[] {
  return dossier.letters.filter((one) => one.letter === kind && one.to === to);
}

/** As `delivery`, but nothing for a letter that came back. */
export function arrival(the: CaseSoFar, letter: Letter): Happened | undefined {
  return hasGone(letter) ? delivery(the, letter) : undefined;
}

export function earliest(moments: readonly (Happened | undefined)[]): Happened | undefined {
  return inOrder(moments)[0];
}

export function latest(moments: readonly (Happened | undefined)[]): Happened | undefined {
  return inOrder(moments).at(-1);
}

function inOrder(moments: readonly (Happened | undefined)[]): readonly Happened[] {
  return moments.filter((one) => one !== undefined).sort((a, b) => a.version - b.version);
}
