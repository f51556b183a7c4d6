import type { Clock } from "../ports.ts";

/** The machine's own clock. */
export class SystemClock implements Clock {
  now(): string {
    return new Date().toISOString();
  }
}
