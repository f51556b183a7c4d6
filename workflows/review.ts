import {
  DefinitionBody,
  type IChainable,
  QueryLanguage,
  type StateMachineProps,
  Succeed,
} from "aws-cdk-lib/aws-stepfunctions";
import { beginAt } from "./begin.ts";
import { HumanTask } from "./human-task.ts";
import { longestLife } from "./longest-life.ts";
import { machineNameOf } from "./machine-arn.ts";
import type { Path } from "./path.ts";
import { connected } from "./step.ts";

/** What makes a machine the review machine of this procedure. `path.scope` must hold nothing else. */
export function reviewMachine(path: Path) {
  return {
    stateMachineName: machineNameOf("review", path.procedure),
    comment: `The review of a period at ${path.procedure.house.name}`,
    definitionBody: DefinitionBody.fromChainable(reviewPath(path)),
    queryLanguage: QueryLanguage.JSONATA,
    timeout: longestLife,
  } as const satisfies StateMachineProps;
}

/**
 * The overview of a period is checked and analysed, measures are gone through, once a year the procedure is evaluated, and the director
 * reads it all (A25-A30, B4, B33, B34, B37).
 */
function reviewPath(path: Path): IChainable {
  const check = new HumanTask(path, "Check the overview", "check-overview");
  const analyse = new HumanTask(path, "Analyse the overview", "analyse-overview");
  const goThrough = new HumanTask(path, "Go through the measures", "go-through-measures");
  const evaluate = new HumanTask(path, "Evaluate the procedure", "evaluate-procedure");
  const acknowledge = new HumanTask(path, "Acknowledge the review", "acknowledge-review");
  const ended = Succeed.jsonata(path.scope, "Review ended");

  check.on({ checked: analyse });
  analyse.on({ analysed: goThrough });
  goThrough.on({ decided: evaluate });
  evaluate.on({ evaluated: acknowledge, skipped: acknowledge });
  acknowledge.on({ acknowledged: ended });

  return beginAt(path, check, connected(check));
}
