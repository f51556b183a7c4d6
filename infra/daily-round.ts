import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Schedule, ScheduleExpression } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import { Duration, TimeZone } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import { ImpactAlarm } from "./impact-alarm.ts";
import type { Letters } from "./letters.ts";
import { ServiceFunction } from "./service-function.ts";
import type { Store } from "./store.ts";

const told = {
  impact:
    "Patterns in complaints, reviews and the morning mail to colleagues come late; personal data stay longer than the procedure says.",
  runbook: "The daily round fails",
};

/** Every morning looks for patterns, begins reviews, erases what was kept long enough, and mails colleagues what is due. */
export class DailyRound extends Construct {
  constructor(scope: Construct, id: string, props: { store: Store; letters: Letters; publicUrl: string }) {
    super(scope, id);
    const { store, letters, publicUrl } = props;
    const round = new ServiceFunction(this, {
      name: "daily-round",
      does: "Every morning: patterns in complaints, reviews that are due, erasing, and what is due for each colleague",
      environment: {
        TABLE_NAME: store.table.tableName,
        ARCHIVE_BUCKET: store.archive.bucketName,
        PUBLIC_URL: publicUrl,
        CONFIGURATION_SET: letters.configurationSet.configurationSetName,
      },
      timeout: Duration.minutes(10),
      memory: 1536,
      // What this round does not manage, the next one makes good.
      retryAttempts: 0,
      // It runs once a day: one failure is all that a day can show.
      failing: { period: Duration.days(1), periods: 1 },
      ...told,
    });
    new ImpactAlarm(this, "DoesNotBegin", {
      ...told,
      metric: round.metricInvocations({ statistic: "sum", period: Duration.hours(1) }),
      // A day and a bit: between two rounds are 25 hours when summer time ends.
      periods: 26,
      ofNone: true,
    });
    store.letUseTable(round);
    store.letErase(round);
    letters.letSend(round);
    const scheduler = new Role(this, "Scheduler", {
      description: "Lets the schedule begin the daily round",
      assumedBy: new ServicePrincipal("scheduler.amazonaws.com"),
    });
    acknowledge(scheduler, {
      [`AwsSolutions-IAM5[Resource::<${round.logicalId}.Arn>:*]`]: "The function and its versions, no other function.",
    });
    new Schedule(this, "HalfPastSix", {
      description: "What Wederhoor looks at every morning",
      schedule: ScheduleExpression.cron({ minute: "30", hour: "6", timeZone: TimeZone.of("Europe/Amsterdam") }),
      target: new LambdaInvoke(round, { role: scheduler, retryAttempts: 2, maxEventAge: Duration.hours(2) }),
    });
  }
}
