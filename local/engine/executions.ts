import type { Arns } from "./arns.ts";
import { machineName } from "./arns.ts";
import { type Machine, parseDefinition, type State } from "./definition.ts";
import type { Clock } from "./engine.ts";
import { ExecutionAlreadyExists, StateMachineDoesNotExist } from "./errors.ts";
import { executionName } from "./execution-name.ts";
import type { Expressions } from "./expression.ts";
import { type Frame, newFrame } from "./frame.ts";
import { abandonedBy, answerOfChild, giveAnswer } from "./integrations.ts";
import { machineAt } from "./interpreter.ts";
import { type Json, parseJson } from "./json.ts";
import { parseResource } from "./resource.ts";
import type { ExecutionEnd, Services, StartedExecution, StartRequest } from "./services.ts";
import type { Execution, Store } from "./store.ts";

/** Begins and ends executions. Everything it writes it writes in one transaction. */
export class Executions implements Services {
  readonly store: Store;
  readonly clock: Clock;
  readonly expressions: Expressions;
  readonly arns: Arns;
  readonly random: () => number;
  /** Told of each frame that can take a step because of what happened here. */
  onRunnable: (frame: number) => void = () => undefined;
  readonly #machines = new Map<number, Machine>();
  /** The input never changes, and every expression may look at it. */
  readonly #inputs = new Map<number, Json>();

  constructor(parts: Pick<Services, "store" | "clock" | "expressions" | "arns" | "random">) {
    this.store = parts.store;
    this.clock = parts.clock;
    this.expressions = parts.expressions;
    this.arns = parts.arns;
    this.random = parts.random;
  }

  machineOf(execution: Execution): Machine {
    const known = this.#machines.get(execution.definition);
    if (known !== undefined) return known;
    const machine = parseDefinition(parseJson(this.store.definition(execution.definition)));
    this.#machines.set(execution.definition, machine);
    return machine;
  }

  stateOf(execution: Execution, frame: Frame): State | undefined {
    return machineAt(this.machineOf(execution), frame.route).States.get(frame.state);
  }

  inputOf(execution: Execution): Json {
    const known = this.#inputs.get(execution.id);
    if (known !== undefined) return known;
    const input = parseJson(execution.input);
    this.#inputs.set(execution.id, input);
    return input;
  }

  startExecution(start: StartRequest): StartedExecution {
    const machine = machineName(start.machine);
    const definition = this.store.definitionOf(machine);
    if (definition === undefined) throw new StateMachineDoesNotExist(start.machine);
    const name = executionName(start.name);
    const arn = this.arns.execution(machine, name);
    const input = JSON.stringify(start.input);
    const same = this.store.executionByArn(arn);
    if (same !== undefined) {
      if (same.status !== "RUNNING" || same.input !== input) throw new ExecutionAlreadyExists(arn);
      return { executionArn: arn, startDate: same.started };
    }
    const started = this.clock.now();
    const frame = this.store.transaction(() => {
      const id = this.store.addExecution({ arn, name, machine, definition, input, started, caller: start.caller });
      this.store.addEvent(id, {
        id: 1,
        previous: 0,
        at: started,
        type: "ExecutionStarted",
        details: {
          executionStartedEventDetails: {
            input,
            inputDetails: { truncated: false },
            roleArn: this.arns.role(machine),
          },
        },
      });
      return this.#addRoot(id, definition, start.input, started);
    });
    this.onRunnable(frame);
    return { executionArn: arn, startDate: started };
  }

  #addRoot(execution: number, definition: number, input: Json, started: number): number {
    const machine = parseDefinition(parseJson(this.store.definition(definition)));
    this.#machines.set(definition, machine);
    if (machine.TimeoutSeconds !== undefined) {
      this.store.addTimer({ due: started + machine.TimeoutSeconds * 1000, execution, kind: "execution" });
    }
    // The chain of events starts at 0, not at ExecutionStarted.
    const root = newFrame({ execution, route: [], state: machine.StartAt, input, lastEvent: 0, phase: "enter" });
    return this.store.addFrame(root);
  }

  endExecution(execution: Execution, end: ExecutionEnd): void {
    this.store.transaction(() => {
      const current = this.store.execution(execution.id);
      if (current?.status !== "RUNNING") return;
      const now = this.clock.now();
      if (end.status === "ABORTED" || end.status === "TIMED_OUT") this.#recordEnd(current, end, now);
      for (const frame of this.store.framesOf(execution.id)) {
        for (const called of this.store.calledBy(frame.id)) this.endExecution(called, abandonedBy(execution));
      }
      // DescribeExecution gives no error for an execution that ran out of time.
      const isTimedOut = end.status === "TIMED_OUT";
      this.store.endExecution(execution.id, {
        status: end.status,
        stopped: now,
        ...(end.status === "SUCCEEDED"
          ? { output: JSON.stringify(end.output) }
          : { error: isTimedOut ? undefined : end.error, cause: isTimedOut ? undefined : end.cause }),
      });
      this.#answerCaller(execution.id);
    });
    this.#inputs.delete(execution.id);
  }

  #recordEnd(
    execution: Execution,
    end: { status: "FAILED" | "ABORTED" | "TIMED_OUT"; error?: string | undefined; cause?: string | undefined },
    at: number,
  ): void {
    const details = {
      ...(end.cause === undefined ? {} : { cause: end.cause }),
      ...(end.error === undefined ? {} : { error: end.error }),
    };
    this.store.addEvent(execution.id, {
      id: execution.events + 1,
      previous: 0,
      at,
      ...(end.status === "ABORTED"
        ? { type: "ExecutionAborted", details: { executionAbortedEventDetails: details } }
        : { type: "ExecutionTimedOut", details: { executionTimedOutEventDetails: details } }),
    });
  }

  #answerCaller(id: number): void {
    const execution = this.store.execution(id);
    if (execution?.caller_frame === undefined) return;
    const frame = this.store.frame(execution.caller_frame);
    if (frame === undefined || frame.call !== execution.caller_call) return;
    const caller = this.store.execution(frame.execution);
    if (caller?.status !== "RUNNING") return;
    const state = this.stateOf(caller, frame);
    const resource = state?.Type === "Task" ? parseResource(state.Resource) : undefined;
    if (resource?.kind !== "integration" || (resource.pattern !== "sync" && resource.pattern !== "sync:2")) return;
    const answer = answerOfChild(execution, this.arns.machine(execution.machine), resource.pattern);
    if (frame.phase === "working") {
      giveAnswer(this.store, frame, answer);
      this.onRunnable(frame.id);
    } else if (frame.work !== undefined) {
      // The child was quicker than the step that reports its start.
      frame.work.early = answer;
      this.store.saveFrame(frame);
    }
  }
}
