import type { Machine, State } from "./definition.ts";
import type { Frame } from "./frame.ts";
import type { Services } from "./services.ts";
import { runtimeError, StateFailure } from "./state-failure.ts";
import { choose } from "./states/choice.ts";
import { failOnPurpose } from "./states/fail.ts";
import { join } from "./states/join.ts";
import { iterate } from "./states/map.ts";
import { fork } from "./states/parallel.ts";
import { pass } from "./states/pass.ts";
import { conclude, schedule, start } from "./states/task.ts";
import { endWait, wait } from "./states/wait.ts";
import { collapse, enter, fail } from "./transitions.ts";
import { type FollowUp, HISTORY_LIMIT, Turn } from "./turn.ts";

/**
 * Works out and stores the next step of a frame; nothing when the frame has gone or waits for something. Returns what is to
 * be done next.
 */
export async function step(services: Services, frameId: number): Promise<readonly FollowUp[]> {
  const turn = openTurn(services, frameId);
  if (turn === undefined) return [];
  try {
    await advance(turn);
  } catch (error) {
    if (!(error instanceof StateFailure)) throw error;
    await fail(turn, error);
  }
  return store(turn);
}

/** The inner machine that a frame runs. */
export function machineAt(outermost: Machine, route: Frame["route"]): Machine {
  return route.reduce((machine, { state: name, branch }) => {
    const state = machine.States.get(name);
    const inner =
      state?.Type === "Parallel" ? state.Branches[branch] : state?.Type === "Map" ? state.ItemProcessor : undefined;
    if (inner === undefined) throw new Error(`The stored frame leads into '${name}', which has no such branch`);
    return inner;
  }, outermost);
}

function openTurn(services: Services, frameId: number): Turn | undefined {
  const frame = services.store.frame(frameId);
  if (frame === undefined) return undefined;
  const execution = services.store.execution(frame.execution);
  if (execution === undefined) return undefined;
  const outer: Frame[] = [];
  for (let parent = frame.parent; parent !== undefined; parent = outer[0]?.parent) {
    const around = services.store.frame(parent);
    if (around === undefined) return undefined;
    outer.unshift(around);
  }
  const machine = machineAt(services.machineOf(execution), frame.route);
  return new Turn({ services, execution, frame, outer, machine });
}

async function advance(turn: Turn): Promise<void> {
  const { frame, state } = turn;
  switch (frame.phase) {
    case "enter":
      enter(turn);
      if (state.Type === "Wait" || state.Type === "Task") turn.evaluationBase = frame.lastEvent;
      await begin(turn, state);
      return;
    case "attempt":
      await begin(turn, state);
      return;
    case "scheduled":
      if (state.Type === "Task") start(turn, state);
      return;
    case "answered":
      if (state.Type === "Task" && frame.answer !== undefined) await conclude(turn, state, frame.answer);
      return;
    case "resume":
      if (state.Type === "Wait") await endWait(turn, state);
      return;
    case "joining":
      if (state.Type === "Parallel" || state.Type === "Map") await join(turn, state);
      return;
    case "pending":
    case "waiting":
    case "retrying":
    case "working":
    case "ended":
    case "reported":
      return;
  }
}

async function begin(turn: Turn, state: State): Promise<void> {
  switch (state.Type) {
    case "Pass":
    case "Succeed":
      return await pass(turn, state);
    case "Task":
      return await schedule(turn, state);
    case "Choice":
      return await choose(turn, state);
    case "Wait":
      return await wait(turn, state);
    case "Fail":
      return await failOnPurpose(turn, state);
    case "Parallel":
      return await fork(turn, state);
    case "Map":
      return await iterate(turn, state);
  }
}

function store(turn: Turn): readonly FollowUp[] {
  const { services, execution, frame } = turn;
  return services.store.transaction(() => {
    // The execution may have been stopped, or may have run out of time, while expressions were awaited.
    const current = services.store.frame(frame.id);
    if (current === undefined) return [];
    // A token may have been answered meanwhile: the step is taken again, with the answer.
    if (current.revision !== frame.revision) return [{ kind: "continue", frame: frame.id }];
    const events = execution.events + turn.events.length;
    if (events > HISTORY_LIMIT || (events === HISTORY_LIMIT && !turn.finished)) return storeFullHistory(turn);
    for (const event of turn.events) services.store.addEvent(execution.id, { ...event, at: turn.now });
    if (!turn.finished) services.store.saveFrame(frame);
    for (const change of turn.changes) change();
    return turn.followUps;
  });
}

/** AWS ends an execution whose history is full, whatever it was about to do. */
function storeFullHistory(turn: Turn): readonly FollowUp[] {
  const { services, execution } = turn;
  const cause = `The execution reached the maximum number of history events (${HISTORY_LIMIT}).`;
  const fitting = turn.events.filter((event) => event.id < HISTORY_LIMIT);
  for (const event of fitting) services.store.addEvent(execution.id, { ...event, at: turn.now });
  services.store.addEvent(execution.id, {
    id: HISTORY_LIMIT,
    previous: HISTORY_LIMIT - 1,
    at: turn.now,
    type: "ExecutionFailed",
    details: { executionFailedEventDetails: { cause, error: "States.Runtime" } },
  });
  services.endExecution(execution, { status: "FAILED", error: "States.Runtime", cause });
  return [];
}

/** A fault of the engine itself ends the execution that it struck, and no other. */
export async function breakDown(services: Services, frameId: number, error: unknown): Promise<void> {
  const turn = openTurn(services, frameId);
  if (turn === undefined) return;
  const frame = turn.outer[0] ?? turn.frame;
  const whole = new Turn({
    services,
    execution: turn.execution,
    frame,
    outer: [],
    machine: services.machineOf(turn.execution),
  });
  collapse(whole, runtimeError(`Internal error: ${error instanceof Error ? error.message : String(error)}`));
  store(whole);
}
