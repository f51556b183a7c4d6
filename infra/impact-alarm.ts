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
  /** How many periods in a row, default 1, have at least one; or have none, when `ofNone`. */
  readonly periods?: number;
  /** It rings because there is nothing, such as a round that never begins; what was not measured counts as nothing. */
  readonly ofNone?: boolean;
}

/** An alarm that says what is wrong for people, and where it is written what to do about it. */
export class ImpactAlarm extends Alarm {
  constructor(
    scope: Construct,
    id: string,
    { impact, runbook, metric, periods = 1, ofNone = false }: ImpactAlarmProps,
  ) {
    super(scope, id, {
      alarmDescription: `${impact} What to do: docs/runbook.md, "${runbook}".`,
      metric,
      threshold: 1,
      evaluationPeriods: periods,
      comparisonOperator: ofNone
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: ofNone ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
  }
}
