import { describe, expect, test } from "vitest";
import { callOf, named, only, parkAt, setup, shape, tokenIn } from "./setup.ts";

function parked() {
  const tokens: string[] = [];
  const bench = setup({
    ask: (payload) => {
      tokens.push(tokenIn(payload));
    },
  });
  const latest = () => tokens.at(-1) ?? "";
  return { ...bench, tokens, latest };
}

describe("a task that waits for its token", () => {
  test("resumes with the answer", async () => {
    const { engine, start, resultOf, latest } = parked();
    const arn = start(only(parkAt("ask")));
    await engine.idle();
    expect(resultOf(arn)).toEqual({ status: "RUNNING" });
    engine.sendTaskSuccess(latest(), '{"outcome":"handle"}');
    await engine.idle();
    expect(resultOf(arn)).toEqual({ status: "SUCCEEDED", output: { outcome: "handle" } });
    const events = engine.history(arn);
    expect(shape(events).slice(2)).toEqual([
      "3<2 TaskScheduled",
      "4<3 TaskStarted",
      "5<4 TaskSubmitted",
      "6<5 TaskSucceeded",
      "7<6 TaskStateExited",
      "8<7 ExecutionSucceeded",
    ]);
    expect(events[4]).toMatchObject({
      taskSubmittedEventDetails: { resource: "invoke.waitForTaskToken", resourceType: "lambda" },
    });
    expect(events[5]).toMatchObject({
      taskSucceededEventDetails: { output: '{"outcome":"handle"}', resource: "invoke.waitForTaskToken" },
    });
  });

  test("fails with the error that it is told", async () => {
    const { engine, start, resultOf, latest } = parked();
    const arn = start(only(parkAt("ask")));
    await engine.idle();
    engine.sendTaskFailure(latest(), "CaseWithdrawn", "the complainant withdrew");
    await engine.idle();
    expect(resultOf(arn)).toEqual({ status: "FAILED", error: "CaseWithdrawn", cause: "the complainant withdrew" });
    expect(engine.history(arn)[5]).toMatchObject({
      type: "TaskFailed",
      taskFailedEventDetails: { error: "CaseWithdrawn", cause: "the complainant withdrew" },
    });
  });

  test("may be answered before the call that handed the token out has returned", async () => {
    const { engine, start, resultOf } = setup({
      ask: (payload): null => {
        engine.sendTaskSuccess(tokenIn(payload), '"at once"');
        return null;
      },
    });
    const arn = start(only(parkAt("ask")));
    await engine.idle();
    expect(resultOf(arn)).toEqual({ status: "SUCCEEDED", output: "at once" });
    expect(shape(engine.history(arn)).slice(4, 6)).toEqual(["5<4 TaskSubmitted", "6<5 TaskSucceeded"]);
  });

  test("may be answered at any moment while the call comes back", async () => {
    for (let hops = 0; hops < 40; hops += 1) {
      const { engine, start, resultOf } = setup({
        ask: async (payload) => {
          void (async () => {
            for (let hop = 0; hop < hops; hop += 1) await Promise.resolve();
            engine.sendTaskSuccess(tokenIn(payload), String(hops));
          })();
          return null;
        },
      });
      const arn = start(only(parkAt("ask")));
      await engine.idle();
      await new Promise((resolve) => setImmediate(resolve));
      await engine.idle();
      expect(resultOf(arn)).toEqual({ status: "SUCCEEDED", output: hops });
      expect(shape(engine.history(arn)).slice(4, 6)).toEqual(["5<4 TaskSubmitted", "6<5 TaskSucceeded"]);
    }
  });

  test("keeps an answer that came before its timeout, though the call is still out", async () => {
    const { engine, start, clock, resultOf } = setup({
      ask: async (payload) => {
        engine.sendTaskSuccess(tokenIn(payload), '"in time"');
        return await new Promise(() => undefined);
      },
    });
    const arn = start(only(parkAt("ask", { TimeoutSeconds: 60 })));
    await new Promise((resolve) => setImmediate(resolve));
    clock.time += 60_000;
    await engine.runDue();
    expect(resultOf(arn)).toEqual({ status: "SUCCEEDED", output: "in time" });
  });

  test("leaves no timer behind for the states that follow", async () => {
    const { engine, start, advance, resultOf, latest } = parked();
    const arn = start({
      StartAt: "Await",
      States: {
        Await: parkAt("ask", { TimeoutSeconds: 3600, HeartbeatSeconds: 600, Next: "Again" }),
        Again: parkAt("ask", { End: true }),
      },
    });
    await engine.idle();
    engine.sendTaskSuccess(latest(), "1");
    await engine.idle();
    expect(engine.nextDue()).toBeUndefined();
    await advance(7200);
    expect(resultOf(arn).status).toBe("RUNNING");
    engine.sendTaskSuccess(latest(), "2");
    await engine.idle();
    expect(resultOf(arn)).toEqual({ status: "SUCCEEDED", output: 2 });
  });

  test("fails when the call itself fails, and the token dies", async () => {
    let token = "";
    const { engine, start, resultOf } = setup({
      ask: (payload) => {
        token = tokenIn(payload);
        throw named("MailDown");
      },
    });
    const arn = start(only(parkAt("ask")));
    await engine.idle();
    expect(resultOf(arn)).toMatchObject({ status: "FAILED", error: "MailDown" });
    expect(() => engine.sendTaskSuccess(token, "{}")).toThrow(expect.objectContaining({ name: "TaskTimedOut" }));
  });
});

describe("a token", () => {
  const loop = {
    StartAt: "Await",
    States: {
      Await: parkAt("ask", {
        TimeoutSeconds: 3600,
        Catch: [{ ErrorEquals: ["States.Timeout"], Next: "Ring" }],
        End: true,
      }),
      Ring: { Type: "Pass", Next: "Await" },
    },
  };

  test("dies with its timeout; the next round brings a new one", async () => {
    const { engine, start, advance, resultOf, tokens } = parked();
    const arn = start(loop);
    await advance(3600);
    expect(tokens).toHaveLength(2);
    const [first = "", second = ""] = tokens;
    expect(second).not.toBe(first);
    expect(() => engine.sendTaskSuccess(first, "1")).toThrow(expect.objectContaining({ name: "TaskTimedOut" }));
    expect(() => engine.sendTaskHeartbeat(first)).toThrow(expect.objectContaining({ name: "TaskTimedOut" }));
    engine.sendTaskSuccess(second, "2");
    await engine.idle();
    expect(resultOf(arn)).toEqual({ status: "SUCCEEDED", output: 2 });
  });

  test("is new for each retry", async () => {
    const { engine, start, advance, tokens } = parked();
    start(only(parkAt("ask", { Retry: [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 10 }] })));
    await engine.idle();
    engine.sendTaskFailure(tokens[0] ?? "");
    await advance(10);
    expect(tokens).toHaveLength(2);
    expect(tokens[1]).not.toBe(tokens[0]);
  });

  test("can be used once", async () => {
    const { engine, start, latest } = parked();
    start(only(parkAt("ask")));
    await engine.idle();
    engine.sendTaskSuccess(latest(), "{}");
    expect(() => engine.sendTaskSuccess(latest(), "{}")).toThrow(expect.objectContaining({ name: "TaskTimedOut" }));
    await engine.idle();
    expect(() => engine.sendTaskFailure(latest())).toThrow(expect.objectContaining({ name: "TaskTimedOut" }));
  });

  test("dies with its execution", async () => {
    const { engine, start, latest } = parked();
    const arn = start(only(parkAt("ask")));
    await engine.idle();
    engine.stopExecution(arn);
    expect(() => engine.sendTaskSuccess(latest(), "{}")).toThrow(expect.objectContaining({ name: "TaskTimedOut" }));
  });

  test.each([
    { title: "is unknown", token: `AQ${"x".repeat(64)}`, output: "{}", name: "TaskDoesNotExist" },
    { title: "is no token", token: "hello", output: "{}", name: "InvalidToken" },
  ])("that $title is refused", async ({ token, output, name }) => {
    const { engine } = parked();
    expect(() => engine.sendTaskSuccess(token, output)).toThrow(expect.objectContaining({ name }));
    expect(() => engine.sendTaskFailure(token)).toThrow(expect.objectContaining({ name }));
    expect(() => engine.sendTaskHeartbeat(token)).toThrow(expect.objectContaining({ name }));
  });

  test.each([
    { title: "no JSON", output: "{outcome}" },
    { title: "too large", output: JSON.stringify("x".repeat(262_144)) },
  ])("takes no output that is $title", async ({ output }) => {
    const { engine, start, latest, resultOf } = parked();
    const arn = start(only(parkAt("ask")));
    await engine.idle();
    expect(() => engine.sendTaskSuccess(latest(), output)).toThrow(expect.objectContaining({ name: "InvalidOutput" }));
    expect(resultOf(arn).status).toBe("RUNNING");
  });
});

describe("heartbeats", () => {
  const beating = only(parkAt("ask", { TimeoutSeconds: 600, HeartbeatSeconds: 60 }));

  test("keep a task alive up to its timeout", async () => {
    const { engine, start, advance, resultOf, latest } = parked();
    const arn = start(beating);
    for (let minute = 0; minute < 10; minute += 1) {
      expect(resultOf(arn).status).toBe("RUNNING");
      await advance(59);
      engine.sendTaskHeartbeat(latest());
    }
    await advance(10);
    expect(resultOf(arn)).toEqual({ status: "FAILED", error: "States.Timeout" });
  });

  test("that fail to come end the task", async () => {
    const { engine, start, advance, resultOf } = parked();
    const arn = start(beating);
    await advance(60);
    expect(resultOf(arn)).toEqual({ status: "FAILED", error: "States.Timeout" });
    const events = engine.history(arn);
    expect(events[2]).toMatchObject({ taskScheduledEventDetails: { heartbeatInSeconds: 60, timeoutInSeconds: 600 } });
    expect(events[5]).toMatchObject({ type: "TaskTimedOut", taskTimedOutEventDetails: { error: "States.Timeout" } });
  });

  test.each(["States.HeartbeatTimeout", "States.Timeout", "States.ALL"])(
    "that fail to come are caught by %s",
    async (name) => {
      const { start, advance, resultOf } = parked();
      const arn = start({
        StartAt: "Await",
        States: {
          Await: parkAt("ask", { HeartbeatSeconds: 60, Catch: [{ ErrorEquals: [name], Next: "Silent" }], End: true }),
          Silent: { Type: "Pass", Output: "silent", End: true },
        },
      });
      await advance(60);
      expect(resultOf(arn)).toEqual({ status: "SUCCEEDED", output: "silent" });
    },
  );

  test("a plain timeout is no heartbeat timeout", async () => {
    const { start, advance, resultOf } = parked();
    const arn = start({
      StartAt: "Await",
      States: {
        Await: parkAt("ask", {
          TimeoutSeconds: 60,
          Catch: [{ ErrorEquals: ["States.HeartbeatTimeout"], Next: "Silent" }],
          End: true,
        }),
        Silent: { Type: "Pass", End: true },
      },
    });
    await advance(60);
    expect(resultOf(arn)).toEqual({ status: "FAILED", error: "States.Timeout" });
  });
});

test("only the arguments of a task that waits for its token can see one", async () => {
  const { run } = setup({ ask: () => null });
  const result = await run(only(callOf("ask", { Output: "{% $states.context.Task.Token %}" })));
  expect(result.cause).toContain("'$states.context.Task.Token' specified for the field 'Output' returned nothing");
});
