import type { FailState } from "../definition.ts";
import { StateFailure } from "../state-failure.ts";
import { fillTyped } from "../template.ts";
import type { Turn } from "../turn.ts";

/** Always throws: the failure that the state stands for. */
export async function failOnPurpose(turn: Turn, state: FailState): Promise<never> {
  const sight = turn.sight();
  const text = async (field: "Error" | "Cause") => {
    const template = state[field];
    if (template === undefined) return undefined;
    return await fillTyped(turn.services.expressions, template, field, sight, "string");
  };
  throw new StateFailure({ error: await text("Error"), cause: await text("Cause") });
}
