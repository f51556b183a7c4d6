import { Arns, machineName } from "./arns.ts";
import { parseDefinition } from "./definition.ts";
import { checkDefinition } from "./definition-rules.ts";
import {
  ExecutionDoesNotExist,
  InvalidDefinition,
  InvalidExecutionInput,
  InvalidOutput,
  InvalidToken,
  TaskDoesNotExist,
  TaskTimedOut,
} from "./errors.ts";
import { Executions } from "./executions.ts";
import { Expressions } from "./expression.ts";
import type { Answer, Frame } from "./frame.ts";
import type { HistoryEvent } from "./history-event.ts";
import { asJson, type Json, jsonBytes, PAYLOAD_LIMIT_BYTES, parseJson } from "./json.ts";
import { Runner } from "./runner.ts";
import { type Execution, Store } from "./store.ts";
import { isToken } from "./token.ts";

export * from "./errors.ts";
export type { HistoryEvent } from "./history-event.ts";
export { LambdaFault } from "./lambda-fault.ts";

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
 * fails the task with that error's `name`; a `LambdaFault` simulates a fault of the service itself. After a restart a call
 * that was under way is made again, so functions must be idempotent.
 */
export type Invoke = (functionName: string, payload: unknown, context: InvocationContext) => Promise<unknown>;

/** Stands in for another service integration. Takes the Task's Arguments and returns its result. */
export type Integration = (argument: unknown, context: InvocationContext) => Promise<unknown>;

export interface EngineOptions {
  /** Path of the SQLite file, or ":memory:". */
  readonly file: string;
  readonly clock: Clock;
  readonly invoke: Invoke;
  /** 0 ≤ x < 1, for retry jitter and `$random()`. */
  readonly random?: () => number;
  /** Default "eu-west-1". */
  readonly region?: string;
  /** Default "000000000000". */
  readonly account?: string;
  /** By service and action, such as `sqs:sendMessage` or `aws-sdk:s3:getObject`. */
  readonly integrations?: Readonly<Record<string, Integration>>;
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
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #arns: Arns;
  readonly #executions: Executions;
  readonly #runner: Runner;

  /** Opens or creates the file; runs nothing until `resume` or `startExecution`. */
  constructor(options: EngineOptions) {
    const random = options.random ?? Math.random;
    this.#clock = options.clock;
    this.#store = new Store(options.file);
    this.#arns = new Arns(options.region ?? "eu-west-1", options.account ?? "000000000000");
    this.#executions = new Executions({
      store: this.#store,
      clock: options.clock,
      expressions: new Expressions(random),
      arns: this.#arns,
      random,
    });
    this.#runner = new Runner(this.#executions, options.invoke, options.integrations ?? {});
  }

  /**
   * Stores the definition, parsed ASL JSON with resolved ARNs, and returns the machine's ARN. Running executions keep the
   * definition that they started with. Throws `InvalidDefinition`.
   */
  deploy(name: string, definition: unknown): string {
    if (!/^[\w.-]{1,80}$/.test(name)) {
      throw new InvalidDefinition({ reason: `'${name}' is no name for a state machine` });
    }
    const json = asJson(definition);
    checkDefinition(parseDefinition(json));
    this.#store.transaction(() => this.#store.deploy(name, JSON.stringify(json)));
    return this.#arns.machine(name);
  }

  /** Continues every RUNNING execution of the file, once, after the process was started. */
  resume(): void {
    this.#runner.resume();
  }

  /**
   * Durable before it returns. `machine` is a name or an ARN. The same name with the same input, while that execution
   * runs, answers with it. Throws `ExecutionAlreadyExists`, `StateMachineDoesNotExist`, `InvalidName`,
   * `InvalidExecutionInput`.
   */
  startExecution(start: { readonly machine: string; readonly name?: string | undefined; readonly input: unknown }): {
    executionArn: string;
    startDate: number;
  } {
    const input = asJson(start.input);
    if (jsonBytes(input) > PAYLOAD_LIMIT_BYTES) {
      throw new InvalidExecutionInput(`larger than ${PAYLOAD_LIMIT_BYTES} bytes`);
    }
    return this.#executions.startExecution({ machine: machineName(start.machine), name: start.name, input });
  }

  /** `output` is JSON text. Throws `TaskTimedOut`, `TaskDoesNotExist`, `InvalidToken`, `InvalidOutput`. */
  sendTaskSuccess(token: string, output: string): void {
    const frame = this.#frameOf(token);
    this.#answerToken(frame, { kind: "completed", output: readOutput(output) });
  }

  /** Throws `TaskTimedOut`, `TaskDoesNotExist`, `InvalidToken`. */
  sendTaskFailure(token: string, error?: string, cause?: string): void {
    this.#answerToken(this.#frameOf(token), { kind: "failed", error, cause });
  }

  /** Pushes the heartbeat timeout out. Throws `TaskTimedOut`, `TaskDoesNotExist`, `InvalidToken`. */
  sendTaskHeartbeat(token: string): void {
    const frame = this.#frameOf(token);
    const beat = frame.work?.heartbeatSeconds;
    if (beat !== undefined) this.#store.moveTimer(frame.id, "heartbeat", this.#clock.now() + beat * 1000);
  }

  /** Ends a running execution as ABORTED; does nothing to one that has ended. Throws `ExecutionDoesNotExist`. */
  stopExecution(executionArn: string, error?: string, cause?: string): void {
    const execution = this.#find(executionArn);
    if (execution.status !== "RUNNING") return;
    this.#executions.endExecution(execution, { status: "ABORTED", error, cause });
    this.#runner.settle();
  }

  /** Throws `ExecutionDoesNotExist`. */
  describeExecution(executionArn: string): ExecutionDescription {
    const execution = this.#find(executionArn);
    return {
      executionArn: execution.arn,
      name: execution.name,
      stateMachineArn: this.#arns.machine(execution.machine),
      status: execution.status,
      input: parseJson(execution.input),
      ...(execution.output === undefined ? {} : { output: parseJson(execution.output) }),
      ...(execution.error === undefined ? {} : { error: execution.error }),
      ...(execution.cause === undefined ? {} : { cause: execution.cause }),
      startDate: execution.started,
      ...(execution.stopped === undefined ? {} : { stopDate: execution.stopped }),
    };
  }

  /** Oldest event first. Throws `ExecutionDoesNotExist`. */
  history(executionArn: string): HistoryEvent[] {
    return this.#store.history(this.#find(executionArn).id);
  }

  /** All executions, oldest first. */
  executions(): ExecutionSummary[] {
    return this.#store.executions().map((execution) => ({
      executionArn: execution.arn,
      name: execution.name,
      machine: execution.machine,
      status: execution.status,
      states: this.#statesOf(execution),
      startDate: execution.started,
      ...(execution.stopped === undefined ? {} : { stopDate: execution.stopped }),
    }));
  }

  /** Epoch ms of the next thing to happen by itself; undefined when only people can move things on. */
  nextDue(): number | undefined {
    return this.#store.nextDue();
  }

  /** Whether a function or a token may still answer. Without, nothing happens before `nextDue`. */
  awaitsAnswers(): boolean {
    return this.#store.framesIn(["working"]).length > 0;
  }

  /**
   * Fires everything due at or before `clock.now()`, oldest first, and takes the steps that follow. It does not wait for
   * functions that run, because what is due may be their timeout; `idle` does.
   */
  async runDue(): Promise<void> {
    await this.#runner.runDue();
  }

  /** Resolves when no step and no function call is left. */
  async idle(): Promise<void> {
    await this.#runner.idle();
  }

  /** Lets go of the file. Calls that are under way are forgotten, and made again after the next `resume`. */
  close(): void {
    this.#runner.close();
    this.#store.close();
  }

  #find(executionArn: string): Execution {
    const execution = this.#store.executionByArn(executionArn);
    if (execution === undefined) throw new ExecutionDoesNotExist(executionArn);
    return execution;
  }

  #statesOf(execution: Execution): string[] {
    if (execution.status !== "RUNNING") return [];
    return this.#store
      .framesOf(execution.id)
      .filter(({ phase }) => phase !== "pending" && phase !== "ended" && phase !== "reported")
      .map((frame) => frame.state);
  }

  #frameOf(token: string): Frame {
    if (!isToken(token)) throw new InvalidToken();
    const id = this.#store.frameOfToken(token);
    if (id === undefined) throw new TaskDoesNotExist();
    // The token is as alive as the work that it was made for: until an answer, a timeout, or the end of the branch.
    const frame = this.#store.frame(id);
    const isAnswered = frame?.work?.early !== undefined || (frame?.answer?.kind ?? "returned") !== "returned";
    if (frame?.work?.token !== token || isAnswered) throw new TaskTimedOut();
    return frame;
  }

  #answerToken(frame: Frame, answer: Answer): void {
    this.#runner.answerToken(frame, answer);
  }
}

function readOutput(text: string): Json {
  let output: Json;
  try {
    output = parseJson(text);
  } catch {
    throw new InvalidOutput("Invalid JSON");
  }
  if (Buffer.byteLength(text, "utf8") > PAYLOAD_LIMIT_BYTES) {
    throw new InvalidOutput(`larger than ${PAYLOAD_LIMIT_BYTES} bytes`);
  }
  return output;
}
