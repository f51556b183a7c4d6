import { refuseBadKey } from "../../shared/aws/archive-key.ts";
import type { Keeping } from "./linked-archive.ts";

/** Forgets everything with the process: for a rehearsal. */
export class MemoryArchive implements Keeping {
  readonly #kept = new Map<string, Uint8Array>();

  async put(key: string, bytes: Uint8Array): Promise<void> {
    refuseBadKey(key);
    this.#kept.set(key, bytes.slice());
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    refuseBadKey(key);
    return this.#kept.get(key)?.slice();
  }

  async delete(key: string): Promise<void> {
    refuseBadKey(key);
    this.#kept.delete(key);
  }
}
