import type { Catcher, Retrier, State } from "./definition.ts";
import { abandonedBy } from "./integrations.ts";
import { type Json, type JsonObject, jsonBytes, PAYLOAD_LIMIT_BYTES } from "./json.ts";
import type { Services } from "./services.ts";
import { dataLimitExceeded, errorDetails, errorOutput, isCoveredBy, StateFailure } from "./state-failure.ts";
import type { Execution } from "./store.ts";
import { fill } from "./template.ts";
import type { Turn } from "./turn.ts";

/** All variables of an execution together, in bytes. */
const VARIABLES_LIMIT_BYTES = 10_485_760;
const DEFAULT_RETRY = { intervalSeconds: 1, maxAttempts: 3, backoffRate: 2 } as const;

/** Writes the entry into the frame's state, which starts afresh: no retries yet. */
export function enter(turn: Turn): void {
  const { frame } = turn;
  frame.retries = [];
  frame.retryCount = 0;
  frame.enteredAt = turn.now;
  frame.enteredEvent = turn.record(`${turn.state.Type}StateEntered`, {
    stateEnteredEventDetails: {
      input: JSON.stringify(frame.input),
      inputDetails: { truncated: false },
      name: frame.state,
    },
  });
}

/** What a state, a choice rule or a catcher says about leaving. */
interface Leaving {
  readonly Assign?: { readonly [name: string]: Json } | undefined;
  readonly Output?: Json | undefined;
  readonly Next?: string | undefined;
}

/**
 * Leaves the state: works out Assign and Output with the variables as they were, writes the exit, and goes on to the next
 * state or ends the frame. `place` prefixes the location of a failure (`Choices[0]/`). Throws `StateFailure`.
 */
export async function leave(
  turn: Turn,
  leaving: Leaving,
  how: { readonly fallback: Json; readonly states?: JsonObject; readonly place?: string },
): Promise<void> {
  const { frame } = turn;
  const { expressions } = turn.services;
  const sight = turn.sight(how.states === undefined ? {} : { states: how.states });
  const place = how.place ?? "";
  const assigned: [string, Json][] = [];
  for (const [name, template] of Object.entries(leaving.Assign ?? {})) {
    assigned.push([name, await fill(expressions, template, `${place}Assign/${name}`, sight)]);
  }
  const output =
    leaving.Output === undefined ? how.fallback : await fill(expressions, leaving.Output, `${place}Output`, sight);
  if (jsonBytes(output) > PAYLOAD_LIMIT_BYTES) throw dataLimitExceeded(frame.state);
  checkVariables(turn, assigned);
  frame.variables = { ...frame.variables, ...Object.fromEntries(assigned) };
  release(turn);
  turn.record(`${turn.state.Type}StateExited`, {
    stateExitedEventDetails: {
      ...(assigned.length === 0
        ? {}
        : {
            assignedVariables: Object.fromEntries(assigned.map(([name, value]) => [name, JSON.stringify(value)])),
            assignedVariablesDetails: { truncated: false },
          }),
      name: frame.state,
      output: JSON.stringify(output),
      outputDetails: { truncated: false },
    },
  });
  if (leaving.Next === undefined) succeed(turn, output);
  else moveTo(turn, leaving.Next, output);
}

function moveTo(turn: Turn, state: string, input: Json): void {
  turn.frame.state = state;
  turn.frame.input = input;
  turn.frame.phase = "enter";
  turn.continue();
}

function succeed(turn: Turn, output: Json): void {
  const { frame, services, execution } = turn;
  if (frame.parent === undefined) {
    turn.record("ExecutionSucceeded", {
      executionSucceededEventDetails: { output: JSON.stringify(output), outputDetails: { truncated: false } },
    });
    turn.finished = true;
    turn.change(() => services.endExecution(execution, { status: "SUCCEEDED", output }));
    return;
  }
  if (frame.item !== undefined) {
    frame.iterationEvent = turn.recordAfter(frame.lastEvent, "MapIterationSucceeded", {
      mapIterationSucceededEventDetails: { index: frame.position, name: frame.route.at(-1)?.state ?? "" },
    });
  }
  endBranch(turn, { kind: "succeeded", output });
}

function endBranch(turn: Turn, outcome: NonNullable<Turn["frame"]["outcome"]>): void {
  const { frame } = turn;
  frame.phase = "ended";
  frame.outcome = outcome;
  frame.endedAt = turn.execution.events + turn.events.length;
  if (frame.parent !== undefined) turn.wake(frame.parent);
}

function checkVariables(turn: Turn, assigned: readonly [string, Json][]): void {
  const added = assigned.map(([, value]) => jsonBytes(value)).reduce((sum, bytes) => sum + bytes, 0);
  if (added > PAYLOAD_LIMIT_BYTES) throw dataLimitExceeded(turn.frame.state);
  if (added + jsonBytes(turn.variables()) > VARIABLES_LIMIT_BYTES) throw dataLimitExceeded(turn.frame.state);
}

/** Whatever the state had going ends: its timers, its tokens, its branches, its child executions. */
export function release(turn: Turn): void {
  const { frame, services, execution } = turn;
  frame.work = undefined;
  frame.answer = undefined;
  frame.limits = undefined;
  const { id } = frame;
  turn.change(() => releaseFrame(services, execution, id));
}

function releaseFrame(services: Services, execution: Execution, frame: number): void {
  const { store } = services;
  store.removeTimersOf(frame);
  for (const called of store.calledBy(frame)) services.endExecution(called, abandonedBy(execution));
  for (const child of store.childrenOf(frame)) {
    releaseFrame(services, execution, child.id);
    store.removeFrame(child.id);
  }
}

/** The state has failed: it is retried, caught, or takes its branch or execution with it. */
export async function fail(turn: Turn, raw: StateFailure): Promise<void> {
  const failure = located(turn, raw);
  if (failure.isFatal) {
    collapse(turn, failure);
    return;
  }
  recordEvaluationFailed(turn, failure);
  const { state } = turn;
  if (retry(turn, handlersOf(state).Retry, failure)) return;
  recordStateFailed(turn);
  const catchers = handlersOf(state).Catch;
  const index = catchers.findIndex((catcher) => isCoveredBy(catcher.ErrorEquals, failure));
  const catcher = catchers[index];
  if (catcher === undefined) {
    collapse(turn, failure);
    return;
  }
  const error = errorOutput(failure);
  try {
    await leave(turn, catcher, { fallback: error, states: { errorOutput: error }, place: `Catch[${index}]/` });
  } catch (second) {
    if (!(second instanceof StateFailure)) throw second;
    const failureOfCatch = located(turn, second);
    recordEvaluationFailed(turn, failureOfCatch);
    // The state fails a second time, and AWS says so.
    recordStateFailed(turn);
    collapse(turn, failureOfCatch);
  }
}

/** Nobody catches the failure: the branch or the execution fails with it. */
export function collapse(turn: Turn, failure: StateFailure): void {
  const { frame, services, execution } = turn;
  release(turn);
  if (frame.parent === undefined || failure.isFatal) {
    turn.record("ExecutionFailed", { executionFailedEventDetails: errorDetails(failure) });
    turn.finished = true;
    turn.change(() => services.endExecution(execution, { status: "FAILED", ...errorDetails(failure) }));
    return;
  }
  endBranch(turn, { kind: "failed", ...errorDetails(failure), alias: failure.alias });
}

function retry(turn: Turn, retriers: readonly Retrier[], failure: StateFailure): boolean {
  const { frame, services } = turn;
  const index = retriers.findIndex((retrier) => isCoveredBy(retrier.ErrorEquals, failure));
  const retrier = retriers[index];
  if (retrier === undefined) return false;
  const taken = frame.retries[index] ?? 0;
  if (taken >= (retrier.MaxAttempts ?? DEFAULT_RETRY.maxAttempts)) return false;
  release(turn);
  frame.retries = retriers.map((_, position) => (frame.retries[position] ?? 0) + (position === index ? 1 : 0));
  frame.retryCount += 1;
  frame.phase = "retrying";
  const due = turn.now + retryDelay(retrier, taken, services.random);
  turn.change(() => services.store.addTimer({ due, execution: turn.execution.id, frame: frame.id, kind: "retry" }));
  return true;
}

/** Milliseconds before the retry after `taken` earlier ones. */
function retryDelay(retrier: Retrier, taken: number, random: () => number): number {
  const seconds =
    (retrier.IntervalSeconds ?? DEFAULT_RETRY.intervalSeconds) *
    (retrier.BackoffRate ?? DEFAULT_RETRY.backoffRate) ** taken;
  const capped = Math.min(seconds, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  return Math.round(capped * 1000 * (retrier.JitterStrategy === "FULL" ? random() : 1));
}

function handlersOf(state: State): { Retry: readonly Retrier[]; Catch: readonly Catcher[] } {
  if (state.Type !== "Task" && state.Type !== "Parallel" && state.Type !== "Map") return { Retry: [], Catch: [] };
  return { Retry: state.Retry ?? [], Catch: state.Catch ?? [] };
}

/** AWS says where in the machine an error of its own arose; errors of tasks and Fail states are passed on as they are. */
function located(turn: Turn, failure: StateFailure): StateFailure {
  const isOurs = failure.evaluation !== undefined || failure.isFatal;
  if (!isOurs || failure.reason === undefined || failure.reason.startsWith("An error occurred while executing")) {
    return failure;
  }
  return new StateFailure({
    error: failure.error,
    cause: `An error occurred while executing the state '${turn.frame.state}' (entered at the event id #${turn.frame.enteredEvent}). ${failure.reason}`,
    evaluation: failure.evaluation,
    isFatal: failure.isFatal,
  });
}

function recordEvaluationFailed(turn: Turn, failure: StateFailure): void {
  if (failure.evaluation === undefined) return;
  turn.frame.lastEvent = turn.recordAfter(turn.evaluationBase, "EvaluationFailed", {
    evaluationFailedEventDetails: { ...errorDetails(failure), ...failure.evaluation, state: turn.frame.state },
  });
}

function recordStateFailed(turn: Turn): void {
  const type = turn.state.Type;
  if (type === "Parallel" || type === "Map") turn.record(`${type}StateFailed`);
}
