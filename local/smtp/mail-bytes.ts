/** Bytes of one block. */
const blockBytes = 64 * 1024;

/**
 * The bytes of a message while it comes in. They are copied together: a message may come in pieces of three bytes (every line that
 * begins with a dot is one), and ten million pieces take gigabytes.
 */
export class MailBytes {
  readonly #full: Uint8Array[] = [];
  #last = Buffer.allocUnsafe(blockBytes);
  #used = 0;

  add(piece: Uint8Array): void {
    for (let from = 0; from < piece.length; ) {
      if (this.#used === blockBytes) this.#next();
      const fits = piece.subarray(from, from + blockBytes - this.#used);
      this.#last.set(fits, this.#used);
      this.#used += fits.length;
      from += fits.length;
    }
  }

  whole(): Uint8Array {
    return Buffer.concat([...this.#full, this.#last.subarray(0, this.#used)]);
  }

  #next(): void {
    this.#full.push(this.#last);
    this.#last = Buffer.allocUnsafe(blockBytes);
    this.#used = 0;
  }
}
