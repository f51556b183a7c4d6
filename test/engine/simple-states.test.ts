import { describe, expect, test } from "vitest";
import { NOON, only, setup, shape } from "./setup.ts";

describe("a Pass", () => {
  test.each([
    { title: "without Output gives its input on", state: {}, output: { case: 7 } },
    { title: "gives null", state: { Output: null }, output: null },
    { title: "gives a number", state: { Output: 0.1 }, output: 0.1 },
    { title: "gives an empty list", state: { Output: [] }, output: [] },
    {
      title: "works expressions out to any depth",
      state: { Output: { a: [{ b: "{% $states.input.case + 1 %}" }] } },
      output: { a: [{ b: 8 }] },
    },
    { title: "takes a whole expression", state: { Output: "{% $states.input %}" }, output: { case: 7 } },
    {
      title: "keeps a string with spaces around the marks",
      state: { Output: " {% $states.input %} " },
      output: " {% $states.input %} ",
    },
    {
      title: "keeps a string that only starts like one",
      state: { Output: "{% $states.input" },
      output: "{% $states.input",
    },
    {
      title: "keeps intrinsic functions and paths of the other language",
      state: { Output: ["$.case", "States.Format('{}', 1)"] },
      output: ["$.case", "States.Format('{}', 1)"],
    },
    {
      title: "keeps the members of a sequence as a plain list",
      state: { Output: "{% [1..3].($ * 2) %}" },
      output: [2, 4, 6],
    },
  ])("$title", async ({ state, output }) => {
    const { run } = setup();
    expect(await run(only({ Type: "Pass", ...state }), { case: 7 })).toEqual({ status: "SUCCEEDED", output });
  });
});

describe("a Choice", () => {
  const machine = {
    StartAt: "Which",
    States: {
      Which: {
        Type: "Choice",
        Choices: [
          {
            Condition: "{% $states.input.n > 10 %}",
            Next: "High",
            Output: "{% $states.input.n %}",
            Assign: { seen: "rule" },
          },
          { Condition: "{% $states.input.n = 5 %}", Next: "Five" },
        ],
        Default: "Other",
        Output: "by default",
        Assign: { seen: "state" },
      },
      High: { Type: "Pass", Output: ["{% $states.input %}", "{% $seen %}"], End: true },
      Five: { Type: "Pass", Output: ["{% $states.input %}", "{% $exists($seen) %}"], End: true },
      Other: { Type: "Pass", Output: ["{% $states.input %}", "{% $seen %}"], End: true },
    },
  };

  test.each([
    { title: "takes the first true rule, with its own Output and Assign", input: { n: 11 }, output: [11, "rule"] },
    { title: "leaves the state's Output and Assign to the Default", input: { n: 5 }, output: [{ n: 5 }, false] },
    { title: "falls back to the Default", input: { n: 1 }, output: ["by default", "state"] },
  ])("$title", async ({ input, output }) => {
    const { run } = setup();
    expect(await run(machine, input)).toEqual({ status: "SUCCEEDED", output });
  });

  const strict = (condition: unknown) => ({
    StartAt: "Which",
    States: { Which: { Type: "Choice", Choices: [{ Condition: condition, Next: "Yes" }] }, Yes: { Type: "Succeed" } },
  });

  test.each([
    {
      title: "no rule matches",
      condition: false,
      error: "States.Runtime",
      cause: "Failed to transition out of the state. The state does not point to a next state.",
    },
    {
      title: "a condition is no boolean",
      condition: "{% 'yes' %}",
      error: "States.QueryEvaluationError",
      cause:
        "The JSONata expression ''yes'' specified for the field 'Choices[0]/Condition' returned an unexpected result type. Expected 'boolean', but was 'string' for value: \"yes\"",
    },
    {
      title: "a condition is undefined",
      condition: "{% $states.input.nothing %}",
      error: "States.QueryEvaluationError",
      cause:
        "The JSONata expression '$states.input.nothing' specified for the field 'Choices[0]/Condition' returned nothing (undefined).",
    },
  ])("fails when $title", async ({ condition, error, cause }) => {
    const { run } = setup();
    expect(await run(strict(condition))).toEqual({
      status: "FAILED",
      error,
      cause: `An error occurred while executing the state 'Which' (entered at the event id #2). ${cause}`,
    });
  });
});

describe("a Wait", () => {
  test.each([
    { title: "Seconds", state: { Seconds: 90 }, until: "2026-01-05T12:01:30.000Z" },
    {
      title: "Seconds as an expression",
      state: { Seconds: "{% $states.input.days * 86400 %}" },
      until: "2026-02-04T12:00:00.000Z",
    },
    { title: "Timestamp", state: { Timestamp: "2026-03-01T09:00:00Z" }, until: "2026-03-01T09:00:00.000Z" },
    {
      title: "Timestamp with an offset",
      state: { Timestamp: "2026-03-01T09:00:00+01:00" },
      until: "2026-03-01T08:00:00.000Z",
    },
    {
      title: "Timestamp as an expression",
      state: { Timestamp: "{% $states.input.alarmAt %}" },
      until: "2026-01-06T08:30:00.250Z",
    },
    {
      title: "no time when the Timestamp is past",
      state: { Timestamp: "2016-03-14T01:59:00Z" },
      until: "2026-01-05T12:00:00.000Z",
    },
    { title: "no time for 0 seconds", state: { Seconds: 0 }, until: "2026-01-05T12:00:00.000Z" },
  ])("waits $title", async ({ state, until }) => {
    const { trace } = setup();
    const events = await trace(only({ Type: "Wait", ...state }), { days: 30, alarmAt: "2026-01-06T08:30:00.250Z" });
    expect(events.map((event) => event.type)).toEqual([
      "ExecutionStarted",
      "WaitStateEntered",
      "WaitStateExited",
      "ExecutionSucceeded",
    ]);
    expect(events.at(-1)?.timestamp).toBe(until);
  });

  test("says when it is due and does nothing before", async () => {
    const { engine, start, advance, resultOf } = setup();
    const arn = start(only({ Type: "Wait", Seconds: 60 }));
    await engine.idle();
    expect(engine.nextDue()).toBe(NOON + 60_000);
    await advance(59.999);
    expect(resultOf(arn).status).toBe("RUNNING");
    await advance(0.001);
    expect(resultOf(arn).status).toBe("SUCCEEDED");
    expect(engine.nextDue()).toBeUndefined();
  });

  test.each([
    { title: "without T", value: "2026-03-01 09:00:00Z" },
    { title: "without an offset", value: "2026-03-01T09:00:00" },
    { title: "with an offset without a colon", value: "2026-03-01T09:00:00+0100" },
    { title: "in month 13", value: "2026-13-01T09:00:00Z" },
    { title: "on 30 February", value: "2026-02-30T09:00:00Z" },
    { title: "at hour 25", value: "2026-03-01T25:00:00Z" },
  ])("fails on a Timestamp $title", async ({ value }) => {
    const { trace } = setup();
    const events = await trace(only({ Type: "Wait", Timestamp: "{% $states.input %}" }), value);
    // Unlike a Pass, a Wait looks at its fields after it was entered.
    expect(shape(events).slice(1)).toEqual(["2<0 WaitStateEntered", "3<2 EvaluationFailed", "4<3 ExecutionFailed"]);
    expect(events[2]).toMatchObject({
      evaluationFailedEventDetails: {
        error: "States.QueryEvaluationError",
        cause: `An error occurred while executing the state 'Only' (entered at the event id #2). The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${value}`,
        location: "Timestamp",
        state: "Only",
      },
    });
  });

  test.each([
    { title: "a fraction", value: 1.5, cause: "The Seconds field cannot be parsed as an integer: 1.5" },
    { title: "a negative number", value: -1, cause: "Seconds must be between 0 and 99999999 but was: -1" },
    { title: "a string", value: "10", cause: "Expected 'number', but was 'string' for value: \"10\"" },
  ])("fails on $title of Seconds", async ({ value, cause }) => {
    const { run } = setup();
    const result = await run(only({ Type: "Wait", Seconds: "{% $states.input %}" }), value);
    expect(result.error).toBe("States.QueryEvaluationError");
    expect(result.cause).toContain(cause);
  });
});

describe("a Succeed", () => {
  test("ends the machine with its Output", async () => {
    const { trace } = setup();
    const events = await trace({ StartAt: "Done", States: { Done: { Type: "Succeed", Output: { closed: true } } } });
    expect(shape(events)).toEqual([
      "1<0 ExecutionStarted",
      "2<0 SucceedStateEntered",
      "3<2 SucceedStateExited",
      "4<3 ExecutionSucceeded",
    ]);
    expect(events[3]).toMatchObject({ executionSucceededEventDetails: { output: '{"closed":true}' } });
  });
});

describe("a Fail", () => {
  const failing = (state: object) => ({ StartAt: "Stop", States: { Stop: { Type: "Fail", ...state } } });

  test.each([
    {
      title: "Error and Cause",
      state: { Error: "NotHeard", Cause: "nobody came" },
      details: { error: "NotHeard", cause: "nobody came" },
    },
    {
      title: "expressions",
      state: { Error: "{% $states.input.e %}", Cause: "{% 'case ' & $states.input.n %}" },
      details: { error: "Late", cause: "case 7" },
    },
    { title: "no Cause", state: { Error: "NotHeard" }, details: { error: "NotHeard" } },
    { title: "no Error", state: { Cause: "nobody came" }, details: { cause: "nobody came" } },
    { title: "neither", state: {}, details: {} },
  ])("with $title", async ({ state, details }) => {
    const { start, settle, engine, resultOf } = setup();
    const arn = start(failing(state), { e: "Late", n: 7 });
    await settle();
    expect(resultOf(arn)).toEqual({ status: "FAILED", ...details });
    const events = engine.history(arn);
    expect(shape(events)).toEqual(["1<0 ExecutionStarted", "2<0 FailStateEntered", "3<2 ExecutionFailed"]);
    expect(events[2]?.["executionFailedEventDetails"]).toEqual(details);
  });
});

describe("a machine with TimeoutSeconds", () => {
  test("ends as TIMED_OUT, without error or cause, and leaves its state", async () => {
    const { start, settle, engine, resultOf } = setup();
    const arn = start({ TimeoutSeconds: 60, ...only({ Type: "Wait", Seconds: 3600 }) });
    await settle();
    expect(resultOf(arn)).toEqual({ status: "TIMED_OUT" });
    const events = engine.history(arn);
    expect(shape(events)).toEqual(["1<0 ExecutionStarted", "2<0 WaitStateEntered", "3<0 ExecutionTimedOut"]);
    expect(events[2]?.timestamp).toBe("2026-01-05T12:01:00.000Z");
    expect(engine.nextDue()).toBeUndefined();
  });

  test("loses its timer when it ends in time", async () => {
    const { start, engine } = setup();
    start({ TimeoutSeconds: 60, ...only({ Type: "Pass" }) });
    await engine.idle();
    expect(engine.nextDue()).toBeUndefined();
  });
});
