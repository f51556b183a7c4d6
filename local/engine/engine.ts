import type { HistoryEvent } from "./history-event.ts";

export * from "./errors.ts";
export type { HistoryEvent } from "./history-event.ts";

/** The only source of time. `now` is epoch milliseconds. */
export interface Clock {
  now(): number;
}

/** Who calls the function: for logs, and to tell a retry from a first call. `attempt` starts at 0. */
export interface InvocationContext {
  readonly executionArn: string;
  readonly stateName: string;
  readonly attempt: number;
}

/**
 * Runs a Lambda function. `functionName` is the plain name, whatever form the definition uses. An `Error` that it throws
 * fails the task with that error's `name`; a `LambdaFault` simulates a fault of the service itself.
 */
export type Invoke = (functionName: string, payload: unknown, context: InvocationContext) => Promise<unknown>;

export interface EngineOptions {
  /** Path of the SQLite file, or ":memory:". */
  readonly file: string;
  readonly clock: Clock;
  readonly invoke: Invoke;
  /** 0 ≤ x < 1, for retry jitter. */
  readonly random?: () => number;
  /** Default "eu-west-1". */
  readonly region?: string;
  /** Default "000000000000". */
  readonly account?: string;
}

export type ExecutionStatus = "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED";

/** As DescribeExecution gives it; `input` and `output` are parsed JSON, dates are epoch milliseconds. */
export interface ExecutionDescription {
  readonly executionArn: string;
  readonly name: string;
  readonly stateMachineArn: string;
  readonly status: ExecutionStatus;
  readonly input: unknown;
  readonly output?: unknown;
  readonly error?: string;
  readonly cause?: string;
  readonly startDate: number;
  readonly stopDate?: number;
}

/** One row of the live picture: where each execution is now. `states` lists the names, inner branches included. */
export interface ExecutionSummary {
  readonly executionArn: string;
  readonly name: string;
  readonly machine: string;
  readonly status: ExecutionStatus;
  readonly states: readonly string[];
  readonly startDate: number;
  readonly stopDate?: number;
}

/** Runs state machines written in the Amazon States Language (JSONata), durably, on one SQLite file. */
export class Engine {
  /** Opens or creates the file; runs nothing until `resume` or `startExecution`. */
  constructor(_options: EngineOptions) {}

  /** Stores the definition and returns the machine's ARN. Throws `InvalidDefinition`. */
  deploy(_name: string, _definition: unknown): string {
    throw new Error("not yet");
  }

  /** Continues every RUNNING execution of the file, once, after the process was started. */
  resume(): void {
    throw new Error("not yet");
  }

  /** Durable before it returns. `machine` is a name or an ARN. Throws `ExecutionAlreadyExists`, `StateMachineDoesNotExist`. */
  startExecution(_start: { readonly machine: string; readonly name?: string; readonly input: unknown }): {
    executionArn: string;
    startDate: number;
  } {
    throw new Error("not yet");
  }

  /** `output` is JSON text. Throws `TaskTimedOut`, `TaskDoesNotExist`, `InvalidToken`, `InvalidOutput`. */
  sendTaskSuccess(_token: string, _output: string): void {
    throw new Error("not yet");
  }

  sendTaskFailure(_token: string, _error?: string, _cause?: string): void {
    throw new Error("not yet");
  }

  sendTaskHeartbeat(_token: string): void {
    throw new Error("not yet");
  }

  stopExecution(_executionArn: string, _error?: string, _cause?: string): void {
    throw new Error("not yet");
  }

  describeExecution(_executionArn: string): ExecutionDescription {
    throw new Error("not yet");
  }

  history(_executionArn: string): HistoryEvent[] {
    throw new Error("not yet");
  }

  executions(): ExecutionSummary[] {
    throw new Error("not yet");
  }

  /** Epoch ms of the next thing to happen by itself; undefined when only people can move things on. */
  nextDue(): number | undefined {
    throw new Error("not yet");
  }

  /** Fires everything due at or before `clock.now()`, oldest first, and waits until idle. */
  async runDue(): Promise<void> {
    throw new Error("not yet");
  }

  /** Resolves when no step and no function call is left. */
  async idle(): Promise<void> {
    throw new Error("not yet");
  }

  close(): void {
    throw new Error("not yet");
  }
}
