import { Validations } from "aws-cdk-lib/core";
import type { IConstruct } from "constructs";

/** Says of a finding of cdk-nag, by its exact id, why it is right as it is. */
export function acknowledge(construct: IConstruct, reasons: Readonly<Record<string, string>>): void {
  const findings = Object.entries(reasons).map(([id, reason]) => ({ id, reason }));
  Validations.of(construct).acknowledge(...findings);
}
