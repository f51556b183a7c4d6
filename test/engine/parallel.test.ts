import { describe, expect, test } from "vitest";
import { branch, callOf, named, only, parkAt, setup, shape, tokenIn } from "./setup.ts";

describe("a Parallel", () => {
  test("runs its branches on its input and lists what they give, in their order", async () => {
    const { trace } = setup();
    const events = await trace(
      only({
        Type: "Parallel",
        Branches: [branch("Slow", { Type: "Wait", Seconds: 60 }), branch("Quick", { Type: "Pass", Output: "quick" })],
      }),
      { case: 7 },
    );
    expect(shape(events)).toEqual([
      "1<0 ExecutionStarted",
      "2<0 ParallelStateEntered",
      "3<2 ParallelStateStarted",
      "4<3 WaitStateEntered",
      "5<3 PassStateEntered",
      "6<5 PassStateExited",
      "7<4 WaitStateExited",
      "8<7 ParallelStateSucceeded",
      "9<7 ParallelStateExited",
      "10<9 ExecutionSucceeded",
    ]);
    expect(events[9]).toMatchObject({ executionSucceededEventDetails: { output: '[{"case":7},"quick"]' } });
  });

  test("lets each branch go as far as it can before the next", async () => {
    const { trace } = setup();
    const chain = (name: string) => ({
      StartAt: `${name}1`,
      States: { [`${name}1`]: { Type: "Pass", Next: `${name}2` }, [`${name}2`]: { Type: "Pass", End: true } },
    });
    const events = await trace(only({ Type: "Parallel", Branches: [chain("A"), chain("B")] }));
    expect(
      shape(events)
        .slice(3, 11)
        .map((event) => event.split(" ")[0]),
    ).toEqual(["4<3", "5<4", "6<5", "7<6", "8<3", "9<8", "10<9", "11<10"]);
  });

  test("shapes the branches' input and its own output", async () => {
    const { run } = setup();
    const result = await run(
      only({
        Type: "Parallel",
        Arguments: { id: "{% $states.input.case %}" },
        Branches: [branch("A", { Type: "Pass" }), branch("B", { Type: "Succeed", End: undefined })],
        Output: "{% $states.result.id %}",
      }),
      { case: 7 },
    );
    expect(result).toEqual({ status: "SUCCEEDED", output: [7, 7] });
  });

  const unlucky = (more: object) =>
    only({
      Type: "Parallel",
      Branches: [
        branch("Waits", { Type: "Wait", Seconds: 3600 }),
        branch("Fails", callOf("boom")),
        branch("Parked", parkAt("ask")),
      ],
      ...more,
    });

  test("aborts the other branches when one fails", async () => {
    let token = "";
    const { engine, start, settle, resultOf } = setup({
      boom: () => {
        throw named("Boom");
      },
      ask: (payload) => {
        token = tokenIn(payload);
      },
    });
    const arn = start(unlucky({}));
    await settle();
    expect(resultOf(arn)).toMatchObject({ status: "FAILED", error: "Boom" });
    const events = engine.history(arn);
    const failed = events.find((event) => event.type === "TaskFailed")?.id ?? 0;
    expect(shape(events).slice(-5)).toEqual([
      `${events.length - 4}<${failed} WaitStateAborted`,
      `${events.length - 3}<${failed} TaskStateAborted`,
      `${events.length - 2}<${failed} TaskStateAborted`,
      `${events.length - 1}<${failed} ParallelStateFailed`,
      `${events.length}<${events.length - 1} ExecutionFailed`,
    ]);
    expect(engine.nextDue()).toBeUndefined();
    expect(() => engine.sendTaskSuccess(token, "1")).toThrow(expect.objectContaining({ name: "TaskTimedOut" }));
  });

  test("is caught as a whole", async () => {
    const { run } = setup({
      boom: () => {
        throw named("Boom");
      },
      ask: () => null,
    });
    const result = await run({
      StartAt: "Both",
      States: {
        Both: {
          Type: "Parallel",
          Branches: [branch("Waits", { Type: "Wait", Seconds: 3600 }), branch("Fails", callOf("boom"))],
          Catch: [{ ErrorEquals: ["Boom"], Next: "After", Output: "{% $states.errorOutput.Error %}" }],
          End: true,
        },
        After: { Type: "Pass", End: true },
      },
    });
    expect(result).toEqual({ status: "SUCCEEDED", output: "Boom" });
  });

  test("is retried as a whole, from a new start", async () => {
    let attempts = 0;
    const { trace } = setup({
      boom: () => {
        attempts += 1;
        if (attempts === 1) throw named("Boom");
        return attempts;
      },
    });
    const events = await trace(
      only({ Type: "Parallel", Branches: [branch("Fails", callOf("boom"))], Retry: [{ ErrorEquals: ["Boom"] }] }),
    );
    expect(shape(events).slice(6)).toEqual([
      "7<6 TaskFailed",
      "8<7 TaskStateAborted",
      "9<7 ParallelStateStarted",
      "10<9 TaskStateEntered",
      "11<10 TaskScheduled",
      "12<11 TaskStarted",
      "13<12 TaskSucceeded",
      "14<13 TaskStateExited",
      "15<14 ParallelStateSucceeded",
      "16<14 ParallelStateExited",
      "17<16 ExecutionSucceeded",
    ]);
  });

  test("says twice that it has failed when its Catch fails too", async () => {
    const { trace } = setup();
    const events = await trace({
      StartAt: "Both",
      States: {
        Both: {
          Type: "Parallel",
          Branches: [{ StartAt: "No", States: { No: { Type: "Fail", Error: "No" } } }],
          Catch: [{ ErrorEquals: ["States.ALL"], Next: "After", Output: "{% $missing %}" }],
          End: true,
        },
        After: { Type: "Pass", End: true },
      },
    });
    expect(shape(events).slice(3)).toEqual([
      "4<3 FailStateEntered",
      "5<4 ParallelStateFailed",
      "6<4 EvaluationFailed",
      "7<6 ParallelStateFailed",
      "8<7 ExecutionFailed",
    ]);
    expect(events[5]).toMatchObject({ evaluationFailedEventDetails: { location: "Catch[0]/Output", state: "Both" } });
  });

  test("is not heard when a branch cannot go on at all: the execution fails from there", async () => {
    const { engine, start, settle, resultOf } = setup();
    const arn = start({
      StartAt: "Both",
      States: {
        Both: {
          Type: "Parallel",
          Branches: [
            branch("Waits", { Type: "Wait", Seconds: 3600 }),
            {
              StartAt: "Which",
              States: {
                Which: { Type: "Choice", Choices: [{ Condition: false, Next: "Never" }] },
                Never: { Type: "Succeed" },
              },
            },
          ],
          Retry: [{ ErrorEquals: ["States.ALL"] }],
          Catch: [{ ErrorEquals: ["States.ALL"], Next: "After" }],
          End: true,
        },
        After: { Type: "Pass", End: true },
      },
    });
    await settle();
    expect(resultOf(arn)).toEqual({
      status: "FAILED",
      error: "States.Runtime",
      cause:
        "An error occurred while executing the state 'Which' (entered at the event id #5). Failed to transition out of the state. The state does not point to a next state.",
    });
    expect(shape(engine.history(arn)).slice(3)).toEqual([
      "4<3 WaitStateEntered",
      "5<3 ChoiceStateEntered",
      "6<5 ExecutionFailed",
    ]);
    expect(engine.nextDue()).toBeUndefined();
  });

  test("inside a Parallel goes down with it", async () => {
    const { trace } = setup();
    const events = await trace(
      only({
        Type: "Parallel",
        Branches: [
          branch("Inner", { Type: "Parallel", Branches: [branch("Deep", { Type: "Wait", Seconds: 3600 })] }),
          branch("Stop", { Type: "Wait", Seconds: 5, Next: "No", End: undefined }),
        ].map((machine, index) =>
          index === 1 ? { ...machine, States: { ...machine.States, No: { Type: "Fail", Error: "No" } } } : machine,
        ),
      }),
    );
    expect(shape(events).slice(-5)).toEqual([
      "9<8 FailStateEntered",
      "10<9 WaitStateAborted",
      "11<9 ParallelStateAborted",
      "12<9 ParallelStateFailed",
      "13<12 ExecutionFailed",
    ]);
  });
});
