import { DatabaseSync } from "node:sqlite";

/**
 * Opens or creates a SQLite file (or ":memory:") so that what was committed is there after the power went: WAL with
 * `synchronous=FULL`, for `NORMAL` may lose the last commits and then somebody's answer is gone after the page said "received". What is
 * deleted is overwritten, so that erased words do not stay behind in the file.
 */
export function openDatabase(file: string, schema: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec(
    "PRAGMA busy_timeout = 1000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;",
  );
  database.exec(schema);
  return database;
}

/** Runs the work in one transaction that has the write lock from its start; rolls back when the work throws. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

/** SQLite's result codes for "not now": busy, locked, I/O error, disk full (sqlite.org/rescode.html). */
const passing = new Set([5, 6, 10, 13]);

/** Whether SQLite could not do it now but may later. The low byte is the primary code, the rest says more. */
export function isPassingFault(error: unknown): boolean {
  return (
    error instanceof Error &&
    "errcode" in error &&
    typeof error.errcode === "number" &&
    passing.has(error.errcode & 0xff)
  );
}
