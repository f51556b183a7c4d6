import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import { mockClient } from "aws-sdk-client-mock";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { EngineWorkflow } from "../../local/adapters/workflow.ts";
import { Engine } from "../../local/engine/engine.ts";
import { StepFunctionsWorkflow } from "../../shared/aws/workflow.ts";
import type { Workflow } from "../../shared/ports.ts";

/** One machine, `complaint`, that waits for an answer; its task times out after a week. */
interface Subject {
  readonly workflow: Workflow;
  /** Inputs of the executions that were really started. */
  started(): Promise<readonly unknown[]>;
  /** The token of the task that waits in this execution. */
  token(name: string): Promise<string>;
  weekLater(): Promise<void>;
  /** Error or output with which the task of this execution ended. */
  ended(name: string): Promise<unknown>;
}

const definition = {
  QueryLanguage: "JSONata",
  StartAt: "Await answer",
  States: {
    "Await answer": {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
      TimeoutSeconds: 604_800,
      Arguments: {
        FunctionName: "await-answer",
        Payload: { token: "{% $states.context.Task.Token %}", name: "{% $states.context.Execution.Name %}" },
      },
      Catch: [{ ErrorEquals: ["States.ALL"], Output: { error: "{% $states.errorOutput.Error %}" }, Next: "Failed" }],
      End: true,
    },
    Failed: { Type: "Succeed" },
  },
};

const waiting = z.object({ token: z.string(), name: z.string() });
const engines: Engine[] = [];

afterEach(() => {
  for (const engine of engines.splice(0)) engine.close();
});

function onEngine(): Subject {
  let now = Date.parse("2026-01-05T09:00:00Z");
  const tokens = new Map<string, string>();
  const engine = new Engine({
    file: ":memory:",
    clock: { now: () => now },
    invoke: async (_name, payload) => {
      const { token, name } = waiting.parse(payload);
      tokens.set(name, token);
      return {};
    },
  });
  engines.push(engine);
  engine.deploy("complaint", definition);
  const settled = () => engine.executions().map(({ executionArn }) => engine.describeExecution(executionArn));
  return {
    workflow: new EngineWorkflow(engine),
    started: async () => settled().map(({ input }) => input),
    token: async (name) => {
      await engine.idle();
      return tokens.get(name) ?? "";
    },
    weekLater: async () => {
      now += 604_801_000;
      await engine.runDue();
    },
    ended: async (name) => {
      await engine.idle();
      return settled().find((execution) => execution.name === name)?.output;
    },
  };
}

/** Step Functions as its API reference says it answers, in memory. */
function onStepFunctions(): Subject {
  const client = new SFNClient({ region: "eu-west-1" });
  const double = mockClient(client);
  const arn = "arn:aws:states:eu-west-1:111122223333:stateMachine:complaint";
  const inputs = new Map<string, string>();
  const ends = new Map<string, unknown>();
  const fault = { message: "", $metadata: {} };
  let isLate = false;
  const take = (token: string, end: unknown) => {
    const [kind, name = ""] = token.split(":");
    if (kind !== "token") throw new InvalidToken(fault);
    if (!inputs.has(name)) throw new TaskDoesNotExist(fault);
    if (isLate || ends.has(name)) throw new TaskTimedOut(fault);
    ends.set(name, end);
    return {};
  };
  double.on(StartExecutionCommand, { stateMachineArn: arn }).callsFake(({ name, input }) => {
    if (inputs.has(name)) throw new ExecutionAlreadyExists(fault);
    inputs.set(name, input);
    return {};
  });
  double.on(SendTaskSuccessCommand).callsFake(({ taskToken, output }) => take(taskToken, JSON.parse(output)));
  double.on(SendTaskFailureCommand).callsFake(({ taskToken, error }) => take(taskToken, { error }));
  return {
    workflow: new StepFunctionsWorkflow({ client, machines: new Map([["complaint", arn]]) }),
    started: async () => [...inputs.values()].map((input) => JSON.parse(input)),
    token: async (name) => `token:${name}`,
    weekLater: async () => {
      isLate = true;
    },
    ended: async (name) => ends.get(name),
  };
}

describe.each([
  { title: "on the engine", setup: onEngine },
  { title: "on Step Functions", setup: onStepFunctions },
])("Workflow $title", ({ setup }) => {
  test("starts an execution with its input", async () => {
    const { workflow, started } = setup();

    await workflow.start("complaint", "case-1", { caseId: "1" });

    expect(await started()).toEqual([{ caseId: "1" }]);
  });

  test.each([
    { title: "with the same input", input: { caseId: "1" } },
    { title: "with another input", input: { caseId: "2" } },
  ])("does nothing when that name was started before, $title", async ({ input }) => {
    const { workflow, started } = setup();
    await workflow.start("complaint", "case-1", { caseId: "1" });

    await workflow.start("complaint", "case-1", input);

    expect(await started()).toEqual([{ caseId: "1" }]);
  });

  test("does nothing when that name was started before and has ended", async () => {
    const { workflow, started, token, ended } = setup();
    await workflow.start("complaint", "case-1", { caseId: "1" });
    await workflow.answer(await token("case-1"), { outcome: "solved" });
    await ended("case-1");

    await workflow.start("complaint", "case-1", { caseId: "1" });

    expect(await started()).toHaveLength(1);
  });

  test("fails when no such machine was deployed", async () => {
    const { workflow } = setup();

    await expect(workflow.start("unknown", "case-1", {})).rejects.toThrow();
  });

  test("resumes the state that waits, with the answer", async () => {
    const { workflow, token, ended } = setup();
    await workflow.start("complaint", "case-1", {});

    expect(await workflow.answer(await token("case-1"), { outcome: "handle" })).toBe("delivered");

    expect(await ended("case-1")).toEqual({ outcome: "handle" });
  });

  test("fails the state that waits, with the error's name", async () => {
    const { workflow, token, ended } = setup();
    await workflow.start("complaint", "case-1", {});

    expect(await workflow.fail(await token("case-1"), "CaseWithdrawn")).toBe("delivered");

    expect(await ended("case-1")).toEqual({ error: "CaseWithdrawn" });
  });

  const late: readonly { title: string; before: (subject: Subject, token: string) => Promise<unknown> }[] = [
    { title: "answered before", before: ({ workflow }, token) => workflow.answer(token, { outcome: "solved" }) },
    { title: "failed before", before: ({ workflow }, token) => workflow.fail(token, "CaseWithdrawn") },
    { title: "timed out", before: ({ weekLater }) => weekLater() },
  ];

  test.each(late)("says gone of a token that was $title", async ({ before }) => {
    const subject = setup();
    await subject.workflow.start("complaint", "case-1", {});
    const token = await subject.token("case-1");
    await before(subject, token);
    const end = await subject.ended("case-1");

    expect(await subject.workflow.answer(token, { outcome: "late" })).toBe("gone");
    expect(await subject.workflow.fail(token, "Late")).toBe("gone");

    expect(await subject.ended("case-1")).toEqual(end);
  });

  test.each(["nonsense", "x".repeat(1024)])("says gone of a token that is none: %s", async (token) => {
    const { workflow } = setup();

    expect(await workflow.answer(token, { outcome: "solved" })).toBe("gone");
    expect(await workflow.fail(token, "CaseWithdrawn")).toBe("gone");
  });
});
