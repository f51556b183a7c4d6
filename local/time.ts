import type { Instant } from "../shared/ports.ts";
import type { VirtualClock } from "./adapters/clock.ts";
import type { Engine } from "./engine/engine.ts";
import type { Work } from "./work.ts";

/** Longest sleep of the real timer, ms: short enough for `setTimeout`, and for noticing that the machine slept. */
const longestSleepMs = 30_000;

/** Shortest, ms: a fault that comes back at once must not keep the process busy. */
const shortestSleepMs = 50;

interface TimeDependencies {
  readonly engine: Pick<Engine, "nextDue" | "runDue" | "idle">;
  readonly clock: VirtualClock;
  readonly work: Work;
  /** Does again what was promised and not seen done. */
  readonly sweep: () => Promise<void>;
  readonly rounds: Rounds;
}

/** What is done every morning. */
export interface Rounds {
  /** The first moment after this one at which it is to be done; epoch ms. */
  readonly next: (after: number) => number;
  readonly run: () => Promise<void>;
}

/** Lets due moments come: by themselves in real time, or at once when somebody moves the clock. */
export class Time {
  #timer: NodeJS.Timeout | undefined;
  #queue: Promise<void> = Promise.resolve();
  #stopped = false;
  #nextRound: number;

  constructor(private readonly dependencies: TimeDependencies) {
    this.#nextRound = dependencies.rounds.next(dependencies.clock.epochMs());
  }

  /** Runs everything due and keeps doing so. */
  start(): void {
    if (this.#stopped) return;
    const due = this.#nextDue();
    const sleep = Math.min(longestSleepMs, Math.max(shortestSleepMs, due - this.dependencies.clock.epochMs()));
    this.#timer = setTimeout(() => {
      void this.#inTurn(async () => {
        await this.#runDue();
        await this.dependencies.sweep();
      })
        // Whatever it was, the next turn tries again; a process that ended here would ring nothing any more.
        .catch((error: unknown) => console.error(`time: ${error instanceof Error ? error.name : "failed"}`))
        .finally(() => this.start());
    }, sleep);
  }

  stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    return this.#queue;
  }

  /** When something happens by itself, in whole seconds, once what is under way has settled: a new case has its first alarm then. */
  async nextAlarm(): Promise<Instant | undefined> {
    await this.#inTurn(() => this.#settle());
    const due = this.dependencies.engine.nextDue();
    return due === undefined ? undefined : new Date(Math.ceil(due / 1000) * 1000).toISOString();
  }

  /**
   * Moves the clock to `moment`, stopping at every due time on the way and letting everything that follows from it
   * happen first. Resolves when all of it has; one move at a time.
   */
  advanceTo(moment: Instant): Promise<void> {
    return this.#inTurn(async () => {
      const { clock, sweep } = this.dependencies;
      const target = Date.parse(moment);
      await this.#settle();
      for (let due = this.#nextDue(); due <= target; due = this.#nextDue()) {
        clock.moveTo(new Date(due).toISOString());
        await this.#runDue();
        await this.#settle();
      }
      clock.moveTo(moment);
      await sweep();
      await this.#settle();
    });
  }

  /** Epoch ms; for ever when nothing is to come. */
  #nextDue(): number {
    return Math.min(this.dependencies.engine.nextDue() ?? Number.POSITIVE_INFINITY, this.#nextRound);
  }

  async #runDue(): Promise<void> {
    const { engine, rounds, clock } = this.dependencies;
    const now = clock.epochMs();
    if (now >= this.#nextRound) {
      this.#nextRound = rounds.next(now);
      await rounds.run();
    }
    await engine.runDue();
  }

  /** Until neither the engine nor anything that it set off has something left to do now. */
  async #settle(): Promise<void> {
    do {
      await this.dependencies.engine.idle();
      await this.dependencies.work.idle();
      await this.dependencies.engine.idle();
    } while (this.dependencies.work.busy);
  }

  #inTurn(turn: () => Promise<void>): Promise<void> {
    const result = this.#queue.then(turn);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}
