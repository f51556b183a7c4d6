import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { procedures } from "../../procedures/all.ts";
import { synthesise } from "../../workflows/definitions.ts";
import { type MachineKind, machineKinds, machineNameOf } from "../../workflows/machine-arn.ts";
import { grants, resourcesOf, synthesised } from "./synthesised.ts";

const template = synthesised();
const definitions = synthesise(procedures);

const holes = z.union([
  z.string(),
  z.object({ Ref: z.literal("AWS::Partition") }).transform(() => "aws"),
  z.object({ Ref: z.literal("AWS::Region") }).transform(() => "eu-west-1"),
  z.object({ Ref: z.literal("AWS::AccountId") }).transform(() => "000000000000"),
  z.object({ "Fn::GetAtt": z.tuple([z.string(), z.literal("Arn")]) }).transform(({ "Fn::GetAtt": [id] }) => arnOf(id)),
]);
const joined = z.object({ "Fn::Join": z.tuple([z.literal(""), z.array(holes)]) });

/** The ARN that a function will have, as the stand-in in `synthesise` has it. */
function arnOf(logicalId: string): string {
  const [, found] = resourcesOf(template, "AWS::Lambda::Function").find(([id]) => id === logicalId) ?? [];
  return `arn:aws:lambda:eu-west-1:000000000000:function:${String(found?.Properties["FunctionName"])}`;
}

/** Text with holes that ends with this. */
function joinedText(end: string) {
  return { "Fn::Join": ["", expect.toSatisfy((parts: unknown) => Array.isArray(parts) && parts.at(-1) === end)] };
}

/** What the names of the parts of each kind of machine begin with, and what its alarm says. */
const known = {
  complaint: { id: "", stopped: "A case has stopped" },
  "side-task": { id: "SideTask", stopped: "A task beside a case has stopped" },
  measure: { id: "Measure", stopped: "A measure has stopped" },
  review: { id: "Review", stopped: "A review has stopped" },
} as const satisfies Record<MachineKind, unknown>;

const machines = procedures.flatMap((procedure) =>
  machineKinds.map((kind) => ({ name: machineNameOf(kind, procedure), kind, id: procedure.id })),
);

describe.each(machines)("$name", ({ name, kind, id }) => {
  const [, machine] =
    resourcesOf(template, "AWS::StepFunctions::StateMachine").find(
      ([, { Properties }]) => Properties["StateMachineName"] === name,
    ) ?? [];
  const idOf = (what: string) => `${known[kind].id}${what}${id.slice(0, 1).toUpperCase()}${id.slice(1)}`;

  test("is the very definition that the embedded edition runs", () => {
    const [, parts] = joined.parse(machine?.Properties["DefinitionString"])["Fn::Join"];
    expect(JSON.parse(parts.join(""))).toEqual(definitions[name]);
  });

  test("logs what happens without the data, is traced, and stays when the stack goes", () => {
    expect(machine).toMatchObject({
      DeletionPolicy: "Retain",
      UpdateReplacePolicy: "Retain",
      Properties: {
        StateMachineType: "STANDARD",
        LoggingConfiguration: { Level: "ALL", IncludeExecutionData: false },
        TracingConfiguration: { Enabled: true },
      },
    });
  });

  test("starts new cases on an alias of a version that is kept", () => {
    template.hasResource("AWS::StepFunctions::StateMachineVersion", {
      DeletionPolicy: "Retain",
      UpdateReplacePolicy: "Retain",
      Properties: {
        StateMachineArn: { Ref: idOf("Machine") },
        StateMachineRevisionId: { "Fn::GetAtt": [idOf("Machine"), "StateMachineRevisionId"] },
      },
    });
    template.hasResource("AWS::StepFunctions::StateMachineAlias", {
      DeletionPolicy: "Retain",
      Properties: {
        Name: "live",
        DeploymentPreference: {
          Type: "ALL_AT_ONCE",
          StateMachineVersionArn: { "Fn::GetAtt": [idOf("Version"), "Arn"] },
        },
      },
    });
  });

  test("may start itself where it hands over, and no other machine", () => {
    const role = z.object({ "Fn::GetAtt": z.tuple([z.string(), z.literal("Arn")]) });
    const [roleId] = role.parse(machine?.Properties["RoleArn"])["Fn::GetAtt"];
    const may = (grants(template).get(roleId) ?? []).filter(({ Action }) =>
      Action.some((action) => action.startsWith("states:")),
    );
    const itself = {
      Effect: "Allow",
      Action: ["states:StartExecution"],
      Resource: joinedText(`:stateMachine:${name}`),
    };
    expect(may).toEqual(kind === "side-task" ? [] : [itself]);
  });

  test("rings an alarm that says what stopped", () => {
    template.hasResourceProperties("AWS::CloudWatch::Alarm", {
      AlarmDescription: Match.stringLikeRegexp(`^${known[kind].stopped} at`),
      Metrics: Match.arrayWith([
        Match.objectLike({
          MetricStat: Match.objectLike({
            Metric: Match.objectLike({ Dimensions: [{ Name: "StateMachineArn", Value: { Ref: idOf("Machine") } }] }),
          }),
        }),
      ]),
    });
  });

  test("is among what the functions may start, by its alias", () => {
    for (const functionName of ["wederhoor-receive-mail", "wederhoor-sweep", "wederhoor-start-side-task"]) {
      template.hasResourceProperties("AWS::Lambda::Function", {
        FunctionName: functionName,
        Environment: {
          Variables: Match.objectLike({
            STATE_MACHINES: {
              "Fn::Join": ["", Match.arrayWith([Match.stringLikeRegexp(`:stateMachine:${name}:live"`)])],
            },
          }),
        },
      });
    }
  });
});
