import type { TaskInput } from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import type { Construct } from "constructs";
import type { Path, WorkflowFunction } from "./path.ts";
import { retried } from "./retries.ts";

interface Call {
  /** What the state is called. */
  readonly name: string;
  readonly calls: WorkflowFunction;
  readonly payload: TaskInput;
  /** What the state leaves for the next one, from `$states.result.Payload`: ids, codes and dates only. */
  readonly keeps: Readonly<Record<string, string>> | string;
}

/** A state that calls a function of ours and goes on when it has answered. */
export function functionCall(scope: Construct, path: Path, { name, calls, payload, keeps }: Call): LambdaInvoke {
  return retried(
    LambdaInvoke.jsonata(scope, name, {
      lambdaFunction: path.functions[calls],
      payload,
      outputs: keeps,
      retryOnServiceExceptions: false,
    }),
  );
}
