import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { Engine, type EngineOptions, type HistoryEvent, type InvocationContext } from "../../local/engine/engine.ts";

export const NOON = Date.parse("2026-01-05T12:00:00.000Z");
export const INVOKE = "arn:aws:states:::lambda:invoke";
export const PARK = "arn:aws:states:::lambda:invoke.waitForTaskToken";

type LambdaFunction = (payload: unknown, context: InvocationContext) => unknown;

export interface Result {
  readonly status: string;
  readonly output?: unknown;
  readonly error?: string;
  readonly cause?: string;
}

export interface Call {
  readonly name: string;
  readonly payload: unknown;
  readonly attempt: number;
}

/** An engine in memory, on a clock that stands at noon, with the given functions. */
export function setup(
  functions: Readonly<Record<string, LambdaFunction>> = {},
  options: Partial<Omit<EngineOptions, "clock" | "invoke">> = {},
) {
  const clock = { time: NOON, now: () => clock.time };
  const calls: Call[] = [];
  const engine = new Engine({
    file: ":memory:",
    ...options,
    clock,
    invoke: async (name, payload, context) => {
      calls.push({ name, payload, attempt: context.attempt });
      const found = functions[name];
      if (found === undefined) throw new Error(`no function ${name}`);
      return await found(payload, context);
    },
  });
  onTestFinished(() => engine.close());
  return { engine, clock, calls, ...driver(engine, clock) };
}

/** Ways to move an engine on. */
export function driver(engine: Engine, clock: { time: number }) {
  /** Starts an execution of the definition (JSONata) and returns its ARN. */
  const start = (definition: object, input: unknown = {}): string => {
    engine.deploy("complaint", { QueryLanguage: "JSONata", ...definition });
    return engine.startExecution({ machine: "complaint", input }).executionArn;
  };
  /** Moves the clock to each due time until nothing is due any more. */
  const settle = async (): Promise<void> => {
    await engine.idle();
    for (let due = engine.nextDue(); due !== undefined; due = engine.nextDue()) {
      clock.time = Math.max(clock.time, due);
      await engine.runDue();
      await engine.idle();
    }
  };
  const advance = async (seconds: number): Promise<void> => {
    await engine.idle();
    clock.time += seconds * 1000;
    await engine.runDue();
    await engine.idle();
  };
  const resultOf = (arn: string): Result => {
    const { status, output, error, cause } = engine.describeExecution(arn);
    return {
      status,
      ...(output === undefined ? {} : { output }),
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause }),
    };
  };
  /** Starts the definition and runs it to its end. */
  const run = async (definition: object, input: unknown = {}): Promise<Result> => {
    const arn = start(definition, input);
    await settle();
    return resultOf(arn);
  };
  /** Like `run`, for the history. */
  const trace = async (definition: object, input: unknown = {}): Promise<HistoryEvent[]> => {
    const arn = start(definition, input);
    await settle();
    return engine.history(arn);
  };
  return { start, settle, advance, resultOf, run, trace };
}

/** A machine of one state that ends it. */
export function only(state: object): object {
  return { StartAt: "Only", States: { Only: { End: true, ...state } } };
}

/** A machine of one named state, as a branch or an item processor. */
export function branch(name: string, state: object): { StartAt: string; States: Record<string, object> } {
  return { StartAt: name, States: { [name]: { End: true, ...state } } };
}

/** `id<previous Type` of each event: the shape of a history. */
export function shape(events: readonly HistoryEvent[]): string[] {
  return events.map((event) => `${event.id}<${event.previousEventId} ${event.type}`);
}

/** A Task that calls a function by name with the state's input. */
export function callOf(name: string, more: object = {}): object {
  return {
    Type: "Task",
    Resource: INVOKE,
    Arguments: { FunctionName: name, Payload: "{% $states.input %}" },
    Output: "{% $states.result.Payload %}",
    ...more,
  };
}

/** A Task that gives its token to a function and waits for the answer. */
export function parkAt(name: string, more: object = {}): object {
  return {
    Type: "Task",
    Resource: PARK,
    Arguments: { FunctionName: name, Payload: { token: "{% $states.context.Task.Token %}" } },
    ...more,
  };
}

/** An error as a function throws it, with a name that a retrier knows. */
export function named(name: string, message = "it did not work"): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

/** The path of a database file in a folder of its own, which goes when the test ends. */
export function databaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "engine-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "engine.sqlite");
}

/** The token in a payload that `parkAt` made. */
export function tokenIn(payload: unknown): string {
  if (typeof payload === "object" && payload !== null && "token" in payload) return String(payload.token);
  throw new Error("no token in the payload");
}
