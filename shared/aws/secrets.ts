import { randomBytes } from "node:crypto";
import type { Secrets } from "../ports.ts";

const length = 20;
const randomLength = 11;
const randoms = 36n ** BigInt(randomLength);

/** Randomness of node:crypto. Nothing about it is AWS's own, so the embedded edition has the same. */
export class RandomSecrets implements Secrets {
  readonly #epochMs: () => number;
  readonly #readKey: () => Promise<Uint8Array>;
  #key: Promise<Uint8Array> | undefined;
  #latest = 0n;

  /**
   * `epochMs` is the time that ids sort by: the movable clock in the embedded edition. `readKey` tells where the key of sessions is kept; left
   * out, it is made here and ends with the process.
   */
  constructor(epochMs: () => number = Date.now, readKey: () => Promise<Uint8Array> = async () => randomBytes(32)) {
    this.#epochMs = epochMs;
    this.#readKey = readKey;
  }

  linkSecret(): string {
    return randomBytes(32).toString("base64url");
  }

  /** Nine characters of epoch milliseconds, then eleven of chance. Those of one process never go back, not even within a millisecond. */
  id(): string {
    const fresh = BigInt(this.#epochMs()) * randoms + (BigInt(`0x${randomBytes(16).toString("hex")}`) % randoms);
    this.#latest = fresh > this.#latest ? fresh : this.#latest + 1n;
    return this.#latest.toString(36).padStart(length, "0");
  }

  /** Read once; a failure is not kept, so the next visitor tries again. */
  async sessionKey(): Promise<Uint8Array> {
    this.#key ??= this.#readKey();
    try {
      return await this.#key;
    } catch (error) {
      this.#key = undefined;
      throw error;
    }
  }
}
