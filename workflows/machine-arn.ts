import { ArnFormat, Stack } from "aws-cdk-lib/core";
import type { IConstruct } from "constructs";
import type { Procedure } from "../shared/domain/procedure.ts";

/** The alias of each machine that executions start on. */
export const liveAlias = "live";

/** What the machine of an organisation is called, on AWS and in the embedded edition. */
export function machineNameOf(procedure: Pick<Procedure, "id">): string {
  return `complaint-${procedure.id}`;
}

/**
 * The ARN of a machine, made from its fixed name: what the machine itself needs to know, or a function that it calls,
 * cannot refer to the machine. Rights are given on this ARN, also those to start the alias
 * (docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html).
 */
export function machineArn(scope: IConstruct, procedure: Pick<Procedure, "id">): string {
  return Stack.of(scope).formatArn({
    service: "states",
    resource: "stateMachine",
    resourceName: machineNameOf(procedure),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}

/** What to start. The engine of the embedded edition knows a machine by this ARN too, and takes its newest definition. */
export function liveMachineArn(scope: IConstruct, procedure: Pick<Procedure, "id">): string {
  return `${machineArn(scope, procedure)}:${liveAlias}`;
}
