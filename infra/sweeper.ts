import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { Duration } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { Procedure } from "../shared/domain/procedure.ts";
import { machineArns } from "../workflows/machine-arn.ts";
import type { Letters } from "./letters.ts";
import { ServiceFunction } from "./service-function.ts";
import { stateMachines } from "./state-machines.ts";
import type { Store } from "./store.ts";

/** Every five minutes does again what was promised and has not been seen done. */
export class Sweeper extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: { store: Store; letters: Letters; procedures: readonly Procedure[]; publicUrl: string },
  ) {
    super(scope, id);
    const { store, letters, procedures, publicUrl } = props;
    const sweeper = new ServiceFunction(this, {
      name: "sweep",
      does: "Does again what was promised and not seen done: letters, starts, answers, unread mail",
      environment: {
        TABLE_NAME: store.table.tableName,
        ARCHIVE_BUCKET: store.archive.bucketName,
        STATE_MACHINES: stateMachines(this, procedures),
        PUBLIC_URL: publicUrl,
        CONFIGURATION_SET: letters.configurationSet.configurationSetName,
      },
      timeout: Duration.minutes(4),
      memory: 1536,
      // What this sweep does not manage, the next one tries again: nothing to keep, nothing to repeat.
      retryAttempts: 0,
      impact: "What was left undone by an earlier fault stays undone: letters, answers, new cases.",
      runbook: "The sweeper keeps failing",
    });
    store.letUseTable(sweeper);
    store.letReadMail(sweeper);
    store.letKeepAttachments(sweeper);
    letters.letSend(sweeper);
    sweeper.may(["states:StartExecution", "states:SendTaskSuccess"], machineArns(this, procedures));
    new Rule(this, "EveryFiveMinutes", {
      description: "Does again what was promised and not seen done",
      schedule: Schedule.rate(Duration.minutes(5)),
      targets: [new LambdaFunction(sweeper, { retryAttempts: 0, maxEventAge: Duration.minutes(5) })],
    });
  }
}
