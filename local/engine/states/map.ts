import type { MapState } from "../definition.ts";
import { type MapLimits, newFrame } from "../frame.ts";
import { isJsonArray, type Json } from "../json.ts";
import { queryEvaluationError } from "../state-failure.ts";
import { fill, fillTyped } from "../template.ts";
import type { Turn } from "../turn.ts";
import { seconds } from "./seconds.ts";

/** As many iterations as an inline Map of AWS runs side by side. */
const MOST_ITERATIONS = 40;

/** Works out the items and their inputs, and starts as many iterations as may run together. */
export async function iterate(turn: Turn, state: MapState): Promise<void> {
  const { frame, services } = turn;
  const items = await itemsOf(turn, state);
  const limits = await limitsOf(turn, state, items.length);
  const inputs = await inputsOf(turn, state, items);
  const started = turn.record("MapStateStarted", { mapStateStartedEventDetails: { length: items.length } });
  frame.phase = "joining";
  frame.limits = limits;
  if (items.length === 0) turn.wake(frame.id);
  for (const [index, input] of inputs.entries()) {
    const runs = index < limits.maxConcurrency;
    const lastEvent = runs ? recordIterationStarted(turn, index, started) : started;
    turn.change(() => {
      const id = services.store.addFrame(
        newFrame({
          execution: turn.execution.id,
          parent: frame.id,
          position: index,
          route: [...frame.route, { state: frame.state, branch: 0 }],
          state: state.ItemProcessor.StartAt,
          input,
          lastEvent,
          phase: runs ? "enter" : "pending",
          item: { Index: index, Value: items[index] ?? null },
        }),
      );
      if (runs) turn.wake(id);
    });
  }
}

/** Writes the start of an iteration; `previous` is the start of the Map, or the end of the iteration that made room. */
export function recordIterationStarted(turn: Turn, index: number, previous: number): number {
  return turn.recordAfter(previous, "MapIterationStarted", {
    mapIterationStartedEventDetails: { index, name: turn.frame.state },
  });
}

async function itemsOf(turn: Turn, state: MapState): Promise<readonly Json[]> {
  const { frame, services } = turn;
  if (state.Items !== undefined) {
    return await fillTyped(services.expressions, state.Items, "Items", turn.sight(), "array");
  }
  if (isJsonArray(frame.input)) return frame.input;
  throw queryEvaluationError(undefined, `Map state input must be an array but was: ${JSON.stringify(frame.input)}`);
}

async function inputsOf(turn: Turn, state: MapState, items: readonly Json[]): Promise<readonly Json[]> {
  if (state.ItemSelector === undefined) return items;
  const inputs: Json[] = [];
  for (const [Index, Value] of items.entries()) {
    const sight = turn.sight({ context: { Map: { Item: { Index, Value } } } });
    inputs.push(await fill(turn.services.expressions, state.ItemSelector, "ItemSelector", sight));
  }
  return inputs;
}

async function limitsOf(turn: Turn, state: MapState, items: number): Promise<MapLimits> {
  const sight = turn.sight();
  const asked = await seconds(turn, state.MaxConcurrency ?? 0, "MaxConcurrency", sight);
  const count =
    state.ToleratedFailureCount === undefined
      ? undefined
      : await seconds(turn, state.ToleratedFailureCount, "ToleratedFailureCount", sight);
  const percentage =
    state.ToleratedFailurePercentage === undefined
      ? undefined
      : await fillTyped(
          turn.services.expressions,
          state.ToleratedFailurePercentage,
          "ToleratedFailurePercentage",
          sight,
          "number",
        );
  if (percentage !== undefined && (percentage < 0 || percentage > 100)) {
    throw queryEvaluationError("ToleratedFailurePercentage", "ToleratedFailurePercentage must be between 0 and 100.");
  }
  return {
    maxConcurrency: asked === 0 ? MOST_ITERATIONS : asked,
    toleratedCount: count,
    toleratedPercentage: percentage,
    items,
    failed: 0,
  };
}
