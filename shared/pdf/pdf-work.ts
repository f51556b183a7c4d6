/** A file asks for more than a form ever does. */
export class TooMuchWork extends Error {
  override readonly name = "TooMuchWork";
}

/**
 * What reading may cost, for all files of one mail together: a form that somebody filled in and saved is far below it, and the worst mail ends
 * within two seconds and 100 MB.
 */
export class PdfWork {
  /** Characters looked at, of the files and of what was packed in them. */
  #characters = 40_000_000;
  #values = 250_000;
  #unpacked = 16_000_000;

  /** @throws {TooMuchWork} */
  look(characters: number): void {
    this.#characters -= characters;
    if (this.#characters < 0) throw new TooMuchWork("Too many characters.");
  }

  /** @throws {TooMuchWork} */
  keepValue(): void {
    this.#values -= 1;
    if (this.#values < 0) throw new TooMuchWork("Too many values.");
  }

  /** Bytes that may still come out of what is packed. */
  get room(): number {
    return this.#unpacked;
  }

  unpacked(bytes: number): void {
    this.#unpacked = Math.max(0, this.#unpacked - bytes);
  }
}
