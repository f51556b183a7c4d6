import { MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import {
  CfnStateMachineAlias,
  CfnStateMachineVersion,
  LogLevel,
  StateMachine,
  StateMachineType,
} from "aws-cdk-lib/aws-stepfunctions";
import { Duration, RemovalPolicy } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { Procedure } from "../shared/domain/procedure.ts";
import { complaintMachine } from "../workflows/complaint.ts";
import { liveAlias, machineArn, machineNameOf } from "../workflows/machine-arn.ts";
import type { Path, WorkflowFunction } from "../workflows/path.ts";
import { acknowledge } from "./acknowledge.ts";
import { fixLogicalId, logicalIdOf } from "./fixed-logical-id.ts";
import { ImpactAlarm } from "./impact-alarm.ts";
import { ServiceFunction } from "./service-function.ts";
import type { Store } from "./store.ts";
import { tell } from "./tell.ts";

type Functions = { readonly [Name in WorkflowFunction]: ServiceFunction<Name> };

/** The state machine of each organisation, and the functions that only machines call. */
export class Workflow extends Construct {
  readonly machines: readonly StateMachine[];

  constructor(
    scope: Construct,
    id: string,
    props: { store: Store; procedures: readonly Procedure[]; sendLetters: ServiceFunction<"send-letters"> },
  ) {
    super(scope, id);
    const { store, procedures, sendLetters } = props;
    const functions = { "send-letters": sendLetters, ...this.#functions(store, procedures) } as const;
    this.machines = procedures.map((procedure) => this.#machine(procedure, functions));
  }

  #functions(store: Store, procedures: readonly Procedure[]) {
    const common = {
      environment: { TABLE_NAME: store.table.tableName },
      timeout: Duration.seconds(30),
      runbook: "A case does not move on",
    } as const;
    const functions = {
      ask: new ServiceFunction(this, {
        ...common,
        name: "ask",
        does: "Opens a human task, with its letter",
        impact: "Cases do not get to their next task: nobody is asked to do it.",
      }),
      "await-answer": new ServiceFunction(this, {
        ...common,
        name: "await-answer",
        does: "Keeps the token with which a case waits for an answer",
        impact: "Cases do not hear answers at once.",
      }),
      "ring-alarms": new ServiceFunction(this, {
        ...common,
        name: "ring-alarms",
        does: "Reminds, tells deputies and those above, and ends tasks that nobody did",
        impact: "Nobody is reminded of a task or told of a deadline.",
      }),
      "close-case": new ServiceFunction(this, {
        ...common,
        name: "close-case",
        does: "Closes a case when its four facts are there",
        impact: "Cases that are done stay open.",
      }),
    };
    for (const each of Object.values(functions)) store.letUseTable(each);
    functions["await-answer"].may(
      ["states:SendTaskSuccess"],
      procedures.map((procedure) => machineArn(this, procedure)),
    );
    return functions;
  }

  #machine(procedure: Procedure, functions: Functions): StateMachine {
    const path: Path = { scope: new Construct(this, `Path-${procedure.id}`), procedure, functions };
    const name = machineNameOf(procedure);
    const machine = new StateMachine(this, name, {
      ...complaintMachine(path),
      stateMachineType: StateMachineType.STANDARD,
      tracingEnabled: true,
      // Without the data: inputs and outputs hold ids only, and not even those need to be in two places.
      logs: {
        destination: new LogGroup(this, `${name}-logs`, {
          logGroupName: `/aws/vendedlogs/states/${name}`,
          retention: RetentionDays.ONE_YEAR,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    fixLogicalId(machine, logicalIdOf("Machine", procedure.id));
    this.#letContinue(machine, procedure);
    this.#release(machine, procedure);
    this.#watch(machine, procedure);
    this.#acknowledge(machine, functions);
    tell(
      this,
      ["Path", procedure.id],
      machine.stateMachineArn,
      `The path of complaints at ${procedure.house.name}: its executions show where each case stands`,
    );
    return machine;
  }

  /** An execution that grows old starts the next one, on the alias. */
  #letContinue(machine: StateMachine, procedure: Procedure): void {
    machine.addToRolePolicy(
      new PolicyStatement({ actions: ["states:StartExecution"], resources: [machineArn(this, procedure)] }),
    );
  }

  /** New cases start on the alias; the version that a running case began with stays to be looked at. */
  #release(machine: StateMachine, procedure: Procedure): void {
    const version = new CfnStateMachineVersion(this, logicalIdOf("Version", procedure.id), {
      stateMachineArn: machine.stateMachineArn,
      stateMachineRevisionId: machine.stateMachineRevisionId,
    });
    const alias = new CfnStateMachineAlias(this, logicalIdOf("Live", procedure.id), {
      name: liveAlias,
      description: "What new cases start on",
      deploymentPreference: { type: "ALL_AT_ONCE", stateMachineVersionArn: version.attrArn },
    });
    for (const resource of [version, alias]) {
      resource.applyRemovalPolicy(RemovalPolicy.RETAIN);
      fixLogicalId(resource, resource.node.id);
    }
  }

  #watch(machine: StateMachine, procedure: Procedure): void {
    const options = { statistic: "sum", period: Duration.minutes(5) } as const;
    new ImpactAlarm(this, logicalIdOf("CaseStopped", procedure.id), {
      impact: `A case at ${procedure.house.name} has stopped: nobody is asked, reminded or told anything about it any more.`,
      runbook: "A case has stopped",
      metric: new MathExpression({
        expression: "failed + timedOut + aborted",
        label: "Cases that stopped",
        usingMetrics: {
          failed: machine.metricFailed(options),
          timedOut: machine.metricTimedOut(options),
          aborted: machine.metricAborted(options),
        },
        period: options.period,
      }),
    });
  }

  #acknowledge(machine: StateMachine, functions: Functions): void {
    const reason = "Cases that wait may call any version of our own function.";
    acknowledge(machine.role, {
      ...Object.fromEntries(
        Object.values(functions).map(({ logicalId }) => [`AwsSolutions-IAM5[Resource::<${logicalId}.Arn>:*]`, reason]),
      ),
      "AwsSolutions-IAM5[Resource::*]": "Delivery of logs and traces takes no resource.",
    });
  }
}
