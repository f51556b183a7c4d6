import { HumanTask } from "./human-task.ts";
import type { Path } from "./path.ts";

/** What happened, what we find of it, and what caused it. */
export function analysis(path: Path) {
  return { establishWhatHappened: new HumanTask(path, "Establish what happened", "establish-facts") };
}
