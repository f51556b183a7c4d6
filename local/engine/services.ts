import type { Arns } from "./arns.ts";
import type { Machine, State } from "./definition.ts";
import type { Clock } from "./engine.ts";
import type { Expressions } from "./expression.ts";
import type { Frame } from "./frame.ts";
import type { Json } from "./json.ts";
import type { Execution, Store } from "./store.ts";

/** What every step of every execution needs. */
export interface Services {
  readonly store: Store;
  readonly clock: Clock;
  readonly expressions: Expressions;
  readonly arns: Arns;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  /** The definition that the execution started with. */
  machineOf(execution: Execution): Machine;
  /** The state that a frame stands at. */
  stateOf(execution: Execution, frame: Frame): State | undefined;
  inputOf(execution: Execution): Json;
  startExecution(start: StartRequest): StartedExecution;
  /** Ends a running execution; its calls and tokens die with it. */
  endExecution(execution: Execution, end: ExecutionEnd): void;
}

export interface StartRequest {
  readonly machine: string;
  readonly name?: string | undefined;
  readonly input: Json;
  /** The frame, and its call, that waits for the end. */
  readonly caller?: { frame: number; call: number } | undefined;
}

export interface StartedExecution {
  readonly executionArn: string;
  /** Epoch milliseconds. */
  readonly startDate: number;
}

export type ExecutionEnd =
  | { readonly status: "SUCCEEDED"; readonly output: Json }
  | {
      readonly status: "FAILED" | "ABORTED" | "TIMED_OUT";
      readonly error?: string | undefined;
      readonly cause?: string | undefined;
    };
