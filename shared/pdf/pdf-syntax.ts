import type { PdfValue } from "./pdf-value.ts";
import type { PdfWork } from "./pdf-work.ts";

/** A form has its values four or five deep. */
const deepest = 40;

const whitespace = new Set(["\0", "\t", "\n", "\f", "\r", " "]);
/** ISO 32000-1, 7.2.2: what ends a name or a number. */
const ends = new Set([...whitespace, "(", ")", "<", ">", "[", "]", "{", "}", "/", "%"]);
const number = /[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})/y;
const reference = /\d{1,10}[\0\t\n\f\r ]{1,32}\d{1,5}[\0\t\n\f\r ]{1,32}R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const word = /true|false|null/y;
const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** Reads values one after another. Where none can be made out it stops, and `at` says where: nothing is looked at twice. */
export class PdfSyntax {
  readonly #text: string;
  readonly #work: PdfWork;
  at: number;

  constructor(text: string, work: PdfWork, at = 0) {
    this.#text = text;
    this.#work = work;
    this.at = at;
  }

  /** @returns `undefined` where nothing is that we know. @throws {TooMuchWork} */
  value(): PdfValue | undefined {
    const from = this.at;
    const found = this.#value(0);
    this.#work.look(this.at - from);
    return found;
  }

  skipSpace(): void {
    for (;;) {
      const sign = this.#text[this.at];
      if (sign === undefined) return;
      if (sign === "%") this.#skipLine();
      else if (whitespace.has(sign)) this.at += 1;
      else return;
    }
  }

  #skipLine(): void {
    for (let sign = this.#text[this.at]; sign !== undefined && sign !== "\n" && sign !== "\r"; ) {
      this.at += 1;
      sign = this.#text[this.at];
    }
  }

  #value(depth: number): PdfValue | undefined {
    if (depth > deepest) return undefined;
    this.#work.keepValue();
    this.skipSpace();
    switch (this.#text[this.at]) {
      case undefined:
        return undefined;
      case "/":
        return { type: "name", name: this.#name() };
      case "(":
        return this.#literal();
      case "[":
        return this.#array(depth);
      case "<":
        return this.#text[this.at + 1] === "<" ? this.#dictionary(depth) : this.#hexadecimal();
      default:
        return this.#plain();
    }
  }

  #plain(): PdfValue | undefined {
    const pointed = this.#take(reference);
    if (pointed !== undefined) return { type: "reference", to: Number.parseInt(pointed, 10) };
    const counted = this.#take(number);
    if (counted !== undefined) return { type: "number", number: Number(counted) };
    return this.#take(word) === undefined ? undefined : { type: "other" };
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const taken = pattern.exec(this.#text)?.[0];
    this.at += taken?.length ?? 0;
    return taken;
  }

  /** `#41` is an A (7.3.5). */
  #name(): string {
    const from = this.at + 1;
    let end = from;
    for (let sign = this.#text[end]; sign !== undefined && !ends.has(sign); sign = this.#text[end]) end += 1;
    this.at = end;
    return this.#text
      .slice(from, end)
      .replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }

  #hexadecimal(): PdfValue | undefined {
    const end = this.#text.indexOf(">", this.at);
    const digits = this.#text.slice(this.at + 1, end < 0 ? undefined : end).replace(/[^0-9A-Fa-f]/g, "");
    this.at = end < 0 ? this.#text.length : end + 1;
    return end < 0 ? undefined : { type: "string", bytes: Buffer.from(even(digits), "hex").toString("latin1") };
  }

  /** Between parentheses, which may be in pairs inside it; a backslash makes a sign stand for itself or for another (7.3.4.2). */
  #literal(): PdfValue | undefined {
    const parts: string[] = [];
    let open = 0;
    let from = this.at + 1;
    for (; this.at < this.#text.length; this.at += 1) {
      const sign = this.#text[this.at];
      if (sign === "\\") {
        parts.push(this.#text.slice(from, this.at), this.#escaped());
        from = this.at + 1;
      } else if (sign === "(") open += 1;
      else if (sign === ")") {
        open -= 1;
        if (open > 0) continue;
        parts.push(this.#text.slice(from, this.at));
        this.at += 1;
        return { type: "string", bytes: parts.join("") };
      }
    }
    return undefined;
  }

  /** Leaves `at` on the last sign of what was escaped. */
  #escaped(): string {
    const octal = /^[0-7]{1,3}/.exec(this.#text.slice(this.at + 1, this.at + 4))?.[0];
    if (octal !== undefined) {
      this.at += octal.length;
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    }
    this.at += 1;
    const sign = this.#text[this.at] ?? "";
    // A line that goes on.
    if (sign === "\r" && this.#text[this.at + 1] === "\n") this.at += 1;
    if (sign === "\r" || sign === "\n") return "";
    return escapes[sign] ?? sign;
  }

  #array(depth: number): PdfValue | undefined {
    const items: PdfValue[] = [];
    this.at += 1;
    for (;;) {
      this.skipSpace();
      if (this.#text[this.at] === "]") break;
      const item = this.#value(depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
    }
    this.at += 1;
    return { type: "array", items };
  }

  #dictionary(depth: number): PdfValue | undefined {
    const entries = new Map<string, PdfValue>();
    this.at += 2;
    for (;;) {
      this.skipSpace();
      if (this.#text.startsWith(">>", this.at)) break;
      if (this.#text[this.at] !== "/") return undefined;
      const name = this.#name();
      const value = this.#value(depth + 1);
      if (value === undefined) return undefined;
      entries.set(name, value);
    }
    this.at += 2;
    return { type: "dictionary", entries };
  }
}

/** A last digit that is missing is a zero (7.3.4.3). */
const even = (digits: string) => (digits.length % 2 === 0 ? digits : `${digits}0`);
