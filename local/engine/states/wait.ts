import type { WaitState } from "../definition.ts";
import { queryEvaluationError } from "../state-failure.ts";
import { fillTyped } from "../template.ts";
import { parseTimestamp } from "../timestamp.ts";
import { leave } from "../transitions.ts";
import type { Turn } from "../turn.ts";
import { seconds } from "./seconds.ts";

/** Sets the timer; a time that has come already is not waited for. */
export async function wait(turn: Turn, state: WaitState): Promise<void> {
  const due = await dueTime(turn, state);
  if (due <= turn.now) {
    await endWait(turn, state);
    return;
  }
  turn.frame.phase = "waiting";
  const { store } = turn.services;
  turn.change(() => store.addTimer({ due, execution: turn.execution.id, frame: turn.frame.id, kind: "wait" }));
}

/** The time has come. */
export async function endWait(turn: Turn, state: WaitState): Promise<void> {
  await leave(turn, state, { fallback: turn.frame.input });
}

async function dueTime(turn: Turn, state: WaitState): Promise<number> {
  const sight = turn.sight();
  if (state.Timestamp === undefined) {
    return turn.frame.enteredAt + 1000 * (await seconds(turn, state.Seconds ?? 0, "Seconds", sight));
  }
  const text = await fillTyped(turn.services.expressions, state.Timestamp, "Timestamp", sight, "string");
  const due = parseTimestamp(text);
  if (due === undefined) {
    throw queryEvaluationError(
      "Timestamp",
      `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${text}`,
    );
  }
  return due;
}
