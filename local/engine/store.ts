import { z } from "zod";
import { Database } from "./database.ts";
import { type Frame, type FrameDraft, frameBody, frameFromRow, type Phase } from "./frame.ts";
import type { HistoryEvent } from "./history-event.ts";
import { type Json, parseJson } from "./json.ts";

const status = z.enum(["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"]);
const optionalText = z
  .string()
  .nullable()
  .transform((text) => text ?? undefined);
const optionalNumber = z
  .number()
  .nullable()
  .transform((number) => number ?? undefined);
const executionRow = z.object({
  id: z.number(),
  arn: z.string(),
  name: z.string(),
  machine: z.string(),
  definition: z.number(),
  status,
  input: z.string(),
  output: optionalText,
  error: optionalText,
  cause: optionalText,
  started: z.number(),
  stopped: optionalNumber,
  events: z.number(),
  caller_frame: optionalNumber,
  caller_call: optionalNumber,
});
/** An execution as stored: `input` and `output` are JSON text, times epoch milliseconds, `events` the last event id. */
export type Execution = z.infer<typeof executionRow>;

const eventRow = z.object({
  id: z.number(),
  previous: z.number(),
  at: z.number(),
  type: z.string(),
  details: z.string(),
});
const eventDetails = z.record(z.templateLiteral([z.string(), "Details"]), z.record(z.string(), z.unknown()));

const timerRow = z.object({
  id: z.number(),
  due: z.number(),
  execution: z.number(),
  frame: optionalNumber,
  kind: z.enum(["wait", "retry", "timeout", "heartbeat", "execution"]),
});
export type Timer = z.infer<typeof timerRow>;

/** Everything the engine remembers. Single statements; callers put them in `transaction`s. */
export class Store {
  readonly #database: Database;

  constructor(file: string) {
    this.#database = new Database(file);
  }

  transaction<Result>(work: () => Result): Result {
    return this.#database.transaction(work);
  }

  close(): void {
    this.#database.close();
  }

  // An execution keeps the definition that it started with, so a changed one becomes a new row.
  deploy(machine: string, definition: string): void {
    const current = this.definitionOf(machine);
    if (current !== undefined && this.definition(current) === definition) return;
    const id = this.#database.run("INSERT INTO definitions (text) VALUES (?)", definition);
    this.#database.run(
      "INSERT INTO machines (name, definition) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET definition = excluded.definition",
      machine,
      id,
    );
  }

  definitionOf(machine: string): number | undefined {
    const found = this.#database.get("SELECT definition FROM machines WHERE name = ?", machine);
    return z.object({ definition: z.number() }).optional().parse(found)?.definition;
  }

  definition(id: number): string {
    return z.object({ text: z.string() }).parse(this.#database.get("SELECT text FROM definitions WHERE id = ?", id))
      .text;
  }

  addExecution(start: {
    arn: string;
    name: string;
    machine: string;
    definition: number;
    input: string;
    started: number;
    caller?: { frame: number; call: number } | undefined;
  }): number {
    return this.#database.run(
      `INSERT INTO executions (arn, name, machine, definition, status, input, started, caller_frame, caller_call)
       VALUES (?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?)`,
      start.arn,
      start.name,
      start.machine,
      start.definition,
      start.input,
      start.started,
      start.caller?.frame ?? null,
      start.caller?.call ?? null,
    );
  }

  execution(id: number): Execution | undefined {
    return executionRow.optional().parse(this.#database.get("SELECT * FROM executions WHERE id = ?", id));
  }

  executionByArn(arn: string): Execution | undefined {
    return executionRow.optional().parse(this.#database.get("SELECT * FROM executions WHERE arn = ?", arn));
  }

  executions(): Execution[] {
    return z.array(executionRow).parse(this.#database.all("SELECT * FROM executions ORDER BY id"));
  }

  calledBy(frame: number): Execution[] {
    const rows = this.#database.all("SELECT * FROM executions WHERE caller_frame = ? AND status = 'RUNNING'", frame);
    return z.array(executionRow).parse(rows);
  }

  endExecution(
    id: number,
    end: {
      status: Exclude<Execution["status"], "RUNNING">;
      stopped: number;
      output?: string | undefined;
      error?: string | undefined;
      cause?: string | undefined;
    },
  ): void {
    this.#database.run(
      "UPDATE executions SET status = ?, stopped = ?, output = ?, error = ?, cause = ? WHERE id = ?",
      end.status,
      end.stopped,
      end.output ?? null,
      end.error ?? null,
      end.cause ?? null,
      id,
    );
    this.#database.run("DELETE FROM frames WHERE execution = ?", id);
    this.#database.run("DELETE FROM timers WHERE execution = ?", id);
  }

  addEvent(execution: number, event: { id: number; previous: number; at: number; type: string; details: Json }): void {
    this.#database.run(
      "INSERT INTO events (execution, id, previous, at, type, details) VALUES (?, ?, ?, ?, ?, ?)",
      execution,
      event.id,
      event.previous,
      event.at,
      event.type,
      JSON.stringify(event.details),
    );
    this.#database.run("UPDATE executions SET events = ? WHERE id = ?", event.id, execution);
  }

  history(execution: number): HistoryEvent[] {
    const rows = z
      .array(eventRow)
      .parse(this.#database.all("SELECT * FROM events WHERE execution = ? ORDER BY id", execution));
    return rows.map((row) => ({
      id: row.id,
      previousEventId: row.previous,
      timestamp: new Date(row.at).toISOString(),
      type: row.type,
      ...eventDetails.parse(parseJson(row.details)),
    }));
  }

  addFrame(frame: FrameDraft): number {
    return this.#database.run(
      "INSERT INTO frames (execution, parent, position, phase, body) VALUES (?, ?, ?, ?, ?)",
      frame.execution,
      frame.parent ?? null,
      frame.position,
      frame.phase,
      frameBody(frame),
    );
  }

  saveFrame(frame: Frame): void {
    this.#database.run(
      "UPDATE frames SET phase = ?, body = ?, revision = revision + 1 WHERE id = ?",
      frame.phase,
      frameBody(frame),
      frame.id,
    );
  }

  frame(id: number): Frame | undefined {
    const found = this.#database.get("SELECT * FROM frames WHERE id = ?", id);
    return found === undefined ? undefined : frameFromRow(found);
  }

  framesOf(execution: number): Frame[] {
    return this.#database.all("SELECT * FROM frames WHERE execution = ? ORDER BY id", execution).map(frameFromRow);
  }

  /** Branches or iterations of a Parallel or Map, in their order. */
  childrenOf(frame: number): Frame[] {
    return this.#database.all("SELECT * FROM frames WHERE parent = ? ORDER BY position", frame).map(frameFromRow);
  }

  childrenIn(frame: number, phase: Phase, limit = -1): Frame[] {
    return this.#database
      .all("SELECT * FROM frames WHERE parent = ? AND phase = ? ORDER BY position LIMIT ?", frame, phase, limit)
      .map(frameFromRow);
  }

  /** Branches or iterations that are still to end. */
  countUnended(frame: number): number {
    const row = this.#database.get(
      "SELECT COUNT(*) AS count FROM frames WHERE parent = ? AND phase NOT IN ('ended', 'reported')",
      frame,
    );
    return z.object({ count: z.number() }).parse(row).count;
  }

  framesIn(phases: readonly Phase[]): Frame[] {
    const marks = phases.map(() => "?").join(", ");
    return this.#database
      .all(`SELECT * FROM frames WHERE phase IN (${marks}) ORDER BY id`, ...phases)
      .map(frameFromRow);
  }

  removeFrame(id: number): void {
    this.#database.run("DELETE FROM frames WHERE id = ?", id);
  }

  addTimer(timer: { due: number; execution: number; frame?: number; kind: Timer["kind"] }): void {
    this.#database.run(
      "INSERT INTO timers (due, execution, frame, kind) VALUES (?, ?, ?, ?)",
      timer.due,
      timer.execution,
      timer.frame ?? null,
      timer.kind,
    );
  }

  moveTimer(frame: number, kind: Timer["kind"], due: number): void {
    this.#database.run("UPDATE timers SET due = ? WHERE frame = ? AND kind = ?", due, frame, kind);
  }

  removeTimer(id: number): void {
    this.#database.run("DELETE FROM timers WHERE id = ?", id);
  }

  removeTimersOf(frame: number): void {
    this.#database.run("DELETE FROM timers WHERE frame = ?", frame);
  }

  /** Epoch ms of the earliest timer. */
  nextDue(): number | undefined {
    const row = this.#database.get("SELECT MIN(due) AS due FROM timers");
    return z.object({ due: optionalNumber }).parse(row).due;
  }

  timersAt(due: number): Timer[] {
    return z.array(timerRow).parse(this.#database.all("SELECT * FROM timers WHERE due = ? ORDER BY id", due));
  }

  addToken(token: string, frame: number): void {
    this.#database.run("INSERT INTO tokens (token, frame) VALUES (?, ?)", token, frame);
  }

  /** The frame that the token was made for. Tokens are never forgotten: a dead one is told from an unknown one. */
  frameOfToken(token: string): number | undefined {
    const row = this.#database.get("SELECT frame FROM tokens WHERE token = ?", token);
    return z.object({ frame: z.number() }).optional().parse(row)?.frame;
  }
}
