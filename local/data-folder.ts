import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CannotStart } from "./settings.ts";

export interface DataFolder {
  readonly items: string;
  readonly engine: string;
  readonly post: string;
  readonly clock: string;
  readonly archive: string;
  readonly sessionKey: string;
  /** Lets another process have it. The system does this too when the process is killed. */
  release(): void;
}

/** Makes the folder when needed, keeps other processes out of it and looks whether what is in it can be used. @throws {CannotStart} */
export function openDataFolder(folder: string): DataFolder {
  makeFolder(folder);
  const lock = lockedBySqlite(folder);
  const file = (name: string) => join(folder, name);
  const files = {
    items: file("items.sqlite"),
    engine: file("engine.sqlite"),
    post: file("post.sqlite"),
    clock: file("clock.sqlite"),
    archive: file("archive"),
    sessionKey: file("session.key"),
  };
  for (const database of [files.items, files.engine, files.post, files.clock]) refuseBroken(database);
  if (existsSync(files.archive)) refuseUnwritable(files.archive);
  return { ...files, release: () => lock.close() };
}

/** One level at a time: Node's own `recursive` never returns where nothing can be made, such as below `/proc`. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    refuseUnwritable(folder);
    return;
  }
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch {
    throw new CannotStart(
      `Cannot make the folder ${folder}: choose another with --data, or give yourself the right to write in ${dirname(folder)}.`,
    );
  }
}

function refuseUnwritable(folder: string): void {
  if (!statSync(folder).isDirectory()) {
    throw new CannotStart(`${folder} is a file, not a folder: choose another with --data, or move the file away.`);
  }
  try {
    accessSync(folder, constants.W_OK | constants.R_OK | constants.X_OK);
  } catch {
    throw new CannotStart(
      `Cannot write in ${folder}: choose another folder with --data, or give yourself the right to write there.`,
    );
  }
}

/** A lock that dies with the process, on every system: an open exclusive transaction. */
function lockedBySqlite(folder: string): DatabaseSync {
  const file = join(folder, "lock.sqlite");
  refuseReadOnly(file);
  try {
    const lock = new DatabaseSync(file, { timeout: 0 });
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    const code = resultCode(error);
    if (code === undefined) throw error;
    if (code === busy || code === locked) {
      throw new CannotStart(
        `Another Wederhoor is using ${folder}: stop that one first, or choose another folder with --data.`,
      );
    }
    if (code === notADatabase || code === corrupt) {
      throw new CannotStart(`${file} is damaged: delete it. It holds nothing that is needed.`);
    }
    throw unusable(file);
  }
}

/** Opens it as the edition will and reads it through, but changes nothing. */
function refuseBroken(file: string): void {
  if (!existsSync(file)) return;
  refuseReadOnly(file);
  try {
    const database = new DatabaseSync(file);
    try {
      if (database.prepare("PRAGMA quick_check(1)").get()?.["quick_check"] !== "ok") throw damaged(file);
    } finally {
      database.close();
    }
  } catch (error) {
    const code = resultCode(error);
    if (code === undefined) throw error;
    throw code === notADatabase || code === corrupt ? damaged(file) : unusable(file);
  }
}

/** SQLite opens a file of somebody else without complaint and fails at the first write; a lock on it would keep nobody out. */
function refuseReadOnly(database: string): void {
  for (const file of [database, `${database}-wal`, `${database}-shm`, `${database}-journal`].filter((one) =>
    existsSync(one),
  )) {
    try {
      accessSync(file, constants.R_OK | constants.W_OK);
    } catch {
      throw unusable(file);
    }
  }
}

const damaged = (file: string) =>
  new CannotStart(
    `${file} is damaged: put back a copy of the whole folder from before, or choose another folder with --data.`,
  );

const unusable = (file: string) =>
  new CannotStart(`Cannot open ${file} for writing: give yourself the right to, or choose another folder with --data.`);

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const busy = 5;
const locked = 6;
const corrupt = 11;
const notADatabase = 26;

/** Nothing when it is not SQLite that failed. The low byte is the primary code, the rest says more. */
function resultCode(error: unknown): number | undefined {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number"
    ? error.errcode & 0xff
    : undefined;
}
