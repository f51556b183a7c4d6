import { DatabaseSync, type StatementSync } from "node:sqlite";
import { z } from "zod";

/** A change of the tables raises it, and brings the steps from the version before. */
const SCHEMA_VERSION = 1;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS definitions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  text TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS machines (
  name TEXT PRIMARY KEY,
  definition INTEGER NOT NULL REFERENCES definitions (id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS executions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  arn TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  machine TEXT NOT NULL,
  definition INTEGER NOT NULL REFERENCES definitions (id),
  status TEXT NOT NULL,
  input TEXT NOT NULL,
  output TEXT,
  error TEXT,
  cause TEXT,
  started INTEGER NOT NULL,
  stopped INTEGER,
  events INTEGER NOT NULL DEFAULT 0,
  -- The frame, and its call, that waits for this execution to end (startExecution.sync).
  caller_frame INTEGER,
  caller_call INTEGER
);
CREATE INDEX IF NOT EXISTS executions_running ON executions (id) WHERE status = 'RUNNING';
CREATE INDEX IF NOT EXISTS executions_by_caller ON executions (caller_frame) WHERE caller_frame IS NOT NULL;
CREATE TABLE IF NOT EXISTS frames (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  execution INTEGER NOT NULL REFERENCES executions (id),
  parent INTEGER,
  position INTEGER NOT NULL,
  phase TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 0,
  body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS frames_by_execution ON frames (execution);
CREATE INDEX IF NOT EXISTS frames_by_parent ON frames (parent, phase, position) WHERE parent IS NOT NULL;
CREATE TABLE IF NOT EXISTS timers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  due INTEGER NOT NULL,
  execution INTEGER NOT NULL,
  frame INTEGER,
  kind TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS timers_by_due ON timers (due, id);
CREATE INDEX IF NOT EXISTS timers_by_frame ON timers (frame);
CREATE INDEX IF NOT EXISTS timers_by_execution ON timers (execution);
CREATE TABLE IF NOT EXISTS tokens (
  token TEXT PRIMARY KEY,
  frame INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS events (
  execution INTEGER NOT NULL,
  id INTEGER NOT NULL,
  previous INTEGER NOT NULL,
  at INTEGER NOT NULL,
  type TEXT NOT NULL,
  details TEXT NOT NULL,
  PRIMARY KEY (execution, id)
) WITHOUT ROWID;
`;

type Value = string | number | null;

/** The engine's SQLite file. Every statement is prepared once. */
export class Database {
  readonly #sqlite: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;

  /** `file` is a path or ":memory:". */
  constructor(file: string) {
    this.#sqlite = new DatabaseSync(file);
    this.#sqlite.exec("PRAGMA journal_mode = WAL");
    // A token that was mailed to somebody must still be known after a power cut, so every commit reaches the disk.
    this.#sqlite.exec("PRAGMA synchronous = FULL");
    this.#sqlite.exec("PRAGMA busy_timeout = 5000");
    const version = z.object({ user_version: z.number() }).parse(this.get("PRAGMA user_version")).user_version;
    if (version > SCHEMA_VERSION) {
      throw new Error(`'${file}' was written by a newer engine (schema ${version}, this one has ${SCHEMA_VERSION})`);
    }
    this.#sqlite.exec(SCHEMA);
    this.#sqlite.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  }

  run(sql: string, ...values: Value[]): number {
    return Number(this.#prepare(sql).run(...values).lastInsertRowid);
  }

  get(sql: string, ...values: Value[]): unknown {
    return this.#prepare(sql).get(...values);
  }

  all(sql: string, ...values: Value[]): unknown[] {
    return this.#prepare(sql).all(...values);
  }

  /** All or nothing. Inside another transaction it joins that one. */
  transaction<Result>(work: () => Result): Result {
    if (this.#depth > 0) return work();
    this.#sqlite.exec("BEGIN IMMEDIATE");
    this.#depth += 1;
    try {
      const result = work();
      this.#sqlite.exec("COMMIT");
      return result;
    } catch (error) {
      this.#sqlite.exec("ROLLBACK");
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#sqlite.close();
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#sqlite.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
