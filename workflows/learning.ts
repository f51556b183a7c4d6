import { automaticStep } from "./automatic-step.ts";
import { HumanTask } from "./human-task.ts";
import type { Path } from "./path.ts";

/** What we learn from it; a case closes only with the four facts of A24. */
export function learning(path: Path) {
  return {
    drawLessons: new HumanTask(path, "Draw lessons", "draw-lessons"),
    closeCase: automaticStep(path, "Close case", "close-case"),
  };
}
