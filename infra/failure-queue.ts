import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Duration } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import { type Impact, ImpactAlarm } from "./impact-alarm.ts";

/** Keeps what a function could not do after all its tries, for two weeks, and says so. */
export class FailureQueue extends Queue {
  constructor(scope: Construct, id: string, impact: Impact) {
    super(scope, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    new ImpactAlarm(this, "Alarm", {
      ...impact,
      metric: this.metricApproximateNumberOfMessagesVisible({ statistic: "max", period: Duration.minutes(5) }),
    });
    acknowledge(this, { "AwsSolutions-SQS3": "This is the queue for what failed; a person empties it." });
  }
}
