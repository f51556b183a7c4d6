import { InvalidProcedure } from "../shared/domain/procedure.ts";
import { CannotStart } from "./settings.ts";

/**
 * Whether a message is all that somebody at a keyboard needs. `TransformError`: a file that is no TypeScript; esbuild's message shows the
 * line.
 */
export function isForThePersonAtTheKeyboard(error: unknown): error is Error {
  if (error instanceof CannotStart || error instanceof InvalidProcedure) return true;
  return error instanceof Error && ["TransformError", "RehearsalFailed"].includes(error.name);
}
