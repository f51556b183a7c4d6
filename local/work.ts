import { setTimeout as pause } from "node:timers/promises";

/** Counts what is under way, so that the clock never moves on while something still happens. */
export class Work {
  readonly #running = new Set<Promise<unknown>>();

  /** Work that nobody waits for; what goes wrong in it is told to `failed`. */
  track(work: Promise<unknown>, failed: (error: unknown) => void): void {
    const running = work.catch(failed).finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  get busy(): boolean {
    return this.#running.size > 0;
  }

  /** Resolves when nothing is under way, also not what was started meanwhile. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** Resolves when what is under way at this moment is done, or after `mostMs`. */
  async passed(mostMs: number): Promise<void> {
    await Promise.race([Promise.all(this.#running), pause(mostMs, undefined, { ref: false })]);
  }
}
