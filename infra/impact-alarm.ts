import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";

export interface Impact {
  /** What it means for complainants and staff, in one or two sentences. */
  readonly impact: string;
  /** The heading of `docs/runbook.md` that says what to do. */
  readonly runbook: string;
}

export interface ImpactAlarmProps extends Impact {
  readonly metric: IMetric;
  /** How many periods in a row, default 1, have at least one. */
  readonly periods?: number;
}

/** An alarm that says what is wrong for people, and where it is written what to do about it. */
export class ImpactAlarm extends Alarm {
  constructor(scope: Construct, id: string, { impact, runbook, metric, periods = 1 }: ImpactAlarmProps) {
    super(scope, id, {
      alarmDescription: `${impact} What to do: docs/runbook.md, "${runbook}".`,
      metric,
      threshold: 1,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
