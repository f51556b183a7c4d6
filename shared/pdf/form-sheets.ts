import {
  PDFArray,
  type PDFDocument,
  type PDFField,
  type PDFFont,
  PDFHexString,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  PDFRef,
} from "@cantoo/pdf-lib";
import { type Colour, colour, type Typeface, textWidth, wrapped } from "./form-look.ts";
import { nameButtons } from "./radio-buttons.ts";
import { StructureTree } from "./structure-tree.ts";

/** Points: A4, and the margin around what stands on it. */
const sheet = { width: 595, height: 842, margin: (595 - textWidth) / 2 } as const;

interface Style {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: Colour;
  /** Points kept free above and below it. */
  readonly before?: number;
  readonly after: number;
}

const styles = {
  H1: { size: 24, bold: true, colour: "accent", after: 6 },
  H2: { size: 13, bold: true, colour: "accent", before: 8, after: 3 },
  P: { size: 10.5, after: 5 },
} as const satisfies Readonly<Record<string, Style>>;

/** Where something stands on the sheet, from the left margin; over the whole width when nothing is said. Points. */
interface Place {
  readonly left?: number;
  readonly width?: number;
}

/** Sheets of A4 that are filled from top to bottom with words and with places to fill in. */
export class FormSheets {
  readonly #document: PDFDocument;
  readonly #face: Typeface;
  readonly #tree: StructureTree;
  #page: PDFPage;
  #y: number = sheet.height - sheet.margin;

  constructor(document: PDFDocument, face: Typeface) {
    this.#document = document;
    this.#face = face;
    this.#tree = new StructureTree(document);
    this.#page = document.addPage([sheet.width, sheet.height]);
  }

  nextSheet(): void {
    this.#page = this.#document.addPage([sheet.width, sheet.height]);
    this.#y = sheet.height - sheet.margin;
  }

  /** Points that are left above the lower margin. */
  get room(): number {
    return this.#y - sheet.margin;
  }

  /** Puts both beside each other: the second begins as high as the first, and what comes next below the longer one. */
  beside(one: () => void, other: () => void): void {
    const top = this.#y;
    one();
    const below = this.#y;
    this.#y = top;
    other();
    this.#y = Math.min(this.#y, below);
  }

  words(text: string, tag: keyof typeof styles = "P", own: Partial<Style> & Place = {}): void {
    const { size, bold, colour, before, after }: Style = { ...styles[tag], ...own };
    const font = bold === true ? this.#face.bold : this.#face.regular;
    const number = this.#tree.text(tag, this.#page);
    this.#y -= before ?? 0;
    this.#marked(tag, `<</MCID ${number}>>`, () => {
      for (const line of wrapped(text, font, size, own.width ?? textWidth)) {
        this.#write(line, { font, size, colour: colour ?? "ink", left: own.left ?? 0, y: this.#y - size });
        this.#y -= size * 1.32;
      }
    });
    this.#y -= after;
  }

  /** A box to type or write in. `asked` is what a screen reader says there. */
  box(name: string, asked: string, place: Place & { readonly height: number; readonly manyLines?: boolean }): void {
    const field = this.#document.getForm().createTextField(name);
    if (place.manyLines === true) field.enableMultiline();
    field.addToPage(this.#page, {
      x: sheet.margin + (place.left ?? 0),
      y: this.#y - place.height,
      width: (place.width ?? textWidth) - 1,
      height: place.height - 1,
      ...this.#boxLook(),
      font: this.#face.regular,
    });
    field.setFontSize(11);
    this.#asks(field, asked);
    this.#y -= place.height + 9;
  }

  /** Buttons of which one can be on, each with its words behind it. */
  choice(name: string, asked: string, options: readonly { readonly id: string; readonly label: string }[]): void {
    const group = this.#document.getForm().createRadioGroup(name);
    const [size, apart] = [13, 90];
    for (const [index, { id }] of options.entries()) {
      const place = { x: sheet.margin + index * apart, y: this.#y - size - 1, width: size, height: size };
      group.addOptionToPage(id, this.#page, { ...place, ...this.#boxLook() });
    }
    nameButtons(
      group,
      options.map(({ id }) => id),
    );
    this.#asks(group, asked);
    const top = this.#y;
    for (const [index, { label }] of options.entries()) {
      this.#y = top;
      this.words(label, "P", { left: index * apart + size + 7, before: 1, after: 11 });
    }
  }

  /** A field that nobody sees or fills in. */
  hidden(name: string, value: string): void {
    const field = this.#document.getForm().createTextField(name);
    field.setText(value);
    field.enableReadOnly();
    field.addToPage(this.#page, { x: 0, y: 0, width: 1, height: 1, hidden: true, font: this.#face.regular });
  }

  /** Words at the foot of every sheet, and at its right which sheet it is; not read aloud. */
  foot(left: string, right: (sheet: number, of: number) => string): void {
    const pages = this.#document.getPages();
    for (const [index, page] of pages.entries()) {
      this.#page = page;
      const [font, size] = [this.#face.regular, 8.5];
      const words = right(index + 1, pages.length);
      const place = { font, size, colour: "quiet", y: sheet.margin - 26 } as const;
      this.#marked("Artifact", undefined, () => {
        this.#write(left, { ...place, left: 0 });
        this.#write(words, { ...place, left: textWidth - font.widthOfTextAtSize(words, size) });
      });
    }
  }

  finish(): void {
    this.#tree.finish();
  }

  #boxLook() {
    return {
      textColor: colour("ink"),
      backgroundColor: colour("sheet"),
      borderColor: colour("edge"),
      borderWidth: 1,
    };
  }

  #asks({ acroField }: Pick<PDFField, "acroField">, asked: string): void {
    acroField.dict.set(PDFName.of("TU"), PDFHexString.fromText(asked));
    for (const widget of acroField.dict.lookup(PDFName.of("Kids"), PDFArray).asArray()) {
      if (widget instanceof PDFRef) this.#tree.field(widget, this.#page);
    }
  }

  #marked(tag: string, properties: string | undefined, draw: () => void): void {
    this.#page.pushOperators(
      properties === undefined
        ? PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of(tag)])
        : PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [PDFName.of(tag), properties]),
    );
    draw();
    this.#page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
  }

  #write(
    text: string,
    { font, size, colour: ink, left, y }: { font: PDFFont; size: number; colour: Colour; left: number; y: number },
  ): void {
    this.#page.drawText(text, { x: sheet.margin + left, y, size, font, color: colour(ink) });
  }
}
