import { describe, expect, test } from "vitest";
import { callOf, named, only, parkAt, setup, shape, tokenIn } from "./setup.ts";

const branch = (name: string, state: object) => ({ StartAt: name, States: { [name]: { End: true, ...state } } });

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
      `${events.length - 4}<${failed} TaskStateAborted`,
      `${events.length - 3}<${failed} WaitStateAborted`,
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

describe("a Map", () => {
  const each = (state: object, more: object = {}) =>
    only({ Type: "Map", ItemProcessor: branch("Each", state), ...more });

  test.each([
    { title: "its input", more: {}, input: [1, 2], output: [1, 2] },
    { title: "an expression", more: { Items: "{% $states.input.list %}" }, input: { list: ["a"] }, output: ["a"] },
    { title: "a list with expressions", more: { Items: [1, "{% $states.input %}"] }, input: 2, output: [1, 2] },
    { title: "an empty list", more: { Items: [] }, input: {}, output: [] },
  ])("takes its items from $title", async ({ more, input, output }) => {
    const { run } = setup();
    expect(await run(each({ Type: "Pass" }, more), input)).toEqual({ status: "SUCCEEDED", output });
  });

  test("shapes each input with ItemSelector, and its output", async () => {
    const { run } = setup();
    const result = await run(
      each(
        { Type: "Pass" },
        {
          Items: "{% $states.input.list %}",
          ItemSelector: {
            at: "{% $states.context.Map.Item.Index %}",
            value: "{% $states.context.Map.Item.Value %}",
            of: "{% $states.input.case %}",
          },
          Output: { count: "{% $count($states.result) %}", last: "{% $states.result[-1] %}" },
        },
      ),
      { case: 7, list: ["a", "b"] },
    );
    expect(result).toEqual({ status: "SUCCEEDED", output: { count: 2, last: { at: 1, value: "b", of: 7 } } });
  });

  test("one after the other", async () => {
    const { trace } = setup();
    const events = await trace(each({ Type: "Pass" }, { Items: [1, 2], MaxConcurrency: "{% 1 %}" }));
    expect(shape(events).slice(1)).toEqual([
      "2<0 MapStateEntered",
      "3<2 MapStateStarted",
      "4<3 MapIterationStarted",
      "5<4 PassStateEntered",
      "6<5 PassStateExited",
      "7<6 MapIterationSucceeded",
      "8<6 MapIterationStarted",
      "9<8 PassStateEntered",
      "10<9 PassStateExited",
      "11<10 MapIterationSucceeded",
      "12<11 MapStateSucceeded",
      "13<11 MapStateExited",
      "14<13 ExecutionSucceeded",
    ]);
    expect(events[2]).toMatchObject({ mapStateStartedEventDetails: { length: 2 } });
    expect(events[7]).toMatchObject({ mapIterationStartedEventDetails: { index: 1, name: "Only" } });
    expect(events[10]).toMatchObject({ mapIterationSucceededEventDetails: { index: 1, name: "Only" } });
  });

  test.each([
    { title: "as many as MaxConcurrency allows", more: { MaxConcurrency: 3 }, atOnce: 3 },
    { title: "forty when nothing is said", more: {}, atOnce: 40 },
    { title: "forty for 0", more: { MaxConcurrency: 0 }, atOnce: 40 },
  ])("runs $title at once, and all in the end", async ({ more, atOnce }) => {
    let running = 0;
    let most = 0;
    const { run } = setup({
      work: async (payload) => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        return payload;
      },
    });
    const items = Array.from({ length: 50 }, (_, index) => index);
    expect(await run(each(callOf("work"), { Items: items, ...more }))).toEqual({ status: "SUCCEEDED", output: items });
    expect(most).toBe(atOnce);
  });

  const odd = {
    check: (payload: unknown) => {
      if (Number(payload) % 2 === 1) throw named("Odd", String(payload));
      return payload;
    },
  };

  test("fails with the first failure; the rest is aborted", async () => {
    const { start, settle, engine, resultOf } = setup(odd);
    const arn = start(each(callOf("check"), { Items: [1, 2, 3] }));
    await settle();
    expect(resultOf(arn)).toMatchObject({ status: "FAILED", error: "Odd" });
    const events = engine.history(arn);
    const failed = events.find((event) => event.type === "TaskFailed")?.id ?? 0;
    expect(shape(events).slice(-6)).toEqual([
      `${events.length - 5}<${failed} MapIterationFailed`,
      `${events.length - 4}<${failed} TaskStateAborted`,
      `${events.length - 3}<${failed} MapIterationAborted`,
      `${events.length - 2}<${failed} TaskStateAborted`,
      `${events.length - 1}<${failed} MapStateFailed`,
      `${events.length}<${events.length - 1} ExecutionFailed`,
    ]);
  });

  test("says nothing of iterations that had not begun", async () => {
    const { trace } = setup(odd);
    const events = await trace(each(callOf("check"), { Items: [1, 2, 3], MaxConcurrency: 1 }));
    expect(shape(events).slice(-4)).toEqual([
      "9<8 MapIterationFailed",
      "10<8 TaskStateAborted",
      "11<8 MapStateFailed",
      "12<11 ExecutionFailed",
    ]);
  });

  test("whose tasks time out together shows all timeouts before it fails", async () => {
    const { engine, start, advance } = setup({ ask: () => null });
    const arn = start(each(parkAt("ask", { TimeoutSeconds: 5 }), { Items: [1, 2, 3] }));
    await advance(5);
    const events = shape(engine.history(arn));
    const at = events.findIndex((event) => event.endsWith("TaskTimedOut"));
    expect(events.slice(at).map((event) => event.split(" ")[1])).toEqual([
      "TaskTimedOut",
      "TaskTimedOut",
      "TaskTimedOut",
      "MapIterationFailed",
      "TaskStateAborted",
      "MapIterationAborted",
      "TaskStateAborted",
      "MapIterationAborted",
      "TaskStateAborted",
      "MapStateFailed",
      "ExecutionFailed",
    ]);
  });

  test.each([
    { title: "a count that is enough", more: { ToleratedFailureCount: 2 }, status: "SUCCEEDED" },
    { title: "a count that is not", more: { ToleratedFailureCount: 1 }, status: "FAILED" },
    { title: "a percentage that is enough", more: { ToleratedFailurePercentage: "{% 50 %}" }, status: "SUCCEEDED" },
    { title: "a percentage that is not", more: { ToleratedFailurePercentage: 49 }, status: "FAILED" },
  ])("tolerates failures up to $title", async ({ more, status }) => {
    const { run } = setup(odd);
    const result = await run(each(callOf("check"), { Items: [1, 2, 3, 4], ...more }));
    expect(result.status).toBe(status);
    if (status === "FAILED") expect(result.error).toBe("States.ExceedToleratedFailureThreshold");
    else
      expect(result.output).toEqual([
        expect.objectContaining({ Error: "Odd" }),
        2,
        expect.objectContaining({ Error: "Odd" }),
        4,
      ]);
  });

  test.each([
    {
      title: "a number",
      items: "{% 1 %}",
      tail: "returned an unexpected result type. Expected 'array', but was 'number' for value: 1",
    },
    {
      title: "an object",
      items: "{% {'a': 1} %}",
      tail: `returned an unexpected result type. Expected 'array', but was 'object' for value: {"a":1}`,
    },
    {
      title: "null",
      items: "{% null %}",
      tail: "returned an unexpected result type. Expected 'array', but was 'null' for value: null",
    },
    { title: "a function", items: "{% function($x){$x} %}", tail: "returned an unsupported result type." },
  ])("fails when its items are $title", async ({ items, tail }) => {
    const { trace } = setup();
    const events = await trace(each({ Type: "Pass" }, { Items: items }));
    const expression = items.slice(3, -3);
    const details = {
      error: "States.QueryEvaluationError",
      cause: `An error occurred while executing the state 'Only' (entered at the event id #2). The JSONata expression '${expression}' specified for the field 'Items' ${tail}`,
    };
    expect(shape(events).slice(2)).toEqual(["3<0 EvaluationFailed", "4<3 MapStateFailed", "5<4 ExecutionFailed"]);
    expect(events[2]).toMatchObject({ evaluationFailedEventDetails: { ...details, location: "Items", state: "Only" } });
    expect(events[4]).toMatchObject({ executionFailedEventDetails: details });
  });

  test("inside a Map", async () => {
    const { run } = setup();
    const inner = { Type: "Map", ItemProcessor: branch("Double", { Type: "Pass", Output: "{% $states.input * 2 %}" }) };
    expect(await run(each(inner), [[1], [2, 3]])).toEqual({ status: "SUCCEEDED", output: [[2], [4, 6]] });
  });
});
