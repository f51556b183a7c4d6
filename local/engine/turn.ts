import type { Machine, State } from "./definition.ts";
import type { Sight } from "./expression.ts";
import type { Frame } from "./frame.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Services } from "./services.ts";
import { runtimeError } from "./state-failure.ts";
import type { Execution } from "./store.ts";

/** AWS ends an execution whose history is full; the last event is that ending. */
export const HISTORY_LIMIT = 25_000;

interface DraftEvent {
  readonly id: number;
  readonly previous: number;
  readonly type: string;
  readonly details: JsonObject;
}

/** What is to be done when the turn has been stored: wake a frame soon, or right away, or start a call. */
export type FollowUp =
  | { readonly kind: "wake"; readonly frame: number }
  | { readonly kind: "continue"; readonly frame: number }
  | { readonly kind: "call"; readonly frame: number };

/**
 * One step of one frame. It collects events and changes while the step is worked out, which may await expressions, and is
 * then stored in one transaction or not at all.
 */
export class Turn {
  readonly services: Services;
  readonly execution: Execution;
  /** Changed freely during the turn. */
  readonly frame: Frame;
  /** The frames around this one, outermost first. */
  readonly outer: readonly Frame[];
  readonly machine: Machine;
  readonly now: number;
  readonly events: DraftEvent[] = [];
  readonly changes: (() => void)[] = [];
  readonly followUps: FollowUp[] = [];
  /**
   * `previousEventId` of an `EvaluationFailed`: the last event before this turn's own decision, so the entry into the state
   * is not counted, but the event that reports a task's result is. A Wait and a Task decide after they were entered.
   */
  evaluationBase: number;
  /** The frame is gone: its execution or its branch has ended in this turn. */
  finished = false;

  constructor(parts: {
    services: Services;
    execution: Execution;
    frame: Frame;
    outer: readonly Frame[];
    machine: Machine;
  }) {
    this.services = parts.services;
    this.execution = parts.execution;
    this.frame = parts.frame;
    this.outer = parts.outer;
    this.machine = parts.machine;
    this.now = parts.services.clock.now();
    this.evaluationBase = parts.frame.lastEvent;
  }

  get state(): State {
    const state = this.machine.States.get(this.frame.state);
    if (state === undefined) throw runtimeError(`The state '${this.frame.state}' does not exist.`);
    return state;
  }

  /** Adds an event after the frame's last one and returns its id. */
  record(type: string, details: JsonObject = {}): number {
    const id = this.recordAfter(this.frame.lastEvent, type, details);
    this.frame.lastEvent = id;
    return id;
  }

  /** Adds an event that does not become the frame's last one. */
  recordAfter(previous: number, type: string, details: JsonObject = {}): number {
    const id = this.execution.events + this.events.length + 1;
    this.events.push({ id, previous, type, details });
    return id;
  }

  /** Something to write in the transaction that stores the turn. */
  change(write: () => void): void {
    this.changes.push(write);
  }

  wake(frame: number): void {
    this.followUps.push({ kind: "wake", frame });
  }

  /** The frame has more to do at once. */
  continue(): void {
    this.followUps.push({ kind: "continue", frame: this.frame.id });
  }

  /** What expressions of this state see now. `extra` are further members of `$states` and of the context object. */
  sight(extra: { states?: JsonObject; context?: JsonObject } = {}): Sight {
    const { frame, execution, services } = this;
    const counted = this.state.Type === "Task" || this.state.Type === "Parallel" || this.state.Type === "Map";
    const item = [frame, ...this.outer.toReversed()].find((candidate) => candidate.item !== undefined)?.item;
    const context: JsonObject = {
      Execution: {
        Id: execution.arn,
        Input: services.inputOf(execution),
        StartTime: new Date(execution.started).toISOString(),
        Name: execution.name,
        RoleArn: services.arns.role(execution.machine),
        RedriveCount: 0,
      },
      StateMachine: { Id: services.arns.machine(execution.machine), Name: execution.machine },
      State: {
        Name: frame.state,
        EnteredTime: new Date(frame.enteredAt).toISOString(),
        ...(counted ? { RetryCount: frame.retryCount } : {}),
      },
      ...(item === undefined ? {} : { Map: { Item: { Index: item.Index, Value: item.Value } } }),
      ...extra.context,
    };
    return {
      variables: this.variables(),
      states: { input: frame.input, context, ...extra.states },
      now: this.now,
    };
  }

  /** The variables in scope, inner ones over outer ones. */
  variables(): Record<string, Json> {
    return Object.fromEntries([...this.outer, this.frame].flatMap((frame) => Object.entries(frame.variables)));
  }
}
