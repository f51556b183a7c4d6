import type { PdfObjects } from "./pdf-objects.ts";
import { unpacked } from "./pdf-stream.ts";
import { pdfText } from "./pdf-text.ts";
import type { PdfEntries, PdfValue } from "./pdf-value.ts";
import type { PdfWork } from "./pdf-work.ts";

/** What was filled in at a field; empty when nothing was. */
export type PdfFields = ReadonlyMap<string, string>;

/**
 * The fields of the form in a PDF (ISO 32000-1, 12.7) that have one of these names. Where the form itself is lost, as in a file that was cut off, every
 * object that says to be such a field counts.
 * @throws {TooMuchWork}
 */
export function pdfFields(objects: PdfObjects, names: ReadonlySet<string>, work: PdfWork): PdfFields {
  const reading = new FieldReading(objects, work);
  const inForm = reading.ofForm(names);
  return inForm.size > 0 ? inForm : reading.anywhere(names);
}

/** At how many places one field shows; ours has two at most. */
const mostKids = 20;

/** What the properties of a PDF say it is about; empty when they say nothing. @throws {TooMuchWork} */
export const pdfKeywords = (objects: PdfObjects, work: PdfWork): string => new FieldReading(objects, work).keywords();

class FieldReading {
  readonly #objects: PdfObjects;
  readonly #work: PdfWork;

  constructor(objects: PdfObjects, work: PdfWork) {
    this.#objects = objects;
    this.#work = work;
  }

  ofForm(names: ReadonlySet<string>): PdfFields {
    const root = this.#objects.trailers
      .map((trailer) => this.#entries(trailer.get("Root")))
      .find((one) => one?.has("AcroForm"));
    const form = this.#entries(root?.get("AcroForm"));
    return this.#named(this.#items(form?.get("Fields")), names);
  }

  anywhere(names: ReadonlySet<string>): PdfFields {
    return this.#named([...this.#objects.byNumber.values()], names);
  }

  keywords(): string {
    const told = this.#objects.trailers.map((trailer) => this.#entries(trailer.get("Info"))?.get("Keywords"));
    return told.map((value) => this.#text(value) ?? "").join(" ");
  }

  #named(candidates: readonly PdfValue[], names: ReadonlySet<string>): PdfFields {
    const found = new Map<string, string>();
    for (const candidate of candidates) {
      this.#work.keepValue();
      const field = this.#entries(candidate);
      const name = this.#text(field?.get("T"));
      if (field !== undefined && name !== undefined && names.has(name)) found.set(name, this.#answer(field));
    }
    return found;
  }

  /** At the field itself; some programs write it at where the field shows, and of a choice only which of its buttons is on. */
  #answer(field: PdfEntries): string {
    const own = this.#text(field.get("V"));
    if (own !== undefined && own !== "Off") return own;
    const shown = this.#items(field.get("Kids"))
      .slice(0, mostKids)
      .map((kid) => this.#entries(kid));
    const there = shown.map((kid) => this.#text(kid?.get("V"))).find((text) => text !== undefined && text !== "Off");
    const on = shown.map((kid) => this.#text(kid?.get("AS"))).find((text) => text !== undefined && text !== "Off");
    return there ?? on ?? "";
  }

  #text(value: PdfValue | undefined): string | undefined {
    const found = this.#found(value);
    switch (found?.type) {
      case "string":
        return this.#words(found.bytes);
      case "name":
        return found.name;
      case "stream":
        return this.#words(unpacked(found, this.#work) ?? "");
      default:
        return undefined;
    }
  }

  /** Thousands of fields may share one long string. */
  #words(bytes: string): string {
    this.#work.look(bytes.length);
    return pdfText(bytes);
  }

  #entries(value: PdfValue | undefined): PdfEntries | undefined {
    const found = this.#found(value);
    return found?.type === "dictionary" ? found.entries : undefined;
  }

  #items(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.#found(value);
    return found?.type === "array" ? found.items : [];
  }

  /** A reference leads to an object; one that leads to another reference leads nowhere. */
  #found(value: PdfValue | undefined): PdfValue | undefined {
    return value?.type === "reference" ? this.#objects.byNumber.get(value.to) : value;
  }
}
