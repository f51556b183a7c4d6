import { join } from "node:path";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, type FunctionOptions, LoggingFormat, Runtime, Tracing } from "aws-cdk-lib/aws-lambda";
import { LogLevel, NodejsFunction, OutputFormat } from "aws-cdk-lib/aws-lambda-nodejs";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Duration, RemovalPolicy } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import { type Impact, ImpactAlarm } from "./impact-alarm.ts";

const root = join(import.meta.dirname, "..");

/** For what runs all day: one failure that is made good by the next try wakes nobody. */
const often = { period: Duration.minutes(15), periods: 3 };

export interface HouseFunctionProps
  extends Impact,
    Pick<FunctionOptions, "onFailure" | "retryAttempts" | "maxEventAge"> {
  /** The file with the handler, from the top of the repository. */
  readonly entry: string;
  /** What it does, for who sees it in the console. */
  readonly does: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly timeout: Duration;
  /** How long it fails before somebody hears of it: periods in a row with an error. Three of a quarter of an hour, if nothing is said. */
  readonly failing?: { readonly period: Duration; readonly periods: number };
  /** MiB; a function gets processor time in proportion. */
  readonly memory?: number;
  readonly functionName?: string;
  /** Shell commands that put more files beside the code. */
  readonly afterBundling?: (root: string, outputDirectory: string) => readonly string[];
}

/**
 * A Lambda function with what every function of the house has: one bundle with everything in it, logs that end, traces, a role
 * that may do nothing else than what it is granted, and an alarm for when it keeps failing.
 */
export class HouseFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, props: HouseFunctionProps) {
    const {
      entry,
      does,
      impact,
      runbook,
      memory = 512,
      afterBundling,
      environment = {},
      failing = often,
      ...options
    } = props;
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    logGroup.grantWrite(role);

    super(scope, id, {
      ...options,
      environment: { ...environment },
      description: does,
      entry: join(root, entry),
      projectRoot: root,
      depsLockFilePath: join(root, "package-lock.json"),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memory,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      awsSdkConnectionReuse: false,
      bundling: {
        format: OutputFormat.ESM,
        logLevel: LogLevel.WARNING,
        target: "node24",
        minify: true,
        mainFields: ["module", "main"],
        externalModules: [],
        // Packages in the older module format call `require`, which a module does not have.
        banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
        commandHooks: {
          beforeBundling: () => [],
          beforeInstall: () => [],
          afterBundling: (_input, output) => [...(afterBundling?.(root, output) ?? [])],
        },
      },
    });
    new ImpactAlarm(this, "KeepsFailing", {
      impact,
      runbook,
      metric: this.metricErrors({ statistic: "sum", period: failing.period }),
      periods: failing.periods,
    });
    acknowledge(role, {
      "AwsSolutions-IAM5[Resource::*]": "X-Ray takes traces without naming a resource.",
    });
  }

  /** Lets the function do these things with these resources, and nothing more. */
  may(actions: readonly string[], resources: readonly string[], conditions: Readonly<Record<string, unknown>> = {}) {
    this.addToRolePolicy(
      new PolicyStatement({ actions: [...actions], resources: [...resources], conditions: { ...conditions } }),
    );
  }
}
