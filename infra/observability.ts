import { Alarm, AlarmStatusWidget, Dashboard, GraphWidget, type IMetric, TextWidget } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Aws, Duration, Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { Settings } from "./settings.ts";
import { tell } from "./tell.ts";
import type { Web } from "./web.ts";
import type { Workflow } from "./workflow.ts";

/** Somebody hears of every alarm of the stack, and one page shows how it goes. Make it last: it looks for what is there. */
export class Observability extends Construct {
  constructor(scope: Construct, id: string, props: { workflow: Workflow; web: Web; settings: Settings }) {
    super(scope, id);
    const { workflow, web, settings } = props;
    const alarms = Stack.of(this)
      .node.findAll()
      .filter((each) => each instanceof Alarm);
    const topic = new Topic(this, "Alarms", { displayName: "Wederhoor", enforceSSL: true });
    for (const alarm of alarms) alarm.addAlarmAction(new SnsAction(topic));
    if (settings.alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(settings.alarmEmail));

    const sum = { statistic: "sum", period: Duration.hours(1) } as const;
    const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12, height: 6 });
    const dashboard = new Dashboard(this, "Dashboard", { defaultInterval: Duration.days(7) });
    dashboard.addWidgets(
      new TextWidget({
        markdown:
          "Where a case stands is in its own page and in its execution; what an alarm means is in docs/runbook.md.",
        width: 24,
        height: 1,
      }),
    );
    dashboard.addWidgets(new AlarmStatusWidget({ title: "Alarms", alarms, width: 24, height: 4 }));
    dashboard.addWidgets(
      graph(
        "Cases begun and ended",
        workflow.machines.flatMap((machine) => [machine.metricStarted(sum), machine.metricSucceeded(sum)]),
      ),
      graph("Pages: requests and errors", [
        web.api.metricCount(sum),
        web.api.metricClientError(sum),
        web.api.metricServerError(sum),
      ]),
    );

    tell(
      this,
      ["AlarmTopic"],
      topic.topicArn,
      "Subscribe here to hear of alarms; the context `alarmEmail` does it for one address",
    );
    tell(
      this,
      ["Dashboard"],
      `https://${Aws.REGION}.console.aws.amazon.com/cloudwatch/home?region=${Aws.REGION}#dashboards/dashboard/${dashboard.dashboardName}`,
      "Alarms, cases and pages at a glance",
    );
  }
}
