import { EventBus, Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { ConfigurationSetEventDestination, EmailSendingEvent, EventDestination } from "aws-cdk-lib/aws-ses";
import { Duration } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { FailureQueue } from "./failure-queue.ts";
import type { Letters } from "./letters.ts";
import { ServiceFunction } from "./service-function.ts";
import type { Store } from "./store.ts";
import { tell } from "./tell.ts";

/** Has SES tell what became of each letter. SES reaches the default event bus of the account only, so a rule picks what is ours. */
export class LetterTracking extends Construct {
  constructor(scope: Construct, id: string, { store, letters }: { store: Store; letters: Letters }) {
    super(scope, id);
    const { configurationSet } = letters;
    const impact = {
      impact:
        "Nobody hears that a letter came back: its reader waits in vain, and nobody is asked to call or write them.",
      runbook: "What became of letters is not known",
    };
    const failures = new FailureQueue(this, "NotTold", impact);
    const tracker = new ServiceFunction(this, {
      name: "track-letters",
      does: "Writes in a case what SES tells of its letters",
      environment: { TABLE_NAME: store.table.tableName },
      timeout: Duration.seconds(30),
      onFailure: new SqsDestination(failures),
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      ...impact,
    });
    store.letUseTable(tracker);

    new ConfigurationSetEventDestination(this, "Events", {
      configurationSet,
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, "DefaultBus", "default")),
      // Not openings and clicks: whether somebody reads their mail is nobody's business, and links are secrets.
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.DELIVERY_DELAY,
      ],
    });
    new Rule(this, "OfOurLetters", {
      description: "What SES tells of letters that Wederhoor sent",
      eventPattern: {
        source: ["aws.ses"],
        detail: { mail: { tags: { "ses:configuration-set": [configurationSet.configurationSetName] } } },
      },
      targets: [new LambdaFunction(tracker, { deadLetterQueue: failures, maxEventAge: Duration.hours(6) })],
    });
    tell(
      this,
      ["LetterEvents"],
      configurationSet.configurationSetName,
      "SES tells of letters sent with this configuration set what became of them",
    );
  }
}
