import { randomBytes } from "node:crypto";
import type { Secrets } from "../ports.ts";

const length = 20;
const randomLength = 11;
const randoms = 36n ** BigInt(randomLength);

/** Randomness of node:crypto. Nothing about it is AWS's own, so the embedded edition has the same. */
export class RandomSecrets implements Secrets {
  readonly #epochMs: () => number;
  #latest = 0n;

  /** `epochMs` is the time that ids sort by: the movable clock in the embedded edition. */
  constructor(epochMs: () => number = Date.now) {
    this.#epochMs = epochMs;
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
}
