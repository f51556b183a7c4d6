import { describe, expect, test } from "vitest";
import { NOON, only, parkAt, setup, shape, tokenIn } from "./setup.ts";

const CHILD = "arn:aws:states:eu-west-1:000000000000:stateMachine:measure";

function startOf(pattern: string, more: object = {}): object {
  return {
    Type: "Task",
    Resource: `arn:aws:states:::states:startExecution${pattern}`,
    Arguments: { StateMachineArn: CHILD, Name: "measure-7", Input: { due: "{% $states.input.due %}" } },
    ...more,
  };
}

function withChild(child: object, functions: Parameters<typeof setup>[0] = {}) {
  const bench = setup(functions);
  bench.engine.deploy("measure", { QueryLanguage: "JSONata", ...child });
  return bench;
}

const abandonedBy = (arn: string) => ({
  status: "ABORTED",
  cause: `The Task state in AWS Step Functions execution [${arn}] which was managing this resource was aborted`,
});

const CHILD_EXECUTION = "arn:aws:states:eu-west-1:000000000000:execution:measure:measure-7";

describe("startExecution", () => {
  test("goes on as soon as the child has started", async () => {
    const { engine, start, resultOf } = withChild(only({ Type: "Wait", Seconds: 3600 }));
    const arn = start(only(startOf("")), { due: "soon" });
    await engine.idle();
    expect(resultOf(arn)).toEqual({
      status: "SUCCEEDED",
      output: {
        ExecutionArn: CHILD_EXECUTION,
        SdkHttpMetadata: { HttpStatusCode: 200 },
        StartDate: "2026-01-05T12:00:00.000Z",
      },
    });
    expect(engine.describeExecution(CHILD_EXECUTION)).toMatchObject({ status: "RUNNING", input: { due: "soon" } });
    expect(shape(engine.history(arn)).slice(2, 5)).toEqual([
      "3<2 TaskScheduled",
      "4<3 TaskStarted",
      "5<4 TaskSucceeded",
    ]);
    expect(engine.history(arn)[3]).toMatchObject({
      taskStartedEventDetails: { resource: "startExecution", resourceType: "states" },
    });
  });

  test.each([
    {
      title: "an unknown machine",
      more: { Arguments: { StateMachineArn: "nobody" } },
      error: "StepFunctions.StateMachineDoesNotExistException",
    },
    { title: "a name that is taken", more: {}, error: "StepFunctions.ExecutionAlreadyExistsException" },
  ])("fails on $title", async ({ more, error }) => {
    const { engine, run } = withChild(only({ Type: "Pass" }));
    engine.startExecution({ machine: "measure", name: "measure-7", input: 1 });
    await engine.idle();
    expect(await run(only(startOf("", more)), { due: "soon" })).toMatchObject({ status: "FAILED", error });
  });
});

test.each([
  { title: "null", argument: { Input: null }, input: null },
  { title: "nothing", argument: {}, input: {} },
  { title: "JSON text", argument: { Input: "[1]" }, input: [1] },
])("startExecution takes $title as input", async ({ argument, input }) => {
  const { engine, start } = withChild(only({ Type: "Pass" }));
  start(only(startOf("", { Arguments: { StateMachineArn: CHILD, Name: "measure-7", ...argument } })));
  await engine.idle();
  expect(engine.describeExecution(CHILD_EXECUTION).input).toEqual(input);
});

describe("startExecution.sync", () => {
  test.each([
    { pattern: ".sync", output: '{"done":true}', input: '{"due":"soon"}' },
    { pattern: ".sync:2", output: { done: true }, input: { due: "soon" } },
  ])("$pattern waits for the end and gives the child's description", async ({ pattern, output, input }) => {
    const { engine, start, settle, resultOf } = withChild(
      only({ Type: "Wait", Seconds: 3600, Output: { done: true } }),
    );
    const arn = start(only(startOf(pattern)), { due: "soon" });
    await settle();
    expect(resultOf(arn)).toEqual({
      status: "SUCCEEDED",
      output: {
        ExecutionArn: CHILD_EXECUTION,
        Input: input,
        InputDetails: { Included: true },
        Name: "measure-7",
        Output: output,
        OutputDetails: { Included: true },
        RedriveCount: 0,
        RedriveStatus: "NOT_REDRIVABLE",
        RedriveStatusReason: "Execution is SUCCEEDED and cannot be redriven",
        StartDate: NOON,
        StateMachineArn: CHILD,
        Status: "SUCCEEDED",
        StopDate: NOON + 3_600_000,
      },
    });
    expect(shape(engine.history(arn)).slice(2, 6)).toEqual([
      "3<2 TaskScheduled",
      "4<3 TaskStarted",
      "5<4 TaskSubmitted",
      "6<5 TaskSucceeded",
    ]);
  });

  test("is as good when the child ends at once", async () => {
    const { run } = withChild(only({ Type: "Pass", Output: 7 }));
    expect(await run(only(startOf(".sync:2", { Output: "{% $states.result.Output %}" })), { due: "soon" })).toEqual({
      status: "SUCCEEDED",
      output: 7,
    });
  });

  test("fails with the failed child's description", async () => {
    const { run } = withChild({ StartAt: "No", States: { No: { Type: "Fail", Error: "Late", Cause: "too late" } } });
    const result = await run(only(startOf(".sync:2")), { due: "soon" });
    expect(result).toMatchObject({ status: "FAILED", error: "States.TaskFailed" });
    expect(JSON.parse(result.cause ?? "")).toMatchObject({
      Error: "Late",
      Cause: "too late",
      ExecutionArn: CHILD_EXECUTION,
      Status: "FAILED",
      Input: '{"due":"soon"}',
    });
  });

  test("stops the child when the parent goes on without it", async () => {
    const { start, advance, resultOf } = withChild(only({ Type: "Wait", Seconds: 3600 }));
    const arn = start(
      {
        StartAt: "Measure",
        States: {
          Measure: startOf(".sync:2", {
            TimeoutSeconds: 60,
            Catch: [{ ErrorEquals: ["States.Timeout"], Next: "Rest" }],
            End: true,
          }),
          Rest: { Type: "Wait", Seconds: 60, End: true },
        },
      },
      { due: "soon" },
    );
    await advance(60);
    expect(resultOf(arn)).toEqual({ status: "RUNNING" });
    expect(resultOf(CHILD_EXECUTION)).toEqual(abandonedBy(arn));
  });

  test("takes the child along when it is stopped", async () => {
    const { engine, start, resultOf } = withChild(only({ Type: "Wait", Seconds: 3600 }));
    const arn = start(only(startOf(".sync:2")), { due: "soon" });
    await engine.idle();
    engine.stopExecution(arn);
    expect(resultOf(CHILD_EXECUTION)).toEqual(abandonedBy(arn));
  });

  test("takes the child along when it times out", async () => {
    const { engine, start, advance, resultOf } = withChild(only({ Type: "Wait", Seconds: 3600 }));
    const arn = start(only(startOf(".sync:2", { TimeoutSeconds: 60 })), { due: "soon" });
    await advance(60);
    expect(resultOf(arn)).toEqual({ status: "FAILED", error: "States.Timeout" });
    expect(resultOf(CHILD_EXECUTION)).toEqual(abandonedBy(arn));
    expect(engine.nextDue()).toBeUndefined();
  });
});

test("startExecution.waitForTaskToken waits for the token that the child was given", async () => {
  let inner = "";
  const { engine, start, resultOf } = withChild(only(parkAt("ask")), {
    ask: (payload) => {
      inner = tokenIn(payload);
    },
  });
  const arn = start(
    only(
      startOf(".waitForTaskToken", {
        Arguments: { StateMachineArn: CHILD, Name: "measure-7", Input: { token: "{% $states.context.Task.Token %}" } },
      }),
    ),
  );
  await engine.idle();
  const { input } = engine.describeExecution(CHILD_EXECUTION);
  engine.sendTaskSuccess(inner, '"inner"');
  await engine.idle();
  expect(resultOf(arn).status).toBe("RUNNING");
  engine.sendTaskSuccess(tokenIn(input), '"outer"');
  await engine.idle();
  expect(resultOf(arn)).toEqual({ status: "SUCCEEDED", output: "outer" });
});
