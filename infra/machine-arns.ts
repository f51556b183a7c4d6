import { ArnFormat, Stack } from "aws-cdk-lib/core";
import type { IConstruct } from "constructs";
import type { Procedure } from "../shared/domain/procedure.ts";
import { machineNameOf } from "../workflows/complaint.ts";

/** The alias of each machine that new cases start on. */
export const liveAlias = "live";

/**
 * The ARN of a machine, made from its fixed name: functions that the machine calls also answer it, so they cannot refer to
 * the machine itself.
 */
export function machineArn(scope: IConstruct, procedure: Procedure): string {
  return Stack.of(scope).formatArn({
    service: "states",
    resource: "stateMachine",
    resourceName: machineNameOf(procedure),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}

/** What to start for each machine, by its name, as the functions read it from `STATE_MACHINES`. */
export function stateMachines(scope: IConstruct, procedures: readonly Procedure[]): string {
  const entries = procedures.map((procedure) => [
    machineNameOf(procedure),
    `${machineArn(scope, procedure)}:${liveAlias}`,
  ]);
  return JSON.stringify(Object.fromEntries(entries));
}
