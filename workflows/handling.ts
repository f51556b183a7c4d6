import type { IChainable } from "aws-cdk-lib/aws-stepfunctions";
import { HumanTask } from "./human-task.ts";
import type { Path } from "./path.ts";

/** The owner gives a binding judgment (A22) or solves the complaint (B18); a machine has the way of its procedure only. */
export function handling(path: Path, next: { readonly done: IChainable }) {
  switch (path.procedure.branches.handling) {
    case "judgment": {
      const giveJudgment = new HumanTask(path, "Give judgment", "give-judgment");
      giveJudgment.on({ given: next.done });
      return { handle: giveJudgment };
    }
    case "solution": {
      const solve = new HumanTask(path, "Solve", "solve");
      solve.on({ solved: next.done });
      return { handle: solve };
    }
  }
}
