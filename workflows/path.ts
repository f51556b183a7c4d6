import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IChainable } from "aws-cdk-lib/aws-stepfunctions";
import type { Duration } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { Procedure } from "../shared/domain/procedure.ts";
import type { MachineKind } from "./machine-arn.ts";

/** The functions of `functions/` that the machines call; renaming or removing one strands executions that are under way. */
export const workflowFunctions = [
  "send-letters",
  "ask",
  "await-answer",
  "ring-alarms",
  "gather",
  "conclude",
  "close-case",
] as const;
export type WorkflowFunction = (typeof workflowFunctions)[number];

/** Where the states of one machine of an organisation are made, and what they are made from. */
export interface Path {
  readonly scope: Construct;
  readonly procedure: Procedure;
  readonly functions: Readonly<Record<WorkflowFunction, IFunction>>;
  /** When an execution that grows old hands over, and to which machine; left out where no step can be taken up anew. */
  readonly handsOver?: { readonly to: MachineKind; readonly after: Duration };
  /** Where a step leads once the complaint is withdrawn. What comes after closing has no such way. */
  readonly withdrawn?: IChainable;
}
