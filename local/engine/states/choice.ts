import type { ChoiceState } from "../definition.ts";
import { runtimeError } from "../state-failure.ts";
import { fillTyped } from "../template.ts";
import { leave } from "../transitions.ts";
import type { Turn } from "../turn.ts";

/** Takes the first rule whose Condition is true, else the Default. The state's own Assign and Output belong to the Default. */
export async function choose(turn: Turn, state: ChoiceState): Promise<void> {
  const sight = turn.sight();
  for (const [index, rule] of state.Choices.entries()) {
    const place = `Choices[${index}]/`;
    if (await fillTyped(turn.services.expressions, rule.Condition, `${place}Condition`, sight, "boolean")) {
      await leave(turn, rule, { fallback: turn.frame.input, place });
      return;
    }
  }
  if (state.Default === undefined) {
    throw runtimeError("Failed to transition out of the state. The state does not point to a next state.");
  }
  await leave(turn, { ...state, Next: state.Default }, { fallback: turn.frame.input });
}
