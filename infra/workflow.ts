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
import { machineOf } from "../workflows/machine.ts";
import {
  liveAlias,
  type MachineKind,
  machineArn,
  machineArns,
  machineKinds,
  machineNameOf,
} from "../workflows/machine-arn.ts";
import type { Path, WorkflowFunction } from "../workflows/path.ts";
import { acknowledge } from "./acknowledge.ts";
import { fixLogicalId, logicalIdOf } from "./fixed-logical-id.ts";
import { ImpactAlarm } from "./impact-alarm.ts";
import { ServiceFunction } from "./service-function.ts";
import type { Store } from "./store.ts";
import { tell } from "./tell.ts";

type Functions = { readonly [Name in WorkflowFunction]: ServiceFunction<Name> };

/** What is said of each kind of machine. `id` begins the names by which CloudFormation knows its parts; they never change. */
const said = {
  complaint: {
    id: "",
    stopped: "A case has stopped",
    shows: "The path of complaints: its executions show where each case stands",
  },
  "side-task": {
    id: "SideTask",
    stopped: "A task beside a case has stopped",
    shows: "Tasks that run beside the path of a complaint, each in an execution of its own",
  },
  measure: {
    id: "Measure",
    stopped: "A measure has stopped",
    shows: "Measures and promises: its executions show which are being carried out and which are judged",
  },
  review: {
    id: "Review",
    stopped: "A review has stopped",
    shows: "Reviews of a period: its executions show which step each is at",
  },
} as const satisfies { readonly [Kind in MachineKind]: unknown };

/** The state machines of each organisation, and the functions that only machines call. */
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
    this.machines = procedures.flatMap((procedure) =>
      machineKinds.map((kind) => this.#machine(kind, procedure, functions)),
    );
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
      gather: new ServiceFunction(this, {
        ...common,
        name: "gather",
        does: "Says who is asked in a round, such as both sides in a hearing",
        impact: "Cases do not get to their next round: nobody is heard.",
      }),
      conclude: new ServiceFunction(this, {
        ...common,
        name: "conclude",
        does: "Says what came of a round when it has ended for everybody",
        impact: "Cases in which everybody has answered do not go on.",
      }),
      "close-case": new ServiceFunction(this, {
        ...common,
        name: "close-case",
        does: "Closes a case when its four facts are there",
        impact: "Cases that are done stay open.",
      }),
    };
    for (const each of Object.values(functions)) store.letUseTable(each);
    functions["await-answer"].may(["states:SendTaskSuccess"], machineArns(this, procedures));
    return functions;
  }

  #machine(kind: MachineKind, procedure: Procedure, functions: Functions): StateMachine {
    const name = machineNameOf(kind, procedure);
    const path: Path = { scope: new Construct(this, `Path-${name}`), procedure, functions };
    const machine = new StateMachine(this, name, {
      ...machineOf(kind, path),
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
    const idOf = (what: string) => logicalIdOf(said[kind].id, what, procedure.id);
    fixLogicalId(machine, idOf("Machine"));
    if (kind !== "side-task") this.#letContinue(kind, machine, procedure);
    this.#release(machine, idOf);
    this.#watch(machine, idOf("CaseStopped"), `${said[kind].stopped} at ${procedure.house.name}`);
    this.#acknowledge(machine, functions);
    tell(this, [idOf("Path")], machine.stateMachineArn, `${procedure.house.name}. ${said[kind].shows}`);
    return machine;
  }

  /** An execution that grows old starts the next one, on the alias. */
  #letContinue(kind: MachineKind, machine: StateMachine, procedure: Procedure): void {
    machine.addToRolePolicy(
      new PolicyStatement({
        actions: ["states:StartExecution"],
        resources: [machineArn(this, kind, procedure)],
      }),
    );
  }

  /** New cases start on the alias; the version that a running case began with stays to be looked at. */
  #release(machine: StateMachine, idOf: (what: string) => string): void {
    const version = new CfnStateMachineVersion(this, idOf("Version"), {
      stateMachineArn: machine.stateMachineArn,
      stateMachineRevisionId: machine.stateMachineRevisionId,
    });
    const alias = new CfnStateMachineAlias(this, idOf("Live"), {
      name: liveAlias,
      description: "What new cases start on",
      deploymentPreference: { type: "ALL_AT_ONCE", stateMachineVersionArn: version.attrArn },
    });
    for (const resource of [version, alias]) {
      resource.applyRemovalPolicy(RemovalPolicy.RETAIN);
      fixLogicalId(resource, resource.node.id);
    }
  }

  #watch(machine: StateMachine, id: string, stopped: string): void {
    const options = { statistic: "sum", period: Duration.minutes(5) } as const;
    new ImpactAlarm(this, id, {
      impact: `${stopped}: nobody is asked, reminded or told anything about it any more.`,
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
