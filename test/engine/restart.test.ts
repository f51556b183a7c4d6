import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Engine } from "../../local/engine/engine.ts";
import { branch, callOf, databaseFile, driver, NOON, named, only, parkAt, tokenIn } from "./setup.ts";

/** A file on which one engine after the other lives, as processes do that are killed. */
function setup() {
  const file = databaseFile();
  const clock = { time: NOON, now: () => clock.time };
  const tokens: string[] = [];
  const calls: string[] = [];
  const failures = new Set<string>();
  const open = () => {
    const engine = new Engine({
      file,
      clock,
      invoke: async (name, payload) => {
        calls.push(`${name} ${JSON.stringify(payload)}`);
        if (name === "ask") tokens.push(tokenIn(payload));
        if (name === "hang") return await new Promise(() => undefined);
        if (name === "shaky" && !failures.has(JSON.stringify(payload))) {
          failures.add(JSON.stringify(payload));
          throw named("Shaky");
        }
        return payload;
      },
    });
    return { engine, ...driver(engine, clock) };
  };
  return { clock, tokens, calls, open };
}

describe("after the process was killed", () => {
  test("a wait goes on, and ends at its time", async () => {
    const { clock, open } = setup();
    const before = open();
    const arn = before.start(only({ Type: "Wait", Seconds: 3600 }));
    await before.engine.idle();
    before.engine.close();
    clock.time += 1_800_000;
    const { engine, advance, resultOf } = open();
    engine.resume();
    await engine.idle();
    expect(engine.nextDue()).toBe(NOON + 3_600_000);
    await advance(1800);
    expect(resultOf(arn).status).toBe("SUCCEEDED");
    engine.close();
  });

  test("a wait that ended meanwhile ends at once", async () => {
    const { clock, open } = setup();
    const before = open();
    const arn = before.start(only({ Type: "Wait", Seconds: 3600 }));
    await before.engine.idle();
    before.engine.close();
    clock.time += 7_200_000;
    const { engine, resultOf } = open();
    engine.resume();
    await engine.runDue();
    expect(resultOf(arn).status).toBe("SUCCEEDED");
    engine.close();
  });

  test("a token that is out can still be answered, and nobody is asked twice", async () => {
    const { tokens, open } = setup();
    const before = open();
    const arn = before.start(only(parkAt("ask", { TimeoutSeconds: 3600 })));
    await before.engine.idle();
    before.engine.close();
    const { engine, resultOf } = open();
    engine.resume();
    await engine.idle();
    expect(tokens).toHaveLength(1);
    engine.sendTaskSuccess(tokens[0] ?? "", '"answer"');
    await engine.idle();
    expect(resultOf(arn)).toEqual({ status: "SUCCEEDED", output: "answer" });
    engine.close();
  });

  test("a retry that is due is made", async () => {
    const { open, calls } = setup();
    const before = open();
    const arn = before.start(only(callOf("shaky", { Retry: [{ ErrorEquals: ["Shaky"], IntervalSeconds: 60 }] })), 7);
    await before.engine.idle();
    before.engine.close();
    const { engine, settle, resultOf } = open();
    engine.resume();
    await settle();
    expect(resultOf(arn)).toEqual({ status: "SUCCEEDED", output: 7 });
    expect(calls).toEqual(["shaky 7", "shaky 7"]);
    engine.close();
  });

  test("a call that was under way is made again, with the same payload", async () => {
    const { open, calls } = setup();
    const before = open();
    const arn = before.start(only(callOf("hang", { TimeoutSeconds: 60 })), { at: 1 });
    await new Promise((resolve) => setImmediate(resolve));
    before.engine.close();
    const { engine, clock, resultOf } = { ...open(), clock: setup().clock };
    engine.resume();
    expect(calls).toEqual(['hang {"at":1}', 'hang {"at":1}']);
    expect(clock.time).toBe(NOON);
    expect(engine.history(arn).map((event) => event.type)).toEqual([
      "ExecutionStarted",
      "TaskStateEntered",
      "TaskScheduled",
      "TaskStarted",
    ]);
    engine.stopExecution(arn);
    expect(resultOf(arn)).toEqual({ status: "ABORTED" });
    engine.close();
  });

  test("an execution that was started, and no more, runs", async () => {
    const { open } = setup();
    const before = open();
    const arn = before.start(only({ Type: "Pass", Output: "done" }));
    before.engine.close();
    const { engine, resultOf } = open();
    expect(resultOf(arn)).toEqual({ status: "RUNNING" });
    engine.resume();
    await engine.idle();
    expect(resultOf(arn)).toEqual({ status: "SUCCEEDED", output: "done" });
    engine.close();
  });
});

/** Seconds; no clock of these tests comes there. */
const FAR = 1_000_000;

/** Something of everything, inside Parallel and Map. */
const everything = {
  StartAt: "Note",
  States: {
    Note: { Type: "Pass", Assign: { factor: 10 }, Next: "Both" },
    Both: {
      Type: "Parallel",
      Branches: [
        branch("Each", {
          Type: "Map",
          Items: "{% $states.input.list %}",
          MaxConcurrency: 2,
          ItemProcessor: {
            StartAt: "Shaky",
            States: {
              Shaky: callOf("shaky", { Retry: [{ ErrorEquals: ["Shaky"] }], Next: "Rest" }),
              Rest: {
                Type: "Wait",
                Seconds: "{% $states.input %}",
                Assign: { mine: "{% $states.input * $factor %}" },
                Next: "Times",
              },
              Times: { Type: "Pass", Output: "{% $mine + $states.input %}", End: true },
            },
          },
        }),
        branch("Ask", parkAt("ask", { TimeoutSeconds: FAR })),
        branch("Measure", {
          Type: "Task",
          Resource: "arn:aws:states:::states:startExecution.sync:2",
          Arguments: { StateMachineArn: "measure", Input: 5 },
          Output: "{% $states.result.Output %}",
        }),
      ],
      Next: "Sum",
    },
    Sum: {
      Type: "Choice",
      Choices: [{ Condition: "{% $count($states.input[0]) = 4 %}", Next: "Done" }],
      Default: "Wrong",
    },
    Done: { Type: "Succeed", Output: { all: "{% $states.input %}", factor: "{% $factor %}" } },
    Wrong: { Type: "Fail", Error: "Wrong" },
  },
};
const measure = {
  QueryLanguage: "JSONata",
  StartAt: "Later",
  States: {
    Later: { Type: "Wait", Seconds: 3, Next: "Double" },
    Double: callOf("double", { Output: "{% 2 * $states.result.Payload %}", End: true }),
  },
};

test("whatever the moments of being killed, the execution ends in the same way", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 6 }), async (moments) => {
      const { clock, tokens, open } = setup();
      let { engine, start } = open();
      engine.deploy("measure", measure);
      const arn = start(everything, { list: [1, 2, 3, 4] });
      const kill = () => {
        engine.close();
        ({ engine, start } = open());
        engine.resume();
      };
      const ringNext = () => {
        const due = engine.nextDue();
        if (due !== undefined && due < NOON + FAR * 1000) clock.time = Math.max(clock.time, due);
      };
      const answer = () => {
        for (const token of tokens.splice(0)) {
          try {
            engine.sendTaskSuccess(token, '"heard"');
          } catch {
            // The token of a call that was made again has been answered before.
          }
        }
      };
      for (const moment of moments) {
        for (let hop = 0; hop < moment; hop += 1) await Promise.resolve();
        kill();
        ringNext();
        answer();
        void engine.runDue();
      }
      await engine.idle();
      for (let round = 0; round < 100 && engine.describeExecution(arn).status === "RUNNING"; round += 1) {
        answer();
        await engine.idle();
        ringNext();
        await engine.runDue();
        await engine.idle();
      }
      const { status, output } = engine.describeExecution(arn);
      const events = engine.history(arn);
      const leftOver = engine.nextDue();
      engine.close();
      expect({ status, output }).toEqual({
        status: "SUCCEEDED",
        output: { all: [[11, 22, 33, 44], "heard", 10], factor: 10 },
      });
      // Nothing was done twice but the calls themselves.
      const types = events.map((event) => event.type);
      expect(types.filter((type) => type === "MapIterationSucceeded")).toHaveLength(4);
      expect(types.filter((type) => type === "TaskStateExited")).toHaveLength(6);
      expect(types.filter((type) => type === "ExecutionSucceeded")).toHaveLength(1);
      expect(events.map((event) => event.id)).toEqual(events.map((_, index) => index + 1));
      expect(leftOver).toBeUndefined();
    }),
    { numRuns: 25 },
  );
}, 60_000);
