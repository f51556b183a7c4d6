import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type { Clock, Instant } from "../../shared/ports.ts";
import { openDatabase } from "./database.ts";

const schema = `
  CREATE TABLE IF NOT EXISTS clock (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    ahead INTEGER NOT NULL,
    moved_to INTEGER NOT NULL
  ) STRICT;
`;

const rowSchema = z.object({ ahead: z.number().int(), moved_to: z.number().int() });

/**
 * Real time plus how far somebody moved it, kept in a SQLite file so that a restart does not fall back. Never goes
 * backwards, not even when the machine's own clock does.
 */
export class VirtualClock implements Clock {
  readonly #database: DatabaseSync;
  readonly #realNow: () => number;
  #ahead: number;
  #latest: number;

  /** `realNow` is epoch milliseconds. */
  constructor(options: { readonly file: string; readonly realNow?: () => number }) {
    this.#database = openDatabase(options.file, schema);
    this.#realNow = options.realNow ?? Date.now;
    const row = this.#database.prepare("SELECT ahead, moved_to FROM clock").get();
    const kept = row === undefined ? { ahead: 0, moved_to: 0 } : rowSchema.parse(row);
    this.#ahead = kept.ahead;
    this.#latest = kept.moved_to;
  }

  now(): Instant {
    return new Date(this.epochMs()).toISOString();
  }

  /** Now as epoch milliseconds. */
  epochMs(): number {
    this.#latest = Math.max(this.#latest, this.#realNow() + this.#ahead);
    return this.#latest;
  }

  /** Makes it this moment; durable before it returns. `past` = it was already later, and nothing changed. */
  moveTo(instant: Instant): "moved" | "past" {
    const target = new Date(instant).getTime();
    if (Number.isNaN(target)) throw new RangeError("Not a moment in ISO 8601.");
    if (target < this.epochMs()) return "past";
    const ahead = target - this.#realNow();
    this.#database.prepare("INSERT OR REPLACE INTO clock (id, ahead, moved_to) VALUES (1, ?, ?)").run(ahead, target);
    this.#ahead = ahead;
    this.#latest = target;
    return "moved";
  }

  close(): void {
    this.#database.close();
  }
}
