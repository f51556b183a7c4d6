import { Duration } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { Procedure } from "../shared/domain/procedure.ts";
import { machineArns } from "../workflows/machine-arn.ts";
import { letSeeOutbox } from "./outbox-stream.ts";
import { ServiceFunction } from "./service-function.ts";
import { stateMachines } from "./state-machines.ts";
import type { Store } from "./store.ts";

/** Starts files on their way, and tasks that run beside it, as soon as a transaction has promised them. */
export class SideTasks extends Construct {
  constructor(scope: Construct, id: string, { store, procedures }: { store: Store; procedures: readonly Procedure[] }) {
    super(scope, id);
    const impact = {
      impact:
        "Measures, reviews and tasks beside the path start late: first contact with complainants, letters by post, announcing a delay.",
      runbook: "Tasks beside a case do not start",
    };
    const starter = new ServiceFunction(this, {
      name: "start-side-task",
      does: "Starts complaints, measures and reviews on their way, and tasks beside it",
      environment: { TABLE_NAME: store.table.tableName, STATE_MACHINES: stateMachines(this, procedures) },
      timeout: Duration.seconds(30),
      ...impact,
    });
    store.letUseTable(starter);
    starter.may(["states:StartExecution"], machineArns(this, procedures));
    letSeeOutbox(this, starter, {
      ...impact,
      store,
      keys: [{ prefix: "SIDE#" }, "SIGNAL#start"],
      notDone: "NotStarted",
    });
  }
}
