import { describe, expect, test } from "vitest";
import { branch, callOf, named, only, parkAt, setup, shape } from "./setup.ts";

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

  test.each([1, "list", { a: 1 }, null])("fails when it has no Items and its input is %j", async (input) => {
    const { trace } = setup();
    const events = await trace(each({ Type: "Pass" }), input);
    expect(shape(events).slice(2)).toEqual(["3<0 EvaluationFailed", "4<3 MapStateFailed", "5<4 ExecutionFailed"]);
    expect(events[2]?.["evaluationFailedEventDetails"]).toEqual({
      error: "States.QueryEvaluationError",
      cause: `An error occurred while executing the state 'Only' (entered at the event id #2). Map state input must be an array but was: ${JSON.stringify(input)}`,
      state: "Only",
    });
  });

  test("lists what becomes of its iterations in their order", async () => {
    const { trace } = setup();
    const events = await trace(
      only({
        Type: "Map",
        Items: [30, 5],
        ItemProcessor: {
          StartAt: "Long",
          States: {
            Long: { Type: "Wait", Seconds: "{% $states.input %}", Next: "No" },
            No: { Type: "Fail", Error: "No" },
          },
        },
      }),
    );
    expect(shape(events).slice(-6)).toEqual([
      "9<8 FailStateEntered",
      "10<9 MapIterationAborted",
      "11<9 WaitStateAborted",
      "12<9 MapIterationFailed",
      "13<9 MapStateFailed",
      "14<13 ExecutionFailed",
    ]);
  });

  test("inside a Map", async () => {
    const { run } = setup();
    const inner = { Type: "Map", ItemProcessor: branch("Double", { Type: "Pass", Output: "{% $states.input * 2 %}" }) };
    expect(await run(each(inner), [[1], [2, 3]])).toEqual({ status: "SUCCEEDED", output: [[2], [4, 6]] });
  });
});
