import { z } from "zod";
import { InvalidDefinition } from "./errors.ts";
import type { Json } from "./json.ts";

/** Anything that JSON can hold, as a payload template is. */
const template: z.ZodType<Json> = z.json();
const names = z.array(z.string().min(1)).min(1);
const expression = z.string().regex(/^\{%[\s\S]*%\}$/, "is neither a number nor a JSONata expression");
const condition = z.string().regex(/^\{%[\s\S]*%\}$/, "is neither a boolean nor a JSONata expression");
const wholeNumber = z.union([z.int().nonnegative(), expression]);
const assign = z.record(z.string(), template).optional();
const text = z.string().optional();

const common = { Comment: text, QueryLanguage: z.enum(["JSONata", "JSONPath"]).optional() };
const step = { ...common, Next: text, End: z.boolean().optional(), Assign: assign, Output: template.optional() };

const retrier = z.strictObject({
  ErrorEquals: names,
  Comment: text,
  IntervalSeconds: z.int().positive().optional(),
  MaxAttempts: z.int().nonnegative().max(99_999_999).optional(),
  BackoffRate: z.number().min(1).optional(),
  MaxDelaySeconds: z.int().positive().max(31_622_400).optional(),
  JitterStrategy: z.enum(["FULL", "NONE"]).optional(),
});
const catcher = z.strictObject({
  ErrorEquals: names,
  Comment: text,
  Next: z.string(),
  Assign: assign,
  Output: template.optional(),
});
const handled = { Retry: z.array(retrier).optional(), Catch: z.array(catcher).optional() };

const choiceRule = z.strictObject({
  Condition: z.union([z.boolean(), condition]),
  Comment: text,
  Next: z.string(),
  Assign: assign,
  Output: template.optional(),
});

const states = {
  Pass: z.strictObject({ Type: z.literal("Pass"), ...step }),
  Task: z.strictObject({
    Type: z.literal("Task"),
    ...step,
    ...handled,
    Resource: z.string(),
    Arguments: template.optional(),
    TimeoutSeconds: wholeNumber.optional(),
    HeartbeatSeconds: wholeNumber.optional(),
    Credentials: template.optional(),
  }),
  Choice: z.strictObject({
    Type: z.literal("Choice"),
    ...common,
    Assign: assign,
    Output: template.optional(),
    Choices: z.array(choiceRule).min(1, "a Choice needs at least one rule"),
    Default: text,
  }),
  Wait: z.strictObject({ Type: z.literal("Wait"), ...step, Seconds: wholeNumber.optional(), Timestamp: text }),
  Succeed: z.strictObject({ Type: z.literal("Succeed"), ...common, Output: template.optional() }),
  Fail: z.strictObject({ Type: z.literal("Fail"), ...common, Error: text, Cause: text }),
  Parallel: z.strictObject({
    Type: z.literal("Parallel"),
    ...step,
    ...handled,
    Arguments: template.optional(),
    Branches: z.array(z.unknown()).min(1, "a Parallel needs at least one branch"),
  }),
  Map: z.strictObject({
    Type: z.literal("Map"),
    ...step,
    ...handled,
    Items: z.union([z.array(template), expression]).optional(),
    ItemSelector: template.optional(),
    ItemProcessor: z.unknown(),
    MaxConcurrency: wholeNumber.optional(),
    ToleratedFailureCount: wholeNumber.optional(),
    ToleratedFailurePercentage: z.union([z.number().min(0).max(100), expression]).optional(),
  }),
} as const;

const processorConfig = z.strictObject({ Mode: z.literal("INLINE").optional() });
const machineFields = z.strictObject({
  Comment: text,
  StartAt: z.string(),
  States: z.record(z.string(), z.unknown()),
  QueryLanguage: z.enum(["JSONata", "JSONPath"]).optional(),
  Version: text,
  TimeoutSeconds: z.int().positive().optional(),
  ProcessorConfig: processorConfig.optional(),
});

export type Retrier = z.infer<typeof retrier>;
export type Catcher = z.infer<typeof catcher>;
export type PassState = z.infer<typeof states.Pass>;
export type TaskState = z.infer<typeof states.Task>;
export type ChoiceState = z.infer<typeof states.Choice>;
export type WaitState = z.infer<typeof states.Wait>;
export type SucceedState = z.infer<typeof states.Succeed>;
export type FailState = z.infer<typeof states.Fail>;
export type ParallelState = Omit<z.infer<typeof states.Parallel>, "Branches"> & { readonly Branches: Machine[] };
export type MapState = Omit<z.infer<typeof states.Map>, "ItemProcessor"> & { readonly ItemProcessor: Machine };
export type State =
  | PassState
  | TaskState
  | ChoiceState
  | WaitState
  | SucceedState
  | FailState
  | ParallelState
  | MapState;

/** A state machine, or the inner one of a Parallel branch or a Map. */
export interface Machine {
  readonly StartAt: string;
  readonly States: ReadonlyMap<string, State>;
  /** Seconds; only the outermost machine has it. */
  readonly TimeoutSeconds?: number | undefined;
}

type QueryLanguage = "JSONata" | "JSONPath";

const jsonPathFields = [
  "InputPath",
  "OutputPath",
  "ResultPath",
  "ResultSelector",
  "Parameters",
  "Result",
  "ItemsPath",
  "MaxConcurrencyPath",
  "TimeoutSecondsPath",
  "HeartbeatSecondsPath",
  "SecondsPath",
  "TimestampPath",
  "ErrorPath",
  "CausePath",
  "ToleratedFailureCountPath",
  "ToleratedFailurePercentagePath",
];

/** States that mean the same in both query languages as long as they use no field of the other one. */
const neutralTypes: readonly unknown[] = ["Pass", "Wait", "Succeed", "Fail"];

/** Reads the outline of a definition: the fields and their types. `checkDefinition` checks what it means. Throws `InvalidDefinition`. */
export function parseDefinition(definition: unknown): Machine {
  const language = z.looseObject({ QueryLanguage: z.unknown() }).safeParse(definition).data?.QueryLanguage;
  return parseMachine(definition, language === "JSONata" ? "JSONata" : "JSONPath", undefined);
}

function parseMachine(definition: unknown, language: QueryLanguage, inside: string | undefined): Machine {
  const fields = parseWith(machineFields, definition, inside);
  if (inside !== undefined) {
    for (const field of ["QueryLanguage", "TimeoutSeconds", "Version"] as const) {
      if (fields[field] !== undefined) {
        throw new InvalidDefinition({ state: inside, field, reason: `Field '${field}' is not supported here` });
      }
    }
  }
  return {
    StartAt: fields.StartAt,
    States: new Map(
      Object.entries(fields.States).map(([name, state]) => [name, parseState(name, state, language)] as const),
    ),
    TimeoutSeconds: fields.TimeoutSeconds,
  };
}

function parseState(name: string, definition: unknown, machineLanguage: QueryLanguage): State {
  const outline = z.record(z.string(), z.unknown()).safeParse(definition).data;
  if (outline === undefined) throw new InvalidDefinition({ state: name, reason: "a state is a JSON object" });
  checkQueryLanguage(name, outline, machineLanguage);
  const type = z.enum(stateTypes).safeParse(outline["Type"]).data;
  switch (type) {
    case "Parallel": {
      const state = parseWith(states.Parallel, outline, name);
      return { ...state, Branches: state.Branches.map((branch) => parseMachine(branch, machineLanguage, name)) };
    }
    case "Map": {
      const state = parseWith(states.Map, outline, name);
      return { ...state, ItemProcessor: parseMachine(state.ItemProcessor, machineLanguage, name) };
    }
    case undefined:
      throw new InvalidDefinition({
        state: name,
        field: "Type",
        reason: `${JSON.stringify(outline["Type"]) ?? "nothing"} is none of ${stateTypes.join(", ")}`,
      });
    default:
      return parseWith(states[type], outline, name);
  }
}

const stateTypes = ["Pass", "Task", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map"] as const;

function checkQueryLanguage(name: string, outline: Record<string, unknown>, machineLanguage: QueryLanguage): void {
  if (machineLanguage === "JSONata" && outline["QueryLanguage"] === "JSONPath") {
    throw new InvalidDefinition({
      state: name,
      field: "QueryLanguage",
      reason: "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
    });
  }
  const isJsonata = (outline["QueryLanguage"] ?? machineLanguage) === "JSONata";
  const misplaced = jsonPathFields.find((field) => field in outline);
  if (isJsonata && misplaced !== undefined) {
    throw new InvalidDefinition({
      state: name,
      field: misplaced,
      reason: `The QueryLanguage is set to 'JSONata', but field '${misplaced}' is only supported for the 'JSONPath' QueryLanguage`,
    });
  }
  if (!isJsonata && (misplaced !== undefined || !neutralTypes.includes(outline["Type"]))) {
    throw new InvalidDefinition({
      state: name,
      field: "QueryLanguage",
      reason: "JSONPath is not supported by this engine; set 'QueryLanguage' to 'JSONata'",
    });
  }
}

function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  state: string | undefined,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  if (issue === undefined) throw result.error;
  const unknownField = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const path = [...issue.path, ...(unknownField === undefined ? [] : [unknownField])];
  throw new InvalidDefinition({
    state,
    field: path.length === 0 ? undefined : path.map(String).join("/"),
    reason: unknownField === undefined ? issue.message : `Field '${unknownField}' is not supported`,
  });
}
