import { Choice, Condition, CustomState, type IChainable, Succeed } from "aws-cdk-lib/aws-stepfunctions";
import { Duration, Stack } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { age, jsonata, theCase } from "./jsonata.ts";
import { liveMachineArn } from "./machine-arn.ts";
import type { Path } from "./path.ts";
import { retried } from "./retries.ts";

/**
 * An execution of a complaint or a review of this age asks nobody anything any more. A task takes weeks at most, also when nobody does it, so
 * that the last one ends long before the execution must.
 */
export const handsOverAfter = Duration.days(300);

/** Whether this execution asks nobody anything any more. */
export function isOld({ handsOver }: Path): string {
  return handsOver === undefined ? "false" : `${age} > ${handsOver.after.toMilliseconds()}`;
}

/**
 * Made from the day that this execution began: however often the start is tried, it is one execution, and the name does not
 * grow from one hand-over to the next (80 characters at most).
 */
const nameOfNext = jsonata("$caseId & '-after-' & $substring($states.context.Execution.StartTime, 0, 10)");

/** Lets an execution that grows old end before a step, and a new one begin with it; a young one takes `step`. */
export function whileYoung(scope: Construct, path: Path, name: string, step: IChainable): Choice {
  const { handsOver } = path;
  if (handsOver === undefined) throw new Error(`${name} is a step of a machine that never hands over.`);
  const handedOver = Succeed.jsonata(scope, `${name}: continued in a new execution`);
  const handOver = retried(
    new CustomState(scope, `${name}: hand over`, {
      stateJson: {
        Type: "Task",
        Resource: `arn:${Stack.of(scope).partition}:states:::states:startExecution`,
        Arguments: {
          StateMachineArn: liveMachineArn(scope, handsOver.to, path.procedure),
          Name: nameOfNext,
          Input: { ...theCase, resumeAt: name },
        },
        Output: {},
      },
    }),
  );
  // An earlier try started it without our hearing so.
  handOver.addCatch(handedOver, { errors: ["StepFunctions.ExecutionAlreadyExistsException"], outputs: {} });
  handOver.next(handedOver);
  return Choice.jsonata(scope, `${name}: time left?`)
    .when(Condition.jsonata(jsonata(isOld(path))), handOver)
    .otherwise(step);
}
