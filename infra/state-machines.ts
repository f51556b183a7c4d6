import type { IConstruct } from "constructs";
import type { Procedure } from "../shared/domain/procedure.ts";
import { liveMachineArn, machineKinds, machineNameOf } from "../workflows/machine-arn.ts";

/** What to start for each machine, by its name, as the functions read it from `STATE_MACHINES`. */
export function stateMachines(scope: IConstruct, procedures: readonly Procedure[]): string {
  const entries = procedures.flatMap((procedure) =>
    machineKinds.map((kind) => [machineNameOf(kind, procedure), liveMachineArn(scope, kind, procedure)]),
  );
  return JSON.stringify(Object.fromEntries(entries));
}
