import { describe, expect, test } from "vitest";
import { LambdaFault } from "../../local/engine/engine.ts";
import { callOf, INVOKE, named, only, setup, shape } from "./setup.ts";

const FUNCTION_ARN = "arn:aws:lambda:eu-west-1:000000000000:function:assess";

describe("the function that a Task names", () => {
  test.each([
    { title: "by its name", name: "assess" },
    { title: "by its name and version", name: "assess:12" },
    { title: "by its ARN", name: FUNCTION_ARN },
    { title: "by its ARN and alias", name: `${FUNCTION_ARN}:live` },
    { title: "by a partial ARN", name: "000000000000:function:assess" },
    { title: "by an ARN of another partition", name: "arn:aws-cn:lambda:cn-north-1:000000000000:function:assess" },
  ])("is found $title", async ({ name }) => {
    const { run, calls } = setup({ assess: () => "ok" });
    const result = await run(
      only({
        Type: "Task",
        Resource: INVOKE,
        Arguments: { FunctionName: name },
        Output: "{% $states.result.Payload %}",
      }),
    );
    expect(result).toEqual({ status: "SUCCEEDED", output: "ok" });
    expect(calls).toEqual([{ name: "assess", payload: {}, attempt: 0 }]);
  });
});

describe("lambda:invoke", () => {
  test("gives the function its Payload and returns Lambda's answer", async () => {
    const { start, settle, resultOf, engine, calls } = setup({ assess: () => ({ outcome: "handle" }) });
    const task = {
      Type: "Task",
      Resource: INVOKE,
      Arguments: { FunctionName: "assess", Payload: { id: "{% $states.input.id %}" } },
    };
    const arn = start(only(task), { id: 7 });
    await settle();
    expect(calls).toEqual([{ name: "assess", payload: { id: 7 }, attempt: 0 }]);
    const answer = {
      ExecutedVersion: "$LATEST",
      Payload: { outcome: "handle" },
      SdkHttpMetadata: { HttpStatusCode: 200 },
      StatusCode: 200,
    };
    expect(resultOf(arn)).toEqual({ status: "SUCCEEDED", output: answer });
    const events = engine.history(arn);
    expect(shape(events)).toEqual([
      "1<0 ExecutionStarted",
      "2<0 TaskStateEntered",
      "3<2 TaskScheduled",
      "4<3 TaskStarted",
      "5<4 TaskSucceeded",
      "6<5 TaskStateExited",
      "7<6 ExecutionSucceeded",
    ]);
    expect(events[2]).toMatchObject({
      taskScheduledEventDetails: {
        parameters: '{"FunctionName":"assess","Payload":{"id":7}}',
        region: "eu-west-1",
        resource: "invoke",
        resourceType: "lambda",
      },
    });
    expect(events[4]).toMatchObject({
      taskSucceededEventDetails: {
        output: JSON.stringify(answer),
        outputDetails: { truncated: false },
        resource: "invoke",
        resourceType: "lambda",
      },
    });
  });

  test.each([
    { title: "undefined", value: undefined },
    { title: "a BigInt, which JSON cannot hold", value: 1n },
  ])("turns $title into null", async ({ value }) => {
    const { run } = setup({ assess: () => value });
    expect(await run(only(callOf("assess")))).toEqual({ status: "SUCCEEDED", output: null });
  });

  test("needs a FunctionName", async () => {
    const { trace } = setup();
    const events = await trace(only({ Type: "Task", Resource: INVOKE, Arguments: { Payload: 7 } }));
    expect(events.map((event) => event.type).slice(1)).toEqual(["TaskStateEntered", "ExecutionFailed"]);
    expect(events.at(-1)).toMatchObject({
      executionFailedEventDetails: {
        error: "States.Runtime",
        cause: `An error occurred while executing the state 'Only' (entered at the event id #2). The Parameters '{"Payload":7}' could not be used to start the Task: [The field 'FunctionName' is required but was missing]`,
      },
    });
  });

  test("does not wait for what an Event invocation returns", async () => {
    const { run } = setup({
      assess: () => {
        throw new Error("unheard");
      },
    });
    const result = await run(
      only({ Type: "Task", Resource: INVOKE, Arguments: { FunctionName: "assess", InvocationType: "Event" } }),
    );
    expect(result).toMatchObject({ status: "SUCCEEDED", output: { StatusCode: 202 } });
  });
});

test("a Lambda function called directly has events of its own", async () => {
  const { trace, calls } = setup({ assess: (payload) => ({ got: payload }) });
  const events = await trace(only({ Type: "Task", Resource: FUNCTION_ARN, TimeoutSeconds: 60 }), { id: 7 });
  expect(calls).toEqual([{ name: "assess", payload: { id: 7 }, attempt: 0 }]);
  expect(shape(events).slice(2, 5)).toEqual([
    "3<2 LambdaFunctionScheduled",
    "4<3 LambdaFunctionStarted",
    "5<4 LambdaFunctionSucceeded",
  ]);
  expect(events[2]).toMatchObject({
    lambdaFunctionScheduledEventDetails: {
      input: '{"id":7}',
      inputDetails: { truncated: false },
      resource: FUNCTION_ARN,
      timeoutInSeconds: 60,
    },
  });
  expect(events[4]).toMatchObject({
    lambdaFunctionSucceededEventDetails: { output: '{"got":{"id":7}}', outputDetails: { truncated: false } },
  });
});

describe("a function that fails", () => {
  test("fails the task with the error's name and Lambda's description", async () => {
    const { start, settle, resultOf, engine } = setup({
      assess: () => {
        throw named("ConflictError", "someone was first");
      },
    });
    const arn = start(only(callOf("assess")));
    await settle();
    const { status, error, cause } = resultOf(arn);
    expect({ status, error }).toEqual({ status: "FAILED", error: "ConflictError" });
    expect(JSON.parse(cause ?? "")).toEqual({
      errorType: "ConflictError",
      errorMessage: "someone was first",
      trace: expect.arrayContaining([expect.stringContaining("someone was first")]),
    });
    expect(shape(engine.history(arn)).slice(-2)).toEqual(["5<4 TaskFailed", "6<5 ExecutionFailed"]);
    expect(engine.history(arn)[4]).toMatchObject({
      taskFailedEventDetails: { cause, error: "ConflictError", resource: "invoke", resourceType: "lambda" },
    });
  });

  test.each([
    {
      title: "a string",
      thrown: "no",
      error: "string",
      cause: '{"errorType":"string","errorMessage":"no","trace":[]}',
    },
    {
      title: "a fault of the service",
      thrown: new LambdaFault("Lambda.TooManyRequestsException", "Rate exceeded"),
      error: "Lambda.TooManyRequestsException",
      cause: "Rate exceeded",
    },
    {
      title: "an unknown fault",
      thrown: new LambdaFault("Lambda.Unknown", "gone"),
      error: "Lambda.Unknown",
      cause: "gone",
    },
  ])("may throw $title", async ({ thrown, error, cause }) => {
    const { run } = setup({
      assess: () => {
        throw thrown;
      },
    });
    expect(await run(only(callOf("assess")))).toEqual({ status: "FAILED", error, cause });
  });
});

describe("a task that takes too long", () => {
  test.each([
    { title: "a number", TimeoutSeconds: 5 },
    { title: "an expression", TimeoutSeconds: "{% $states.input.limit %}" },
  ])("fails with States.Timeout, TimeoutSeconds being $title", async ({ TimeoutSeconds }) => {
    const { engine, start, clock, resultOf } = setup({ assess: () => new Promise(() => undefined) });
    const arn = start(only(callOf("assess", { TimeoutSeconds })), { limit: 5 });
    await stepsTaken();
    clock.time += 4999;
    await engine.runDue();
    expect(resultOf(arn)).toEqual({ status: "RUNNING" });
    clock.time += 1;
    await engine.runDue();
    expect(resultOf(arn)).toEqual({ status: "FAILED", error: "States.Timeout" });
    const events = engine.history(arn);
    expect(shape(events).slice(2)).toEqual([
      "3<2 TaskScheduled",
      "4<3 TaskStarted",
      "5<4 TaskTimedOut",
      "6<5 ExecutionFailed",
    ]);
    expect(events[2]).toMatchObject({ taskScheduledEventDetails: { timeoutInSeconds: 5 } });
    expect(events[4]).toMatchObject({
      taskTimedOutEventDetails: { error: "States.Timeout", resource: "invoke", resourceType: "lambda" },
    });
  });

  test("is not moved by an answer that comes after its timeout", async () => {
    let answer: (value: string) => void = () => undefined;
    const { engine, start, clock, resultOf } = setup({
      assess: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    const arn = start(
      only(callOf("assess", { TimeoutSeconds: 5, Catch: [{ ErrorEquals: ["States.Timeout"], Next: "Only" }] })),
    );
    await stepsTaken();
    const late = answer;
    clock.time += 5000;
    await engine.runDue();
    late("late");
    await stepsTaken();
    expect(resultOf(arn)).toEqual({ status: "RUNNING" });
    answer("in time");
    await engine.idle();
    expect(resultOf(arn)).toEqual({ status: "SUCCEEDED", output: "in time" });
  });

  test.each([
    { title: "a string", value: "5", cause: "Expected 'number', but was 'string' for value: \"5\"" },
    { title: "a fraction", value: 1.5, cause: "The TimeoutSeconds field cannot be parsed as an integer: 1.5" },
    { title: "negative", value: -5, cause: "TimeoutSeconds must be between 0 and 99999999 but was: -5" },
  ])("fails at once when TimeoutSeconds is $title", async ({ value, cause }) => {
    const { run } = setup({ assess: () => "ok" });
    const result = await run(only(callOf("assess", { TimeoutSeconds: "{% $states.input %}" })), value);
    expect(result.error).toBe("States.QueryEvaluationError");
    expect(result.cause).toContain(cause);
  });
});

describe("another resource", () => {
  const send = {
    Type: "Task",
    Resource: "arn:aws:states:::sqs:sendMessage",
    Arguments: { MessageBody: "{% $states.input %}" },
  };

  test("fails with a clear error", async () => {
    const { run } = setup();
    expect(await run(only(send))).toEqual({
      status: "FAILED",
      error: "States.TaskFailed",
      cause:
        "The resource 'arn:aws:states:::sqs:sendMessage' is not provided by this engine; give it as integration 'sqs:sendMessage'",
    });
  });

  test("may be provided", async () => {
    const { run } = setup({}, { integrations: { "sqs:sendMessage": async (message) => ({ sent: message }) } });
    expect(await run(only(send), "hello")).toEqual({ status: "SUCCEEDED", output: { sent: { MessageBody: "hello" } } });
  });
});

/** Lets the steps be taken that need no function to return. */
async function stepsTaken(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
