import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CannotStart } from "./settings.ts";

export interface DataFolder {
  readonly items: string;
  readonly engine: string;
  readonly post: string;
  readonly clock: string;
  readonly archive: string;
  /** Lets another process have it. The system does this too when the process is killed. */
  release(): void;
}

/** Makes the folder when needed and keeps other processes out of it. @throws {CannotStart} */
export function openDataFolder(folder: string): DataFolder {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.R_OK | constants.X_OK);
  } catch {
    throw new CannotStart(
      `Cannot write in ${folder}: choose another folder with --data, or give yourself the right to write there.`,
    );
  }
  const lock = lockedBySqlite(folder);
  const file = (name: string) => join(folder, name);
  return {
    items: file("items.sqlite"),
    engine: file("engine.sqlite"),
    post: file("post.sqlite"),
    clock: file("clock.sqlite"),
    archive: file("archive"),
    release: () => lock.close(),
  };
}

/** A lock that dies with the process, on every system: an open exclusive transaction. */
function lockedBySqlite(folder: string): DatabaseSync {
  try {
    const lock = new DatabaseSync(join(folder, "lock.sqlite"), { timeout: 0 });
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch {
    throw new CannotStart(
      `Another Wederhoor is using ${folder}: stop that one first, or choose another folder with --data.`,
    );
  }
}
