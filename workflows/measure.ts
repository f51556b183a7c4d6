import {
  DefinitionBody,
  type IChainable,
  QueryLanguage,
  type StateMachineProps,
  Succeed,
} from "aws-cdk-lib/aws-stepfunctions";
import { Duration } from "aws-cdk-lib/core";
import { beginAt } from "./begin.ts";
import { HumanTask } from "./human-task.ts";
import { longestLife } from "./longest-life.ts";
import { machineNameOf } from "./machine-arn.ts";
import type { Path } from "./path.ts";
import { PeriodWait } from "./period-wait.ts";
import { connected } from "./step.ts";

/** Young, because a measure may take nine months in one step (`measureWithin`), and an execution lives for a year at most. */
export const measureHandsOverAfter = Duration.days(60);

/** How long a measure works before somebody says whether it helps, twice. */
const untilJudged = { amount: 3, unit: "months" } as const;

/** What makes a machine the measure machine of this procedure. `path.scope` must hold nothing else. */
export function measureMachine(path: Path) {
  return {
    stateMachineName: machineNameOf("measure", path.procedure),
    comment: `The way of a measure or a promise at ${path.procedure.house.name}`,
    definitionBody: DefinitionBody.fromChainable(measurePath(path)),
    queryLanguage: QueryLanguage.JSONATA,
    timeout: longestLife,
  } as const satisfies StateMachineProps;
}

/** It is carried out; three and six months later somebody says whether it helped. A promise is kept, and that is that (A28, B37, B38). */
function measurePath(path: Path): IChainable {
  const carryOut = new HumanTask(path, "Carry out the measure", "report-measure");
  const letItWork = new PeriodWait(path, "Let it work", untilJudged);
  const didItHelp = new HumanTask(path, "See whether it helped", "judge-effect");
  const letItWorkOn = new PeriodWait(path, "Let it work on", untilJudged);
  const didItStillHelp = new HumanTask(path, "See whether it still helps", "judge-effect");
  const ended = Succeed.jsonata(path.scope, "Measure ended");

  carryOut.on({ done: letItWork, kept: ended, extended: carryOut, dropped: ended });
  letItWork.next(didItHelp);
  didItHelp.on({ helped: letItWorkOn, partly: letItWorkOn, "not-helped": letItWorkOn });
  letItWorkOn.next(didItStillHelp);
  didItStillHelp.on({ helped: ended, partly: ended, "not-helped": ended });

  return beginAt(path, carryOut, connected(carryOut));
}
