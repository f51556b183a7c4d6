import type { Sight } from "../expression.ts";
import { queryEvaluationError } from "../state-failure.ts";
import { fillTyped } from "../template.ts";
import type { Turn } from "../turn.ts";

const MAX_SECONDS = 99_999_999;

/** A field that takes a whole number of seconds from 0 to 99,999,999, or an expression for one. Throws `StateFailure`. */
export async function seconds(turn: Turn, field: number | string, location: string, sight: Sight): Promise<number> {
  const value = await fillTyped(turn.services.expressions, field, location, sight, "number");
  if (!Number.isInteger(value)) {
    throw queryEvaluationError(location, `The ${location} field cannot be parsed as an integer: ${value}`);
  }
  if (value < 0 || value > MAX_SECONDS) {
    throw queryEvaluationError(location, `${location} must be between 0 and ${MAX_SECONDS} but was: ${value}`);
  }
  return value;
}
