import { FilterCriteria, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import { Duration } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import { FailureQueue } from "./failure-queue.ts";
import type { HouseFunction } from "./house-function.ts";
import type { Impact } from "./impact-alarm.ts";
import { anyTable } from "./loose-types.ts";
import type { Store } from "./store.ts";

/**
 * Lets a function see what is put in the outbox, at once. Only what is new: taking it and marking it done are other events.
 * @param keys what the sort keys of the items are or begin with.
 * @returns the queue of what it could not do after all its tries.
 */
export function letSeeOutbox(
  scope: Construct,
  reader: HouseFunction,
  { store, keys, notDone, ...impact }: Impact & { store: Store; keys: readonly unknown[]; notDone: string },
): FailureQueue {
  const failures = new FailureQueue(scope, notDone, impact);
  reader.addEventSource(
    new DynamoEventSource(anyTable(store.table), {
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [FilterCriteria.filter({ eventName: ["INSERT"], dynamodb: { Keys: { sk: { S: keys } } } })],
      batchSize: 10,
      bisectBatchOnError: true,
      retryAttempts: 5,
      maxRecordAge: Duration.hours(6),
      onFailure: new SqsDlq(failures),
    }),
  );
  if (reader.role !== undefined) {
    acknowledge(reader.role, {
      "AwsSolutions-IAM5[Resource::*]": "X-Ray and ListStreams of DynamoDB take no resource.",
    });
  }
  return failures;
}
