import { describe, expect, test } from "vitest";
import { NOON, named, only, parkAt, setup } from "./setup.ts";

const waiting = { QueryLanguage: "JSONata", ...only({ Type: "Wait", Seconds: 60 }) };

describe("startExecution", () => {
  test("answers with the running execution when name and input are the same", () => {
    const { engine, clock } = setup();
    engine.deploy("complaint", waiting);
    const first = engine.startExecution({ machine: "complaint", name: "case-7", input: { id: 7 } });
    clock.time += 1000;
    expect(engine.startExecution({ machine: "complaint", name: "case-7", input: { id: 7 } })).toEqual(first);
    expect(first).toEqual({
      executionArn: "arn:aws:states:eu-west-1:000000000000:execution:complaint:case-7",
      startDate: NOON,
    });
  });

  test.each([
    { title: "with another input", input: { id: 8 }, seconds: 0 },
    { title: "when the first has ended", input: { id: 7 }, seconds: 60 },
  ])("refuses a name that was used, $title", async ({ input, seconds }) => {
    const { engine, advance } = setup();
    engine.deploy("complaint", waiting);
    engine.startExecution({ machine: "complaint", name: "case-7", input: { id: 7 } });
    await advance(seconds);
    expect(() => engine.startExecution({ machine: "complaint", name: "case-7", input })).toThrow(
      expect.objectContaining({ name: "ExecutionAlreadyExists" }),
    );
  });

  test.each([
    { title: "an unknown machine", start: { machine: "nobody", input: {} }, name: "StateMachineDoesNotExist" },
    { title: "a name with a slash", start: { machine: "complaint", name: "a/b", input: {} }, name: "InvalidName" },
    {
      title: "a name that is too long",
      start: { machine: "complaint", name: "x".repeat(81), input: {} },
      name: "InvalidName",
    },
  ])("refuses $title", ({ start, name }) => {
    const { engine } = setup();
    engine.deploy("complaint", waiting);
    expect(() => engine.startExecution(start)).toThrow(expect.objectContaining({ name }));
  });

  test("takes a machine's ARN, with or without a version", () => {
    const { engine } = setup();
    const arn = engine.deploy("complaint", waiting);
    for (const machine of [arn, `${arn}:3`]) {
      const { executionArn } = engine.startExecution({ machine, input: {} });
      expect(engine.describeExecution(executionArn).stateMachineArn).toBe(arn);
    }
  });
});

test("a running execution keeps the definition that it started with", async () => {
  const { engine, settle, resultOf } = setup();
  const machine = (answer: string) => ({
    QueryLanguage: "JSONata",
    StartAt: "Wait",
    States: { Wait: { Type: "Wait", Seconds: 60, Next: "Say" }, Say: { Type: "Pass", Output: answer, End: true } },
  });
  engine.deploy("complaint", machine("old"));
  const before = engine.startExecution({ machine: "complaint", input: {} });
  await engine.idle();
  engine.deploy("complaint", machine("new"));
  const after = engine.startExecution({ machine: "complaint", input: {} });
  await settle();
  expect([resultOf(before.executionArn).output, resultOf(after.executionArn).output]).toEqual(["old", "new"]);
});

describe("stopExecution", () => {
  test("aborts a running execution", async () => {
    const { engine, start, resultOf } = setup();
    const arn = start(only({ Type: "Wait", Seconds: 60 }));
    await engine.idle();
    engine.stopExecution(arn, "Withdrawn", "by the complainant");
    expect(resultOf(arn)).toEqual({ status: "ABORTED", error: "Withdrawn", cause: "by the complainant" });
    expect(engine.history(arn).at(-1)).toEqual({
      id: 3,
      previousEventId: 0,
      timestamp: "2026-01-05T12:00:00.000Z",
      type: "ExecutionAborted",
      executionAbortedEventDetails: { error: "Withdrawn", cause: "by the complainant" },
    });
    expect(engine.nextDue()).toBeUndefined();
  });

  test("leaves one that has ended alone", async () => {
    const { engine, start, resultOf } = setup();
    const arn = start(only({ Type: "Pass" }));
    await engine.idle();
    engine.stopExecution(arn);
    expect(resultOf(arn)).toEqual({ status: "SUCCEEDED", output: {} });
  });

  test("is not undone by a step that is being taken", async () => {
    const { engine, start, resultOf } = setup();
    const arn = start(only({ Type: "Pass", Output: "{% $sum([1..1000].($ * 2)) %}" }));
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    engine.stopExecution(arn);
    await engine.idle();
    expect(resultOf(arn)).toEqual({ status: "ABORTED" });
    expect(engine.history(arn).map((event) => event.type)).toEqual(["ExecutionStarted", "ExecutionAborted"]);
  });
});

test("the live picture names where each execution is, branches included", async () => {
  const { engine, start } = setup({ ask: () => null });
  const arn = start({
    StartAt: "Hear both sides",
    States: {
      "Hear both sides": {
        Type: "Parallel",
        Branches: [
          { StartAt: "Hear complainant", States: { "Hear complainant": parkAt("ask", { End: true }) } },
          { StartAt: "Hear respondent", States: { "Hear respondent": { Type: "Pass", End: true } } },
        ],
        End: true,
      },
    },
  });
  await engine.idle();
  expect(engine.executions()).toEqual([
    {
      executionArn: arn,
      name: engine.describeExecution(arn).name,
      machine: "complaint",
      status: "RUNNING",
      states: ["Hear both sides", "Hear complainant"],
      startDate: NOON,
    },
  ]);
});

test.each(["describeExecution", "history", "stopExecution"] as const)("%s refuses an unknown ARN", (method) => {
  const { engine } = setup();
  expect(() => engine[method]("arn:aws:states:eu-west-1:000000000000:execution:complaint:nobody")).toThrow(
    expect.objectContaining({ name: "ExecutionDoesNotExist" }),
  );
});

test("a history of 25,000 events ends the execution", async () => {
  const { engine, start, resultOf } = setup();
  const arn = start({
    StartAt: "Round",
    States: {
      Round: { Type: "Pass", Next: "Again" },
      Again: { Type: "Choice", Choices: [{ Condition: false, Next: "Never" }], Default: "Round" },
      Never: { Type: "Succeed" },
    },
  });
  await engine.idle();
  expect(resultOf(arn)).toEqual({
    status: "FAILED",
    error: "States.Runtime",
    cause: "The execution reached the maximum number of history events (25000).",
  });
  const events = engine.history(arn);
  expect(events).toHaveLength(25_000);
  expect(events.at(-1)).toMatchObject({ id: 25_000, type: "ExecutionFailed" });
});

test("many executions run side by side without disturbing each other", async () => {
  const { engine, settle, resultOf } = setup({
    check: (payload) => {
      if (Number(payload) % 3 === 0) throw named("Third");
      return payload;
    },
  });
  engine.deploy("complaint", {
    QueryLanguage: "JSONata",
    StartAt: "Wait",
    States: {
      Wait: { Type: "Wait", Seconds: "{% $states.input %}", Next: "Check" },
      Check: {
        Type: "Task",
        Resource: "arn:aws:lambda:eu-west-1:000000000000:function:check",
        Catch: [{ ErrorEquals: ["Third"], Next: "Third", Output: "third" }],
        End: true,
      },
      Third: { Type: "Succeed" },
    },
  });
  const arns = Array.from(
    { length: 60 },
    (_, input) => engine.startExecution({ machine: "complaint", input }).executionArn,
  );
  await settle();
  expect(arns.map((arn) => resultOf(arn).output)).toEqual(arns.map((_, index) => (index % 3 === 0 ? "third" : index)));
});
