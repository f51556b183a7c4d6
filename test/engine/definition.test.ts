import { expect, test } from "vitest";
import { InvalidDefinition } from "../../local/engine/engine.ts";
import { INVOKE, only, setup } from "./setup.ts";

const pass = { Type: "Pass", End: true };
const jsonata = (machine: object) => ({ QueryLanguage: "JSONata", ...machine });
const two = (first: object, second: object = pass) => jsonata({ StartAt: "One", States: { One: first, Two: second } });

test.each([
  { title: "no StartAt", definition: jsonata({ States: { A: pass } }), says: "field 'StartAt'" },
  {
    title: "StartAt that names nobody",
    definition: jsonata({ StartAt: "B", States: { A: pass } }),
    says: "field 'StartAt': no state is named 'B'",
  },
  {
    title: "Next that names nobody",
    definition: jsonata(only({ Type: "Pass", End: undefined, Next: "B" })),
    says: "state 'Only', field 'Next': no state is named 'B' here",
  },
  {
    title: "Default that names nobody",
    definition: two({ Type: "Choice", Choices: [{ Condition: true, Next: "Two" }], Default: "Three" }),
    says: "state 'One', field 'Default'",
  },
  {
    title: "a rule that leads nowhere",
    definition: two({ Type: "Choice", Choices: [{ Condition: true, Next: "Three" }], Default: "Two" }),
    says: "state 'One', field 'Choices/0/Next'",
  },
  {
    title: "a catcher that leads nowhere",
    definition: jsonata(only({ Type: "Task", Resource: INVOKE, Catch: [{ ErrorEquals: ["States.ALL"], Next: "B" }] })),
    says: "state 'Only', field 'Catch/0/Next'",
  },
  {
    title: "both Next and End",
    definition: two({ Type: "Pass", Next: "Two", End: true }),
    says: "state 'One': a state has either 'Next' or 'End': true",
  },
  {
    title: "neither Next nor End",
    definition: jsonata({ StartAt: "A", States: { A: { Type: "Pass" } } }),
    says: "state 'A': a state has either",
  },
  {
    title: "a Choice without rules",
    definition: two({ Type: "Choice", Choices: [], Default: "Two" }),
    says: "state 'One', field 'Choices': a Choice needs at least one rule",
  },
  {
    title: "a Parallel without branches",
    definition: jsonata(only({ Type: "Parallel", Branches: [] })),
    says: "field 'Branches'",
  },
  {
    title: "a Task without Resource",
    definition: jsonata(only({ Type: "Task" })),
    says: "state 'Only', field 'Resource'",
  },
  {
    title: "a Wait without a time",
    definition: jsonata(only({ Type: "Wait" })),
    says: "exactly one of 'Seconds' and 'Timestamp'",
  },
  {
    title: "a Wait with two",
    definition: jsonata(only({ Type: "Wait", Seconds: 1, Timestamp: "2026-01-01T00:00:00Z" })),
    says: "exactly one of 'Seconds' and 'Timestamp'",
  },
  {
    title: "a Timestamp that is none",
    definition: jsonata(only({ Type: "Wait", Timestamp: "2026-01-01 00:00:00Z" })),
    says: "field 'Timestamp': String does not match RFC3339 timestamp",
  },
  {
    title: "a type that there is not",
    definition: jsonata(only({ Type: "Sleep" })),
    says: `state 'Only', field 'Type': "Sleep" is none of`,
  },
  {
    title: "a field that the type has not",
    definition: jsonata(only({ Type: "Pass", Resource: "x" })),
    says: "state 'Only', field 'Resource': Field 'Resource' is not supported",
  },
  { title: "a state that nobody reaches", definition: two(pass), says: `state 'Two': State "Two" is not reachable` },
  {
    title: "no end",
    definition: two({ Type: "Pass", Next: "Two" }, { Type: "Pass", Next: "One" }),
    says: "field 'States': no state ends the machine",
  },
  {
    title: "two states of one name",
    definition: jsonata(only({ Type: "Parallel", Branches: [{ StartAt: "Only", States: { Only: pass } }] })),
    says: "state 'Only': another state of the machine has the same name",
  },
  {
    title: "States.ALL among others",
    definition: jsonata(only({ Type: "Task", Resource: INVOKE, Retry: [{ ErrorEquals: ["A", "States.ALL"] }] })),
    says: "States.ALL must appear alone and at end of list",
  },
  {
    title: "a heartbeat no shorter than the timeout",
    definition: jsonata(only({ Type: "Task", Resource: INVOKE, TimeoutSeconds: 5, HeartbeatSeconds: 5 })),
    says: "HeartbeatSeconds must be smaller than TimeoutSeconds",
  },
  ...["InputPath", "Parameters", "ResultPath", "ResultSelector", "OutputPath"].map((field) => ({
    title: `${field}, which is JSONPath's`,
    definition: jsonata(only({ Type: "Task", Resource: INVOKE, [field]: "$" })),
    says: `state 'Only', field '${field}': The QueryLanguage is set to 'JSONata', but field '${field}' is only supported for the 'JSONPath' QueryLanguage`,
  })),
  {
    title: "a JSONPath state in a JSONata machine",
    definition: jsonata(only({ Type: "Pass", QueryLanguage: "JSONPath" })),
    says: "'QueryLanguage' can not be 'JSONPath'",
  },
  {
    title: "a JSONPath machine",
    definition: only({ Type: "Task", Resource: INVOKE }),
    says: "JSONPath is not supported by this engine",
  },
  {
    title: "an expression that cannot be read",
    definition: jsonata(only({ Type: "Pass", Output: { a: ["{% $x[1,2) %}"] } })),
    says: `state 'Only', field 'Output/a[0]': INVALID_JSONATA_EXPRESSION: Expected "]", got ","`,
  },
  {
    title: "a bare name at the top",
    definition: jsonata(only({ Type: "Pass", Output: "{% phone %}" })),
    says: "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'phone' at the top level is not supported.",
  },
  {
    title: "$$",
    definition: jsonata(only({ Type: "Pass", Output: "{% $$ %}" })),
    says: "Reference to '$$' is not supported.",
  },
  {
    title: "$states.result where there is none",
    definition: jsonata(only({ Type: "Task", Resource: INVOKE, Arguments: "{% $states.result %}" })),
    says: "state 'Only', field 'Arguments': UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$states.result'",
  },
  {
    title: "$states.errorOutput outside a Catch",
    definition: jsonata(only({ Type: "Task", Resource: INVOKE, Output: "{% $states.errorOutput %}" })),
    says: "Reference to '$states.errorOutput'",
  },
  {
    title: "the variable 'states'",
    definition: jsonata(only({ Type: "Pass", Assign: { states: 1 } })),
    says: "field 'Assign/states': the variable name 'states' is reserved",
  },
  {
    title: "a variable that is no name",
    definition: jsonata(only({ Type: "Pass", Assign: { "a-b": 1 } })),
    says: "'a-b' is no variable name",
  },
  {
    title: "an outer variable assigned inside",
    definition: jsonata({
      StartAt: "Note",
      States: {
        Note: { Type: "Pass", Assign: { case: 1 }, Next: "Each" },
        Each: {
          Type: "Map",
          Items: [1],
          ItemProcessor: { StartAt: "In", States: { In: { Type: "Pass", Assign: { case: 2 }, End: true } } },
          End: true,
        },
      },
    }),
    says: "state 'In', field 'Assign/case': The variable name 'case' was already defined in a parent scope",
  },
  {
    title: "a Distributed Map",
    definition: jsonata(
      only({
        Type: "Map",
        ItemProcessor: { ProcessorConfig: { Mode: "DISTRIBUTED" }, StartAt: "In", States: { In: pass } },
      }),
    ),
    says: "field 'ProcessorConfig/Mode'",
  },
])("a definition with $title is refused", ({ definition, says }) => {
  const { engine } = setup();
  expect(() => engine.deploy("complaint", definition)).toThrow(InvalidDefinition);
  expect(() => engine.deploy("complaint", definition)).toThrow(
    expect.objectContaining({ message: expect.stringContaining(says) }),
  );
});

test.each([
  { title: "names below the top", output: "{% $states.input.items[value > 3].{ 'v': value } %}" },
  { title: "the context item below the top", output: "{% $states.input.items.($ + 1) %}" },
  { title: "sorting and grouping by names", output: "{% $states.input.items^(>rank){ kind: $sum(rank) } %}" },
  { title: "a string that only looks like an expression", output: "{% not closed" },
])("expressions may use $title", ({ output }) => {
  const { engine } = setup();
  expect(engine.deploy("complaint", jsonata(only({ Type: "Pass", Output: output })))).toBe(
    "arn:aws:states:eu-west-1:000000000000:stateMachine:complaint",
  );
});

test("a state of a JSONPath machine may speak JSONata, and neutral states need not", async () => {
  const { engine } = setup();
  engine.deploy("complaint", {
    StartAt: "Wait",
    States: {
      Wait: { Type: "Wait", Seconds: 0, Next: "Shape" },
      Shape: { Type: "Pass", QueryLanguage: "JSONata", Output: "{% $states.input + 1 %}", Next: "Done" },
      Done: { Type: "Succeed" },
    },
  });
  const { executionArn } = engine.startExecution({ machine: "complaint", input: 1 });
  await engine.idle();
  expect(engine.describeExecution(executionArn)).toMatchObject({ status: "SUCCEEDED", output: 2 });
});
