import type { MapState, ParallelState } from "../definition.ts";
import type { Frame, MapLimits } from "../frame.ts";
import type { Json } from "../json.ts";
import { jsonBytes, PAYLOAD_LIMIT_BYTES } from "../json.ts";
import { dataLimitExceeded, errorOutput, StateFailure } from "../state-failure.ts";
import { leave } from "../transitions.ts";
import type { Turn } from "../turn.ts";
import { recordIterationStarted } from "./map.ts";

/** A branch or iteration has ended: takes notice, starts the next iteration, or concludes the state. */
export async function join(turn: Turn, state: ParallelState | MapState): Promise<void> {
  const { store } = turn.services;
  const news = store.childrenIn(turn.frame.id, "ended").sort((one, other) => (one.endedAt ?? 0) - (other.endedAt ?? 0));
  const pending = store.childrenIn(turn.frame.id, "pending", news.length);
  for (const child of news) {
    if (child.outcome?.kind === "failed" && !isTolerated(turn.frame.limits)) {
      await abandon(turn, state, child);
      return;
    }
    report(turn, state, child);
    const next = pending.shift();
    if (next !== undefined) startNext(turn, next, child);
  }
  // Frames are counted as they are stored: an iteration that this turn starts was pending, and counts.
  if (store.countUnended(turn.frame.id) === 0) await conclude(turn, state, news);
}

async function conclude(turn: Turn, state: ParallelState | MapState, news: readonly Frame[]): Promise<void> {
  const last = news.at(-1);
  // The end of the last branch leads to the exit; the Succeeded event stands beside the chain.
  const previous = last === undefined ? turn.frame.lastEvent : (last.iterationEvent ?? last.lastEvent);
  turn.frame.lastEvent = previous;
  turn.recordAfter(previous, `${state.Type}StateSucceeded`);
  turn.evaluationBase = previous;
  const result: Json = turn.services.store.childrenOf(turn.frame.id).map(resultOf);
  if (jsonBytes(result) > PAYLOAD_LIMIT_BYTES) throw dataLimitExceeded(turn.frame.state);
  await leave(turn, state, { fallback: result, states: { result } });
}

/** A tolerated failure stands in the result where the output would be. */
function resultOf(child: Frame): Json {
  if (child.outcome?.kind === "succeeded") return child.outcome.output;
  return { Status: "FAILED", ...errorOutput(failureOf(child)) };
}

function failureOf(child: Frame): StateFailure {
  const outcome = child.outcome?.kind === "failed" ? child.outcome : undefined;
  return new StateFailure({
    error: outcome?.error,
    cause: outcome?.cause,
    ...(outcome?.alias === undefined ? {} : { alias: outcome.alias }),
  });
}

/** Whether one more iteration may fail. Without limits none may. */
function isTolerated(limits: MapLimits | undefined): boolean {
  if (limits === undefined) return false;
  const { toleratedCount, toleratedPercentage } = limits;
  if (toleratedCount === undefined && toleratedPercentage === undefined) return false;
  const failed = limits.failed + 1;
  return (
    failed <= (toleratedCount ?? Number.POSITIVE_INFINITY) &&
    (100 * failed) / limits.items <= (toleratedPercentage ?? 100)
  );
}

function report(turn: Turn, state: ParallelState | MapState, child: Frame): void {
  if (child.outcome?.kind === "failed") {
    recordFailedIteration(turn, state, child);
    if (turn.frame.limits !== undefined) turn.frame.limits.failed += 1;
  }
  child.phase = "reported";
  turn.change(() => turn.services.store.saveFrame(child));
}

function startNext(turn: Turn, next: Frame, after: Frame): void {
  next.phase = "enter";
  next.lastEvent = recordIterationStarted(turn, next.position, after.lastEvent);
  turn.change(() => turn.services.store.saveFrame(next));
  turn.wake(next.id);
}

/** One branch too many has failed: the others are aborted, all in their order, and the state fails. */
async function abandon(turn: Turn, state: ParallelState | MapState, failed: Frame): Promise<void> {
  const { store } = turn.services;
  turn.frame.lastEvent = failed.lastEvent;
  turn.evaluationBase = failed.lastEvent;
  for (const child of store.childrenOf(turn.frame.id)) {
    if (child.id === failed.id) {
      recordFailedIteration(turn, state, child);
      continue;
    }
    const isOver = child.phase === "reported" || child.outcome?.kind === "succeeded";
    if (isOver || child.phase === "pending") continue;
    if (state.Type === "Map") recordIteration(turn, "MapIterationAborted", child, failed.lastEvent);
    recordAborted(turn, store.childrenOf(child.id), child, failed.lastEvent);
  }
  const limits = turn.frame.limits;
  if (limits?.toleratedCount !== undefined || limits?.toleratedPercentage !== undefined) {
    throw new StateFailure({
      error: "States.ExceedToleratedFailureThreshold",
      cause: "The specified tolerated failure threshold was exceeded",
    });
  }
  throw failureOf(failed);
}

function recordFailedIteration(turn: Turn, state: ParallelState | MapState, child: Frame): void {
  if (state.Type === "Map") recordIteration(turn, "MapIterationFailed", child, child.lastEvent);
  recordAborted(turn, [], child, child.lastEvent);
}

function recordIteration(
  turn: Turn,
  type: "MapIterationFailed" | "MapIterationAborted",
  child: Frame,
  previous: number,
) {
  const details = { index: child.position, name: turn.frame.state };
  turn.recordAfter(
    previous,
    type,
    type === "MapIterationFailed"
      ? { mapIterationFailedEventDetails: details }
      : { mapIterationAbortedEventDetails: details },
  );
}

/** A state that was entered and is never left is aborted; only some types have an event for it. */
function recordAborted(turn: Turn, inner: readonly Frame[], child: Frame, previous: number): void {
  const { store } = turn.services;
  for (const frame of inner) {
    if (frame.phase !== "ended" && frame.phase !== "reported" && frame.phase !== "pending") {
      recordAborted(turn, store.childrenOf(frame.id), frame, previous);
    }
  }
  const type = turn.services.stateOf(turn.execution, child)?.Type;
  const wasEntered = child.phase !== "enter";
  if (wasEntered && (type === "Task" || type === "Wait" || type === "Parallel" || type === "Map")) {
    turn.recordAfter(previous, `${type}StateAborted`);
  }
}
