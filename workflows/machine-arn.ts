import { ArnFormat, Stack } from "aws-cdk-lib/core";
import type { IConstruct } from "constructs";
import type { Procedure } from "../shared/domain/procedure.ts";

/** The machines of every organisation: a task that runs beside a file, and the paths that files take. */
export const machineKinds = ["complaint", "side-task", "measure", "review"] as const;
export type MachineKind = (typeof machineKinds)[number];

/** The alias of each machine that executions start on. */
export const liveAlias = "live";

/** What a machine of an organisation is called, on AWS and in the embedded edition. */
export function machineNameOf(kind: MachineKind, procedure: Pick<Procedure, "id">): string {
  return `${kind}-${procedure.id}`;
}

/**
 * The ARN of a machine, made from its fixed name: what the machine itself needs to know, or a function that it calls,
 * cannot refer to the machine. Rights are given on this ARN, also those to start the alias
 * (docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html).
 */
export function machineArn(scope: IConstruct, kind: MachineKind, procedure: Pick<Procedure, "id">): string {
  return Stack.of(scope).formatArn({
    service: "states",
    resource: "stateMachine",
    resourceName: machineNameOf(kind, procedure),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}

/** The ARNs of all machines of these organisations. */
export function machineArns(scope: IConstruct, procedures: readonly Pick<Procedure, "id">[]): readonly string[] {
  return procedures.flatMap((procedure) => machineKinds.map((kind) => machineArn(scope, kind, procedure)));
}

/** What to start. The engine of the embedded edition knows a machine by this ARN too, and takes its newest definition. */
export function liveMachineArn(scope: IConstruct, kind: MachineKind, procedure: Pick<Procedure, "id">): string {
  return `${machineArn(scope, kind, procedure)}:${liveAlias}`;
}
