import { expect, test } from "vitest";
import { callOf, only, setup } from "./setup.ts";

test("variables live on from state to state", async () => {
  const { run } = setup();
  const result = await run(
    {
      StartAt: "Note",
      States: {
        Note: {
          Type: "Pass",
          Assign: { case: "{% $states.input.id %}", list: [1, "{% 1 + 1 %}"], nothing: null },
          Next: "Show",
        },
        Show: { Type: "Pass", Output: ["{% $case %}", "{% $list %}", "{% $nothing %}"], End: true },
      },
    },
    { id: 7 },
  );
  expect(result).toEqual({ status: "SUCCEEDED", output: [7, [1, 2], null] });
});

test("Assign and Output both see the values from before", async () => {
  const { run } = setup();
  const result = await run({
    StartAt: "First",
    States: {
      First: { Type: "Pass", Assign: { a: 1, b: 2 }, Next: "Swap" },
      Swap: { Type: "Pass", Assign: { a: "{% $b %}", b: "{% $a %}" }, Output: ["{% $a %}", "{% $b %}"], Next: "Show" },
      Show: { Type: "Pass", Output: { before: "{% $states.input %}", after: ["{% $a %}", "{% $b %}"] }, End: true },
    },
  });
  expect(result.output).toEqual({ before: [1, 2], after: [2, 1] });
});

test("an expression's own variables do not leave it", async () => {
  const { run } = setup();
  const result = await run({
    StartAt: "First",
    States: {
      First: { Type: "Pass", Assign: { a: 1 }, Next: "Second" },
      Second: { Type: "Pass", Output: "{% ($a := 5; $a) %}", Next: "Third" },
      Third: { Type: "Pass", Output: ["{% $states.input %}", "{% $a %}"], End: true },
    },
  });
  expect(result.output).toEqual([5, 1]);
});

test("a task assigns from its result", async () => {
  const { trace } = setup({ assess: () => ({ outcome: "handle" }) });
  const events = await trace(
    only(callOf("assess", { Assign: { outcome: "{% $states.result.Payload.outcome %}", n: 3 } })),
  );
  expect(events.find((event) => event.type === "TaskStateExited")).toMatchObject({
    stateExitedEventDetails: {
      assignedVariables: { outcome: '"handle"', n: "3" },
      assignedVariablesDetails: { truncated: false },
    },
  });
});

test("an empty Assign leaves no trace", async () => {
  const { trace } = setup();
  const events = await trace(only({ Type: "Pass", Assign: {} }));
  expect(events[2]?.["stateExitedEventDetails"]).toEqual({
    name: "Only",
    output: "{}",
    outputDetails: { truncated: false },
  });
});

test("branches and iterations read outer variables; their own end with them", async () => {
  const { run } = setup();
  const inner = (name: string) => ({
    StartAt: name,
    States: {
      [name]: { Type: "Pass", Assign: { mine: "{% $outer & '!' %}" }, Next: `${name} shows` },
      [`${name} shows`]: { Type: "Pass", Output: "{% $mine %}", End: true },
    },
  });
  const result = await run({
    StartAt: "Note",
    States: {
      Note: { Type: "Pass", Assign: { outer: "seen" }, Next: "Side by side" },
      "Side by side": { Type: "Parallel", Branches: [inner("left"), inner("right")], Next: "Each" },
      Each: {
        Type: "Map",
        Items: [1, 2],
        ItemProcessor: inner("each"),
        Output: ["{% $states.input %}", "{% $states.result %}"],
        Next: "After",
      },
      After: { Type: "Pass", Output: { all: "{% $states.input %}", gone: "{% $not($exists($mine)) %}" }, End: true },
    },
  });
  expect(result).toEqual({
    status: "SUCCEEDED",
    output: {
      all: [
        ["seen!", "seen!"],
        ["seen!", "seen!"],
      ],
      gone: true,
    },
  });
});
