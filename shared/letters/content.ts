/** A part of a letter. Words are plain text: both renderers escape them. */
export type Block =
  | { readonly type: "paragraph"; readonly text: string }
  | { readonly type: "heading"; readonly text: string }
  | { readonly type: "list"; readonly items: readonly string[] }
  /** A whole URL on a line of its own, shown as a button where that is possible. */
  | { readonly type: "link"; readonly label: string; readonly url: string }
  /** What a colleague wrote in our name: plain paragraphs, apart by an empty line; line breaks stay. */
  | { readonly type: "prose"; readonly text: string }
  /** What a person wrote, marked as not ours; line breaks stay. */
  | { readonly type: "quotation"; readonly text: string }
  | { readonly type: "rows"; readonly rows: readonly Row[] };

export interface Row {
  readonly term: string;
  readonly detail: string;
}

/** What a letter says, before it becomes text and HTML. */
export interface LetterContent {
  /** Without the case number, which every subject gets. */
  readonly subject: string;
  readonly blocks: readonly Block[];
}

export const paragraph = (text: string): Block => ({ type: "paragraph", text });
export const heading = (text: string): Block => ({ type: "heading", text });
export const list = (items: readonly string[]): Block => ({ type: "list", items });
export const prose = (text: string): Block => ({ type: "prose", text });
export const quotation = (text: string): Block => ({ type: "quotation", text });
export const rows = (all: readonly Row[]): Block => ({ type: "rows", rows: all });
/** No block at all when the link is not there. */
export const link = (label: string, url: string | undefined): readonly Block[] =>
  url === undefined ? [] : [{ type: "link", label, url }];
