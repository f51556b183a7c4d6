import { setTimeout as pause } from "node:timers/promises";

const attempts = 5;
const firstPause = 20;

/** Waits this many milliseconds. Tests pass one that does not wait. */
export type Pause = (ms: number) => Promise<unknown>;

/**
 * Tries again, up to five times in all, after what the SDK does not retry by itself. Pauses grow from 20 ms and are spread
 * by chance, so that writers who collided do not collide again.
 */
export async function withAttempts<Result>(
  work: () => Promise<Result>,
  isWorthRetrying: (error: unknown) => boolean,
  wait: Pause = pause,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !isWorthRetrying(error)) throw error;
      await wait(Math.random() * firstPause * 2 ** attempt);
    }
  }
}
