import type { Integration, InvocationContext, Invoke } from "./engine.ts";
import type { Executions } from "./executions.ts";
import type { Answer, Frame } from "./frame.ts";
import { call, giveAnswer } from "./integrations.ts";
import { breakDown, step } from "./interpreter.ts";
import type { Timer } from "./store.ts";
import type { FollowUp } from "./turn.ts";

/** Takes the steps of all executions one after another, makes the calls, and fires the timers. */
export class Runner {
  readonly #executions: Executions;
  readonly #invoke: Invoke;
  readonly #integrations: Readonly<Record<string, Integration>>;
  readonly #queue: number[] = [];
  /** Calls that have not come back. */
  #calls = 0;
  #pump: Promise<void> | undefined;
  #waiting: (() => void)[] = [];
  #isClosed = false;

  constructor(executions: Executions, invoke: Invoke, integrations: Readonly<Record<string, Integration>>) {
    this.#executions = executions;
    this.#invoke = invoke;
    this.#integrations = integrations;
    executions.onRunnable = (frame) => this.#wake(frame);
  }

  resume(): void {
    const { store } = this.#executions;
    for (const frame of store.framesIn(["enter", "attempt", "scheduled", "resume", "answered", "joining"])) {
      this.#wake(frame.id);
    }
    for (const frame of store.framesIn(["working"])) {
      if (frame.work?.early !== undefined) {
        // The call may have come back or not; the token's answer is what counts.
        this.#answer(frame, frame.work.early);
      } else if (frame.work?.submitted === false) {
        this.#call(frame.id);
      }
    }
  }

  answerToken(frame: Frame, answer: Answer): void {
    const { store } = this.#executions;
    if (frame.phase === "working" && frame.work?.submitted === true) {
      this.#answer(frame, answer);
    } else if (frame.work !== undefined) {
      // The call that handed the token out has not come back yet; its own event comes first.
      frame.work.early = answer;
      store.saveFrame(frame);
    }
  }

  async runDue(): Promise<void> {
    const { store, clock } = this.#executions;
    await this.#stepsTaken();
    for (;;) {
      const due = this.#isClosed ? undefined : store.nextDue();
      if (due === undefined || due > clock.now()) return;
      // What is due at the same instant happens before anything that follows from it.
      for (const timer of store.timersAt(due)) this.#fire(timer);
      await this.#stepsTaken();
    }
  }

  async idle(): Promise<void> {
    while (this.#pump !== undefined || this.#calls > 0) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Something may have ended: those who wait for idleness look again. */
  settle(): void {
    if (this.#pump === undefined && this.#calls === 0) {
      for (const resolve of this.#waiting.splice(0)) resolve();
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#calls = 0;
    this.#queue.length = 0;
    this.settle();
  }

  #wake(frame: number): void {
    this.#queue.push(frame);
    this.#startPump();
  }

  #startPump(): void {
    if (this.#pump !== undefined || this.#isClosed) return;
    this.#pump = this.#takeSteps().finally(() => {
      this.#pump = undefined;
      // A call may have come back after the last look at the queue.
      if (this.#queue.length > 0) this.#startPump();
      this.settle();
    });
  }

  async #stepsTaken(): Promise<void> {
    while (this.#pump !== undefined) await this.#pump;
  }

  async #takeSteps(): Promise<void> {
    // Callers see their own change through before the first step: startExecution returns first.
    await Promise.resolve();
    for (let frame = this.#queue.shift(); frame !== undefined; frame = this.#queue.shift()) {
      if (this.#isClosed) return;
      try {
        for (const followUp of await step(this.#executions, frame)) this.#follow(followUp);
      } catch (error) {
        if (!this.#isClosed) await breakDown(this.#executions, frame, error);
      }
    }
  }

  #follow(followUp: FollowUp): void {
    if (this.#isClosed) return;
    switch (followUp.kind) {
      case "wake":
        // One look at a Parallel or Map takes notice of all branches that have ended by then.
        if (!this.#queue.includes(followUp.frame)) this.#queue.push(followUp.frame);
        return;
      case "continue":
        this.#queue.unshift(followUp.frame);
        return;
      case "call":
        this.#call(followUp.frame);
        return;
    }
  }

  #fire(timer: Timer): void {
    const { store } = this.#executions;
    store.transaction(() => {
      store.removeTimer(timer.id);
      if (timer.kind === "execution") {
        const execution = store.execution(timer.execution);
        if (execution !== undefined) {
          this.#executions.endExecution(execution, { status: "TIMED_OUT", error: "States.Timeout" });
        }
        return;
      }
      const frame = timer.frame === undefined ? undefined : store.frame(timer.frame);
      if (frame === undefined) return;
      this.#fireIn(frame, timer.kind);
    });
  }

  #fireIn(frame: Frame, kind: "wait" | "retry" | "timeout" | "heartbeat"): void {
    const { store } = this.#executions;
    if (kind === "timeout" || kind === "heartbeat") {
      // A token that was answered while its call is still out has its answer.
      if (frame.phase === "working") {
        this.#answer(frame, frame.work?.early ?? { kind: "timeout", heartbeat: kind === "heartbeat" });
      }
      return;
    }
    frame.phase = kind === "wait" ? "resume" : "attempt";
    store.saveFrame(frame);
    this.#wake(frame.id);
  }

  #answer(frame: Frame, answer: Answer): void {
    const { store } = this.#executions;
    store.transaction(() => giveAnswer(store, frame, answer));
    this.#wake(frame.id);
  }

  #call(frameId: number): void {
    const { store } = this.#executions;
    const frame = store.frame(frameId);
    const execution = frame === undefined ? undefined : store.execution(frame.execution);
    if (frame?.work === undefined || execution === undefined) return;
    const state = this.#executions.stateOf(execution, frame);
    if (state?.Type !== "Task") return;
    const context: InvocationContext = {
      executionArn: execution.arn,
      stateName: frame.state,
      attempt: frame.retryCount,
    };
    this.#calls += 1;
    void call(state.Resource, frame.work.arguments, {
      invoke: async (name, payload) => await this.#invoke(name, payload, context),
      integrate: (service, argument) => this.#integrations[service]?.(argument, context),
    }).then((answer) => this.#returned(frameId, frame.call, answer));
  }

  #returned(frameId: number, callNumber: number, answer: Answer): void {
    if (this.#isClosed) return;
    this.#calls -= 1;
    const frame = this.#executions.store.frame(frameId);
    const isAwaited = frame?.phase === "working" && frame.call === callNumber && frame.work?.submitted === false;
    if (frame !== undefined && isAwaited) {
      const early = frame.work?.early;
      this.#answer(frame, answer.kind === "failed" && early !== undefined ? early : answer);
    }
    this.settle();
  }
}
