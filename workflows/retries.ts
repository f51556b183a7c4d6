import { JitterType, type RetryProps } from "aws-cdk-lib/aws-stepfunctions";
import { Duration } from "aws-cdk-lib/core";

/**
 * What passes by itself: the Lambda service (docs.aws.amazon.com/step-functions/latest/dg/bp-lambda-serviceexception.html),
 * Step Functions when it is to start an execution, and our own errors for a store or a post that is out of reach.
 */
const passingErrors = [
  "Lambda.ClientExecutionTimeoutException",
  "Lambda.ServiceException",
  "Lambda.AWSLambdaException",
  "Lambda.SdkClientException",
  "Lambda.TooManyRequestsException",
  "Sandbox.Timedout",
  "StepFunctions.AWSStepFunctionsException",
  "StepFunctions.ExecutionLimitExceededException",
  "StepFunctions.SdkClientException",
  "StoreUnavailable",
  "PostUnavailable",
  "PostUncertain",
  "TryAgain",
] as const;

/**
 * The error's name is its retry policy. Passing errors: about a day, because a mail provider that is down for an
 * afternoon must not fail a case. Everything else is a bug: twice more, then the execution fails where people see it.
 * `States.TaskFailed` does not match a timeout, so the end of a wait is never retried.
 */
export function retried<Task extends { addRetry(policy: RetryProps): unknown }>(task: Task): Task {
  task.addRetry({
    errors: [...passingErrors],
    interval: Duration.seconds(5),
    backoffRate: 2,
    maxDelay: Duration.minutes(15),
    maxAttempts: 200,
    jitterStrategy: JitterType.FULL,
  });
  task.addRetry({ errors: ["States.TaskFailed"], interval: Duration.seconds(5), backoffRate: 2, maxAttempts: 2 });
  return task;
}
