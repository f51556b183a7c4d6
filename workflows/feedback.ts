import { letterStep } from "./automatic-step.ts";
import { HumanTask } from "./human-task.ts";
import type { Path } from "./path.ts";

/** Everybody whom it concerns hears the outcome. */
export function feedback(path: Path) {
  return {
    writeOutcome: new HumanTask(path, "Write outcome", "write-outcome"),
    sendOutcome: letterStep(path, "Send outcome", "outcome"),
  };
}
