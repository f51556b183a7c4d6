import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type IFunction, Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { CfnStateMachine, StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { App, Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { z } from "zod";
import type { Procedure } from "../shared/domain/procedure.ts";
import { type Definition, definitionSchema } from "./asl.ts";
import { machineOf } from "./machine.ts";
import { machineKinds, machineNameOf } from "./machine-arn.ts";
import type { WorkflowFunction } from "./path.ts";

/** Text with holes that CloudFormation would fill; the only hole we make is the partition of an ARN. */
const joined = z.object({
  "Fn::Join": z.tuple([z.literal(""), z.array(z.union([z.string(), z.object({ Ref: z.literal("AWS::Partition") })]))]),
});

const env = { account: "000000000000", region: "eu-west-1" } as const;

/** The ARN of the stand-in for a function in `synthesise`: `arn:aws:lambda:eu-west-1:000000000000:function:wederhoor-ask`. */
function standInArn(name: WorkflowFunction): string {
  return `arn:aws:lambda:${env.region}:${env.account}:function:wederhoor-${name}`;
}

/**
 * The very definitions that are deployed, by machine name, with stand-ins for the functions: for the embedded edition, the
 * pictures and the tests. Leaves nothing on disk.
 */
export function synthesise(procedures: readonly Procedure[]): Readonly<Record<string, Definition>> {
  // An app makes its output folder at once, and would otherwise take the one of a `cdk synth` that is under way.
  const outdir = mkdtempSync(join(tmpdir(), "definitions-"));
  try {
    return definitionsIn(new Stack(new App({ outdir, autoSynth: false }), "Definitions", { env }), procedures);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function definitionsIn(stack: Stack, procedures: readonly Procedure[]): Readonly<Record<string, Definition>> {
  const functions = standIns(stack);
  return Object.fromEntries(
    procedures.flatMap((procedure) =>
      machineKinds.map((kind) => {
        const name = machineNameOf(kind, procedure);
        const scope = new Construct(stack, `path-${name}`);
        const machine = new StateMachine(stack, name, machineOf(kind, { scope, procedure, functions }));
        return [name, definitionOf(stack, machine)];
      }),
    ),
  );
}

function standIns(stack: Stack): Readonly<Record<WorkflowFunction, IFunction>> {
  const standIn = (name: WorkflowFunction) => LambdaFunction.fromFunctionArn(stack, name, standInArn(name));
  return {
    "send-letters": standIn("send-letters"),
    ask: standIn("ask"),
    "await-answer": standIn("await-answer"),
    "ring-alarms": standIn("ring-alarms"),
    gather: standIn("gather"),
    conclude: standIn("conclude"),
    "close-case": standIn("close-case"),
  };
}

function definitionOf(stack: Stack, machine: StateMachine): Definition {
  const resource = machine.node.defaultChild;
  if (!CfnStateMachine.isCfnStateMachine(resource)) throw new Error(`${machine.node.path} is not a state machine.`);
  const parts = joined.parse(stack.resolve(resource.definitionString))["Fn::Join"][1];
  const text = parts.map((part) => (typeof part === "string" ? part : "aws")).join("");
  return definitionSchema.parse(JSON.parse(text));
}
