import { PDFDict, type PDFDocument, PDFName, type PDFPage, type PDFRef } from "@cantoo/pdf-lib";

/** What a screen reader is told that something is: a heading, a paragraph or a field. */
export type Tag = "H1" | "H2" | "P" | "Form";

/**
 * The parts of a PDF in the order in which they are read aloud and in which Tab goes (ISO 32000-1, 14.7). Without it a reader guesses from where
 * things stand on the sheet.
 */
export class StructureTree {
  readonly #document: PDFDocument;
  readonly #whole: PDFRef;
  readonly #parts: PDFRef[] = [];
  /** By page, the parts of the text that stands there; its place is its number there. */
  readonly #textOn = new Map<PDFPage, PDFRef[]>();
  readonly #fields: (readonly [widget: PDFDict, part: PDFRef])[] = [];

  constructor(document: PDFDocument) {
    this.#document = document;
    this.#whole = document.context.nextRef();
  }

  /** @returns the number of the text on its page. */
  text(tag: Exclude<Tag, "Form">, page: PDFPage): number {
    const onPage = this.#textOn.get(page) ?? [];
    this.#textOn.set(page, onPage);
    onPage.push(this.#part({ S: tag, Pg: page.ref, K: onPage.length }));
    return onPage.length - 1;
  }

  field(widget: PDFRef, page: PDFPage): void {
    const part = this.#part({ S: "Form", Pg: page.ref, K: { Type: "OBJR", Obj: widget, Pg: page.ref } });
    this.#fields.push([this.#document.context.lookup(widget, PDFDict), part]);
  }

  #part(what: Readonly<Record<string, string | number | PDFRef | Readonly<Record<string, string | PDFRef>>>>): PDFRef {
    const { context } = this.#document;
    const part = context.register(context.obj({ Type: "StructElem", P: this.#whole, ...what }));
    this.#parts.push(part);
    return part;
  }

  /** Writes the tree, once everything is on the sheets. */
  finish(): void {
    const { context, catalog } = this.#document;
    const root = context.nextRef();
    const parents: (number | PDFRef | PDFRef[])[] = [];
    let key = 0;
    for (const [page, parts] of this.#textOn) {
      page.node.set(PDFName.of("StructParents"), context.obj(key));
      page.node.set(PDFName.of("Tabs"), PDFName.of("S"));
      parents.push(key, parts);
      key += 1;
    }
    for (const [widget, part] of this.#fields) {
      widget.set(PDFName.of("StructParent"), context.obj(key));
      parents.push(key, part);
      key += 1;
    }
    context.assign(this.#whole, context.obj({ Type: "StructElem", S: "Document", P: root, K: this.#parts }));
    context.assign(
      root,
      context.obj({
        Type: "StructTreeRoot",
        K: [this.#whole],
        ParentTree: { Nums: parents },
        ParentTreeNextKey: key,
      }),
    );
    catalog.set(PDFName.of("StructTreeRoot"), root);
    catalog.set(PDFName.of("MarkInfo"), context.obj({ Marked: true }));
  }
}
