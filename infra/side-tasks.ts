import { Duration } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { Procedure } from "../shared/domain/procedure.ts";
import { machineArn } from "../workflows/machine-arn.ts";
import { letSeeOutbox } from "./outbox-stream.ts";
import { ServiceFunction } from "./service-function.ts";
import { stateMachines } from "./state-machines.ts";
import type { Store } from "./store.ts";

/** Starts tasks that run beside the path of a complaint as soon as a case has promised them. */
export class SideTasks extends Construct {
  constructor(scope: Construct, id: string, { store, procedures }: { store: Store; procedures: readonly Procedure[] }) {
    super(scope, id);
    const impact = {
      impact: "Tasks beside the path start late: first contact with complainants, letters by post, announcing a delay.",
      runbook: "Tasks beside a case do not start",
    };
    const starter = new ServiceFunction(this, {
      name: "start-side-task",
      does: "Starts tasks that run beside the path of a complaint",
      environment: { TABLE_NAME: store.table.tableName, STATE_MACHINES: stateMachines(this, procedures) },
      timeout: Duration.seconds(30),
      ...impact,
    });
    store.letUseTable(starter);
    starter.may(
      ["states:StartExecution"],
      procedures.map((procedure) => machineArn(this, "side-task", procedure)),
    );
    letSeeOutbox(this, starter, { ...impact, store, keys: [{ prefix: "SIDE#" }], notDone: "NotStarted" });
  }
}
