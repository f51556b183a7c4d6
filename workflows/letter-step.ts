import { TaskInput } from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import type { Command } from "../shared/domain/decide.ts";
import { theCase } from "./jsonata.ts";
import type { Path, WorkflowFunction } from "./path.ts";
import { retried } from "./retries.ts";

/** A state that nobody waits for: a function does it. Nothing of its answer is kept. */
export function automaticStep(
  path: Path,
  name: string,
  calls: WorkflowFunction,
  payload: Readonly<Record<string, string>> = {},
): LambdaInvoke {
  return retried(
    LambdaInvoke.jsonata(path.scope, name, {
      lambdaFunction: path.functions[calls],
      payload: TaskInput.fromObject({ ...theCase, ...payload }),
      outputs: {},
      retryOnServiceExceptions: false,
    }),
  );
}

/** A state that sends the complainant a letter. */
export function letterStep(
  path: Path,
  name: string,
  letter: Extract<Command, { type: "SendLetter" }>["letter"],
): LambdaInvoke {
  return automaticStep(path, name, "send-letters", { letter });
}
