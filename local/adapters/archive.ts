import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { refuseBadKey } from "../../shared/aws/archive-key.ts";
import type { Keeping } from "./linked-archive.ts";

/** Files in one folder, which is made when missing. A key is a path below it. */
export class FileArchive implements Keeping {
  readonly #folder: string;
  /** Beside the keys, of which none begins with a dot. */
  readonly #unfinished: string;

  /** Clears away what a killed process left half written, for it may be somebody's letter. */
  constructor(folder: string) {
    this.#folder = folder;
    this.#unfinished = join(folder, ".unfinished");
    rmSync(this.#unfinished, { recursive: true, force: true });
  }

  /** Whoever reads sees the whole file or none, and after it resolves a power cut does not take it away. */
  async put(key: string, bytes: Uint8Array): Promise<void> {
    refuseBadKey(key);
    const target = join(this.#folder, key);
    const temporary = join(this.#unfinished, randomUUID());
    await mkdir(this.#unfinished, { recursive: true });
    await mkdir(dirname(target), { recursive: true });
    try {
      await writeThrough(temporary, bytes);
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await this.#keepNames(dirname(target));
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    refuseBadKey(key);
    try {
      return new Uint8Array(await readFile(join(this.#folder, key)));
    } catch (error) {
      if (isNotThere(error)) return undefined;
      throw error;
    }
  }

  /** After it resolves a power cut does not bring it back. */
  async delete(key: string): Promise<void> {
    refuseBadKey(key);
    try {
      await unlink(join(this.#folder, key));
    } catch (error) {
      if (isNotThere(error) || (await this.#isFolder(key))) return;
      throw error;
    }
    await this.#keepNames(dirname(join(this.#folder, key)));
  }

  /** A key above other keys: nothing was put there. What the system says of unlinking a folder differs. */
  async #isFolder(key: string): Promise<boolean> {
    const found = await stat(join(this.#folder, key)).catch(() => undefined);
    return found?.isDirectory() === true;
  }

  /** A name, or that it is gone, is durable only when each folder on the way to it was synced. */
  async #keepNames(folder: string): Promise<void> {
    // Windows cannot open a folder, and keeps names by itself.
    if (process.platform === "win32") return;
    await syncFolder(folder);
    if (folder.length > this.#folder.length) await this.#keepNames(dirname(folder));
  }
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** A key may lie above or below another one. */
function isNotThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && ["ENOENT", "ENOTDIR", "EISDIR"].includes(String(error.code));
}
