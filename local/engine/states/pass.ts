import type { PassState, SucceedState } from "../definition.ts";
import { leave } from "../transitions.ts";
import type { Turn } from "../turn.ts";

/** A Pass only shapes its output and assigns variables; a Succeed does the same and ends the machine. */
export async function pass(turn: Turn, state: PassState | SucceedState): Promise<void> {
  await leave(turn, state, { fallback: turn.frame.input });
}
