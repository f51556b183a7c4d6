import { describe, expect, test } from "vitest";
import { callOf, NOON, named, only, setup, shape } from "./setup.ts";

/** A function that throws the errors of the list, one a call, and then returns "done". */
function failing(...errors: string[]) {
  let count = 0;
  return () => {
    const error = errors[count];
    count += 1;
    if (error !== undefined) throw named(error);
    return "done";
  };
}

describe("Retry", () => {
  test("waits longer each time and shows no new entry into the state", async () => {
    const { start, settle, engine, resultOf, calls } = setup({ send: failing("Down", "Down", "Down") });
    const arn = start(only(callOf("send", { Retry: [{ ErrorEquals: ["Down"] }] })));
    await settle();
    expect(resultOf(arn)).toEqual({ status: "SUCCEEDED", output: "done" });
    expect(calls.map((call) => call.attempt)).toEqual([0, 1, 2, 3]);
    const events = engine.history(arn);
    expect(shape(events)).toEqual([
      "1<0 ExecutionStarted",
      "2<0 TaskStateEntered",
      ...[0, 1, 2].flatMap((round) => [
        `${3 * round + 3}<${3 * round + 2} TaskScheduled`,
        `${3 * round + 4}<${3 * round + 3} TaskStarted`,
        `${3 * round + 5}<${3 * round + 4} TaskFailed`,
      ]),
      "12<11 TaskScheduled",
      "13<12 TaskStarted",
      "14<13 TaskSucceeded",
      "15<14 TaskStateExited",
      "16<15 ExecutionSucceeded",
    ]);
    const scheduled = events.filter((event) => event.type === "TaskScheduled");
    // 1 s, then doubled.
    expect(scheduled.map((event) => (Date.parse(event.timestamp) - NOON) / 1000)).toEqual([0, 1, 3, 7]);
  });

  test.each([
    {
      title: "IntervalSeconds and BackoffRate",
      retrier: { IntervalSeconds: 10, BackoffRate: 1.5 },
      delays: [10, 15, 22.5],
    },
    {
      title: "MaxDelaySeconds",
      retrier: { IntervalSeconds: 10, BackoffRate: 10, MaxDelaySeconds: 60 },
      delays: [10, 60, 60],
    },
    { title: "JitterStrategy FULL", retrier: { IntervalSeconds: 10, JitterStrategy: "FULL" }, delays: [2.5, 5, 10] },
    { title: "JitterStrategy NONE", retrier: { IntervalSeconds: 10, JitterStrategy: "NONE" }, delays: [10, 20, 40] },
  ])("delays by $title", async ({ retrier, delays }) => {
    const { engine, start, clock } = setup({ send: failing("Down", "Down", "Down") }, { random: () => 0.25 });
    start(only(callOf("send", { Retry: [{ ErrorEquals: ["Down"], ...retrier }] })));
    for (const delay of delays) {
      await engine.idle();
      const due = engine.nextDue() ?? 0;
      expect((due - clock.time) / 1000).toBe(delay);
      clock.time = due;
      await engine.runDue();
    }
  });

  test.each([
    { title: "3 by default", retrier: {}, calls: 4 },
    { title: "1", retrier: { MaxAttempts: 1 }, calls: 2 },
    { title: "none at all", retrier: { MaxAttempts: 0 }, calls: 1 },
  ])("takes $title", async ({ retrier, calls: expected }) => {
    const { run, calls } = setup({ send: failing(...Array<string>(9).fill("Down")) });
    const result = await run(only(callOf("send", { Retry: [{ ErrorEquals: ["Down"], ...retrier }] })));
    expect(result).toMatchObject({ status: "FAILED", error: "Down" });
    expect(calls).toHaveLength(expected);
  });

  test("counts each retrier by itself", async () => {
    const { run, calls } = setup({ send: failing("Down", "Busy", "Down", "Busy", "Down") });
    const Retry = [
      { ErrorEquals: ["Down"], MaxAttempts: 2 },
      { ErrorEquals: ["Busy"], MaxAttempts: 2 },
    ];
    expect(await run(only(callOf("send", { Retry })))).toMatchObject({ status: "FAILED", error: "Down" });
    expect(calls).toHaveLength(5);
  });

  test("starts anew when the state is entered again", async () => {
    const { run, calls } = setup({ send: failing("Down", "Down", "Down") });
    const Retry = [{ ErrorEquals: ["Down"], MaxAttempts: 1 }];
    const Catch = [{ ErrorEquals: ["Down"], Next: "Again" }];
    const result = await run({
      StartAt: "Send",
      States: { Send: callOf("send", { Retry, Catch, End: true }), Again: { Type: "Pass", Next: "Send" } },
    });
    expect(result).toEqual({ status: "SUCCEEDED", output: "done" });
    expect(calls).toHaveLength(4);
  });

  test("is counted in the context object", async () => {
    const { run } = setup({ send: failing("Down", "Down") });
    const result = await run(
      only(callOf("send", { Retry: [{ ErrorEquals: ["Down"] }], Output: "{% $states.context.State.RetryCount %}" })),
    );
    expect(result).toEqual({ status: "SUCCEEDED", output: 2 });
  });

  test("also repeats a state whose expression fails", async () => {
    const { trace } = setup({ send: () => "ok" });
    const events = await trace(
      only(
        callOf("send", {
          Output: "{% $missing %}",
          Retry: [{ ErrorEquals: ["States.QueryEvaluationError"], MaxAttempts: 1 }],
        }),
      ),
    );
    expect(shape(events).slice(4)).toEqual([
      "5<4 TaskSucceeded",
      "6<5 EvaluationFailed",
      "7<6 TaskScheduled",
      "8<7 TaskStarted",
      "9<8 TaskSucceeded",
      "10<9 EvaluationFailed",
      "11<10 ExecutionFailed",
    ]);
  });
});

describe("Catch", () => {
  const caught = (catcher: object, more: object = {}) => ({
    StartAt: "Send",
    States: {
      Send: callOf("send", {
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "Repair", ...catcher }],
        ...more,
        Next: "Repair",
      }),
      Repair: {
        Type: "Pass",
        Output: { input: "{% $states.input %}", why: "{% $exists($why) ? $why : null %}" },
        End: true,
      },
    },
  });

  test("gives Error and Cause on, and shows the exit from the state", async () => {
    const { start, settle, engine, resultOf } = setup({
      send: () => {
        throw named("Down", "no connection");
      },
    });
    const arn = start(caught({}));
    await settle();
    expect(resultOf(arn)).toMatchObject({ status: "SUCCEEDED", output: { input: { Error: "Down" }, why: null } });
    expect(shape(engine.history(arn)).slice(4, 7)).toEqual([
      "5<4 TaskFailed",
      "6<5 TaskStateExited",
      "7<6 PassStateEntered",
    ]);
  });

  test("shapes its Output and assigns from $states.errorOutput and the input", async () => {
    const { run } = setup({ send: failing("Down") });
    const result = await run(
      caught({
        Output: { case: "{% $states.input.id %}", e: "{% $states.errorOutput.Error %}" },
        Assign: { why: "{% $states.errorOutput.Error %}" },
      }),
      { id: 7 },
    );
    expect(result).toEqual({ status: "SUCCEEDED", output: { input: { case: 7, e: "Down" }, why: "Down" } });
  });

  test("comes after the retries", async () => {
    const { run, calls } = setup({ send: failing("Down", "Down", "Down") });
    const result = await run(caught({ Output: "caught" }, { Retry: [{ ErrorEquals: ["Down"], MaxAttempts: 1 }] }));
    expect(result).toMatchObject({ output: { input: "caught" } });
    expect(calls).toHaveLength(2);
  });

  test("takes the first catcher that covers the error", async () => {
    const { run } = setup({ send: failing("Busy") });
    const result = await run({
      StartAt: "Send",
      States: {
        Send: callOf("send", {
          Catch: [
            { ErrorEquals: ["Down"], Next: "A" },
            { ErrorEquals: ["Other", "Busy"], Next: "B" },
            { ErrorEquals: ["States.ALL"], Next: "C" },
          ],
          End: true,
        }),
        A: { Type: "Pass", Output: "A", End: true },
        B: { Type: "Pass", Output: "B", End: true },
        C: { Type: "Pass", Output: "C", End: true },
      },
    });
    expect(result.output).toBe("B");
  });

  test("that cannot work out its own Output fails the execution", async () => {
    const { run } = setup({ send: failing("Down") });
    const result = await run(caught({ Output: { v: "{% $missing %}" } }));
    expect(result).toMatchObject({ status: "FAILED", error: "States.QueryEvaluationError" });
    expect(result.cause).toContain("the field 'Catch[0]/Output/v'");
  });

  test.each([
    { thrown: "Down", name: "States.TaskFailed", catches: true },
    { thrown: "States.Timeout", name: "States.TaskFailed", catches: false },
    { thrown: "States.Timeout", name: "States.ALL", catches: true },
    { thrown: "States.DataLimitExceeded", name: "States.ALL", catches: false },
    { thrown: "States.DataLimitExceeded", name: "States.DataLimitExceeded", catches: true },
    { thrown: "States.Runtime", name: "States.ALL", catches: false },
    { thrown: "States.QueryEvaluationError", name: "States.ALL", catches: true },
    { thrown: "Down", name: "down", catches: false },
  ])("on $name: $thrown → $catches", async ({ thrown, name, catches }) => {
    const { run } = setup({ send: failing(thrown) });
    const result = await run(caught({ ErrorEquals: [name] }));
    expect(result.status).toBe(catches ? "SUCCEEDED" : "FAILED");
  });
});

describe("payloads over 256 KiB", () => {
  test.each([
    { title: "a task's result", machine: only(callOf("huge")) },
    { title: "an output", machine: only({ Type: "Pass", Output: "{% $pad('', 262144, 'x') %}" }) },
    {
      title: "arguments",
      machine: only(callOf("send", { Arguments: { FunctionName: "send", Payload: "{% $pad('', 262144, 'x') %}" } })),
    },
    { title: "a variable", machine: only({ Type: "Pass", Assign: { big: "{% $pad('', 262144, 'x') %}" } }) },
  ])("fail as $title", async ({ machine }) => {
    const { run } = setup({ huge: () => "x".repeat(262_144), send: () => "ok" });
    const result = await run(machine);
    expect(result).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
    expect(result.cause).toContain("with a size exceeding the maximum number of bytes service limit.");
  });

  test("do not start an execution", () => {
    const { start } = setup();
    expect(() => start(only({ Type: "Pass" }), "x".repeat(262_144))).toThrow(
      expect.objectContaining({ name: "InvalidExecutionInput" }),
    );
  });
});
