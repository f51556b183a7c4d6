import { describe, expect, test } from "vitest";
import { only, setup, shape } from "./setup.ts";

async function evaluate(expression: string, input: unknown = {}) {
  const { run } = setup({}, { random: () => 0.25 });
  return await run(only({ Type: "Pass", Output: { v: `{% ${expression} %}` } }), input);
}

describe("the functions that Step Functions adds", () => {
  test.each([
    { expression: "$partition([1, 2, 3, 4, 5], 2)", value: [[1, 2], [3, 4], [5]] },
    { expression: "$partition([1, 2, 3], 2.9)", value: [[1, 2], [3]] },
    { expression: "$range(0, 10, 3)", value: [0, 3, 6, 9] },
    { expression: "$range(5, 1, -2)", value: [5, 3, 1] },
    { expression: "$range(4, 4, 1)", value: 4 },
    { expression: "$hash('abc', 'MD5')", value: "900150983cd24fb0d6963f7d28e17f72" },
    { expression: "$length($hash('klacht', 'SHA-1'))", value: 40 },
    { expression: "$hash('', 'SHA-256')", value: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
    { expression: "$length($hash('klacht', 'SHA-384'))", value: 96 },
    { expression: "$length($hash('klacht', 'SHA-512'))", value: 128 },
    { expression: "$random()", value: 0.25 },
    { expression: "$random(42)", value: 0.7275636800328681 },
    { expression: "$random(-1.5) = $random(-1)", value: true },
    { expression: "$partition([1, 2, 3])", value: [[1, 2, 3]] },
    { expression: "$range(-1.7, 2, 1)", value: [-1, 0, 1, 2] },
    { expression: "$range(1, 2, 5)", value: 1 },
    { expression: "$map(['1', '[2]'], $parse)", value: [1, [2]] },
    { expression: "[1 / 0, 0 / 0]", value: ["Infinity", "NaN"] },
    { expression: "$states.input.one[a = 1].b", value: 2 },
    { expression: "[$states.input.one[a = 1].b]", value: [2] },
    { expression: "$states.input.one", value: [{ a: 1, b: 2 }] },
    { expression: "$map($states.input.one, function($x){ $x.b })", value: 2 },
    { expression: "[$states.input.one.c, 1]", value: [1] },
    { expression: "{'a': $states.input.missing, 'b': 1}", value: { b: 1 } },
    {
      expression: "$contains($uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)",
      value: true,
    },
    { expression: "$uuid() = $uuid()", value: false },
    { expression: "$parse('{\"a\": [1, null]}')", value: { a: [1, null] } },
    { expression: "$now()", value: "2026-01-05T12:00:00.000Z" },
    { expression: "$now('[D01]-[M01]-[Y]', '+0100')", value: "05-01-2026" },
    { expression: "$millis()", value: Date.parse("2026-01-05T12:00:00.000Z") },
    { expression: "$toMillis('08:30', '[H01]:[m01]')", value: Date.parse("2026-01-05T08:30:00.000Z") },
    { expression: "1 / 0", value: "Infinity" },
    { expression: "$type($states.input.nothing) = 'null'", value: true },
    { expression: "$exists($missing)", value: false },
  ])("$expression", async ({ expression, value }) => {
    const input = { nothing: null, one: [{ a: 1, b: 2 }] };
    expect(await evaluate(expression, input)).toEqual({ status: "SUCCEEDED", output: { v: value } });
  });
});

describe("an expression that fails", () => {
  test.each([
    { title: "an undefined variable", expression: "$missing", tail: "returned nothing (undefined)." },
    { title: "an undefined member", expression: "$states.input.missing", tail: "returned nothing (undefined)." },
    { title: "an empty partition", expression: "$partition([], 2)", tail: "returned nothing (undefined)." },
    { title: "a partition into nothing", expression: "$partition([1], -0.5)", tail: "returned nothing (undefined)." },
    { title: "a range that leads away", expression: "$range(0, 5, -1)", tail: "returned nothing (undefined)." },
    { title: "a range without a step", expression: "$range(1, 5)", tail: "returned nothing (undefined)." },
    { title: "a hash without a name", expression: "$hash('a')", tail: "returned nothing (undefined)." },
    ...[
      { call: "$partition([1], null)", name: "partition", position: 2 },
      { call: "$partition([1], 2, 99)", name: "partition", position: 3 },
      { call: "$range('a', 5, 1)", name: "range", position: 1 },
      { call: "$range(1)", name: "range", position: 2 },
      { call: "$range(1, 5, 1, 99)", name: "range", position: 4 },
      { call: "$hash()", name: "hash", position: 1 },
      { call: "$hash('a', 5)", name: "hash", position: 2 },
      { call: "$hash('a', 'MD5', 'x')", name: "hash", position: 3 },
      { call: "$parse(null)", name: "parse", position: 1 },
      { call: "$parse('1', 1)", name: "parse", position: 2 },
      { call: "$random(null)", name: "random", position: 1 },
      { call: "$random(7, 8)", name: "random", position: 2 },
      { call: "$uuid('x')", name: "uuid", position: 1 },
    ].map(({ call, name, position }) => ({
      title: `an argument of ${call}`,
      expression: call,
      tail: `threw an error during evaluation. T0410: Argument ${position} of function "${name}" does not match function signature`,
    })),
    {
      title: "a partition of no array",
      expression: "$partition('a', 2)",
      tail: 'threw an error during evaluation. T0412: Argument 1 of function "partition" must be an array of undefined',
    },
    {
      title: "a partition into negative chunks",
      expression: "$partition([1], -1)",
      tail: "threw an error during evaluation. D3137: Second argument must be zero or greater",
    },
    {
      title: "a text that is not JSON",
      expression: "$parse('')",
      tail: "threw an error during evaluation. D3137: Invalid JSON",
    },
    { title: "a function", expression: "function($x){ $x }", tail: "returned an unsupported result type." },
    { title: "a function inside an object", expression: "{'f': $sum}", tail: "returned an unsupported result type." },
    {
      title: "a type error",
      expression: "1 + 'a'",
      tail: 'threw an error during evaluation. T2002: The right side of the "+" operator must evaluate to a number',
    },
    {
      title: "eval, which is not offered",
      expression: "$eval('1')",
      tail: "threw an error during evaluation. T1006: Attempted to invoke a non-function",
    },
    {
      title: "an unknown hash",
      expression: "$hash('a', 'CRC')",
      tail: "threw an error during evaluation. D3137: Hash algorithm 'CRC' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5",
    },
    {
      title: "an error of its own",
      expression: "$error('not heard')",
      tail: "threw an error during evaluation. D3137: not heard",
    },
    {
      title: "too deep a recursion",
      expression: "($f := function($n){ 1 + $f($n + 1) }; $f(1))",
      tail: "threw an error during evaluation: Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive",
    },
    {
      title: "too much memory",
      expression: "$count([1..900000])",
      tail: "threw an error during evaluation: Expression evaluation memory limit exceeded: Check for excessive memory usage",
    },
    {
      title: "a loop without end",
      expression: "($f := function($n){ $f($n + 1) }; $f(1))",
      tail: "threw an error during evaluation: Expression evaluation timeout: Check for infinite loop",
    },
  ])("names $title", async ({ expression, tail }) => {
    expect(await evaluate(expression)).toEqual({
      status: "FAILED",
      error: "States.QueryEvaluationError",
      cause: `An error occurred while executing the state 'Only' (entered at the event id #2). The JSONata expression '${expression}' specified for the field 'Output/v' ${tail}`,
    });
  });

  test("is an event of its own, before the end", async () => {
    const { trace } = setup();
    const events = await trace(only({ Type: "Pass", Output: { list: ["x", "{% $nothing %}"] } }));
    const cause =
      "An error occurred while executing the state 'Only' (entered at the event id #2). The JSONata expression '$nothing' specified for the field 'Output/list[1]' returned nothing (undefined).";
    expect(events.slice(2)).toEqual([
      {
        id: 3,
        previousEventId: 0,
        timestamp: "2026-01-05T12:00:00.000Z",
        type: "EvaluationFailed",
        evaluationFailedEventDetails: {
          cause,
          error: "States.QueryEvaluationError",
          location: "Output/list[1]",
          state: "Only",
        },
      },
      {
        id: 4,
        previousEventId: 3,
        timestamp: "2026-01-05T12:00:00.000Z",
        type: "ExecutionFailed",
        executionFailedEventDetails: { cause, error: "States.QueryEvaluationError" },
      },
    ]);
  });
});

test("a failed expression follows the event before its state was entered", async () => {
  const { trace } = setup();
  const events = await trace({
    StartAt: "Before",
    States: { Before: { Type: "Pass", Next: "Fails" }, Fails: { Type: "Pass", Output: "{% $missing %}", End: true } },
  });
  expect(shape(events).slice(3)).toEqual(["4<3 PassStateEntered", "5<3 EvaluationFailed", "6<5 ExecutionFailed"]);
});

test("a Task looks at its Arguments after it was entered, and anew at each attempt", async () => {
  const { trace } = setup();
  const events = await trace(
    only({
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Arguments: { FunctionName: "send", Payload: { x: "{% $missing %}" } },
      Retry: [{ ErrorEquals: ["States.QueryEvaluationError"], MaxAttempts: 1 }],
    }),
  );
  expect(shape(events).slice(1)).toEqual([
    "2<0 TaskStateEntered",
    "3<2 EvaluationFailed",
    "4<3 EvaluationFailed",
    "5<4 ExecutionFailed",
  ]);
  expect(events[2]).toMatchObject({ evaluationFailedEventDetails: { location: "Arguments/Payload/x" } });
});

test("a hundred nested levels are still evaluated", async () => {
  expect(await evaluate(Array(100).fill("1").join(" + "))).toEqual({ status: "SUCCEEDED", output: { v: 100 } });
});

test("the context object tells of the execution, the machine and the state", async () => {
  const { engine, start, settle, resultOf } = setup();
  const arn = start(only({ Type: "Pass", Output: "{% $states.context %}" }), { case: 7 });
  await settle();
  expect(resultOf(arn).output).toEqual({
    Execution: {
      Id: arn,
      Input: { case: 7 },
      Name: engine.describeExecution(arn).name,
      RoleArn: "arn:aws:iam::000000000000:role/complaint",
      StartTime: "2026-01-05T12:00:00.000Z",
      RedriveCount: 0,
    },
    StateMachine: { Id: "arn:aws:states:eu-west-1:000000000000:stateMachine:complaint", Name: "complaint" },
    State: { Name: "Only", EnteredTime: "2026-01-05T12:00:00.000Z" },
  });
});
