import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { Procedure } from "../shared/domain/procedure.ts";

/** The functions of `functions/` that the machines call; renaming or removing one strands executions that are under way. */
export const workflowFunctions = ["send-letters", "ask", "await-answer", "ring-alarms", "close-case"] as const;
export type WorkflowFunction = (typeof workflowFunctions)[number];

/** Where the states of one organisation's machine are made, and what they are made from. */
export interface Path {
  readonly scope: Construct;
  readonly procedure: Procedure;
  readonly functions: Readonly<Record<WorkflowFunction, IFunction>>;
}
