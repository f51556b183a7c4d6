import { decodeEntities } from "./html-entities.ts";
import { MAIL_LIMITS } from "./limits.ts";

/** A picture written into the HTML: megabytes in which there is no word. */
const WRITTEN_IN = /data:[a-z]{1,20}\/[a-z0-9.+-]{1,60};base64,[A-Za-z0-9+/=\s]*/giu;

const UNSEEN = new Set(["head", "noscript", "object", "script", "style", "svg", "template", "title"]);
const LINE = new Set([
  "address",
  "article",
  "aside",
  "dd",
  "div",
  "dt",
  "footer",
  "header",
  "main",
  "nav",
  "section",
  "tr",
]);
const PARAGRAPH = new Set(["dl", "form", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "table", "ul"]);

/** Deep enough for every thread of replies; deeper quotes get no further marks. */
const MAX_QUOTE = 20;

/**
 * Readable plain text of HTML mail: paragraphs and lists as lines, quotes behind `> `, the target behind a link's words,
 * nothing of scripts, styles and comments, nor of what its sender hid. One pass over the input (two when it is broken), so
 * its time is linear whatever the input is.
 */
export function htmlToText(html: string): string {
  const words = html.replace(WRITTEN_IN, "").slice(0, MAIL_LIMITS.htmlRead);
  // An element that is hidden and never closed would take the rest of the mail with it.
  return written(words, true) ?? written(words, false) ?? "";
}

/** The text; `undefined` when at the end something is still hidden. */
function written(html: string, hiding: boolean): string | undefined {
  const page = new TextPage();
  const neverClosed = new Set<string>();
  let hidden: { readonly name: string; depth: number } | undefined;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (hidden === undefined) page.words(decodeEntities(html.slice(at, open < 0 ? html.length : open)));
    if (open < 0) break;
    const tag = readTag(html, open);
    at = tag.end;
    if (tag.kind === "text" && hidden === undefined) page.words("<");
    if (tag.kind !== "tag") continue;
    if (!tag.closing && UNSEEN.has(tag.name)) at = skipElement(html, at, tag.name, neverClosed);
    else if (hidden !== undefined) {
      if (tag.name === hidden.name) hidden.depth += tag.closing ? -1 : 1;
      if (hidden.depth === 0) hidden = undefined;
    } else if (hiding && !tag.closing && HIDEABLE.has(tag.name) && isHidden(tag.attributes)) {
      hidden = { name: tag.name, depth: 1 };
    } else writeTag(page, tag);
  }
  return hidden === undefined ? page.text() : undefined;
}

/** Elements that mail programs close. A hidden paragraph or cell is often left open. */
const HIDEABLE = new Set(["div", "span", "table", "td", "p", "font", "section"]);

function isHidden(attributes: string): boolean {
  if (/\shidden(?=[\s=/]|$)/iu.test(attributes.replace(/"[^"]*"|'[^']*'/gu, '""'))) return true;
  return /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(px|pt|em|%)?\s*(!\s*important\s*)?(;|$))/iu.test(
    attribute(attributes, "style") ?? "",
  );
}

type Tag =
  | { kind: "tag"; name: string; closing: boolean; attributes: string; end: number }
  | { kind: "comment" | "text"; end: number };

function readTag(html: string, open: number): Tag {
  if (html.startsWith("<!--", open)) {
    const close = html.indexOf("-->", open + 4);
    return { kind: "comment", end: close < 0 ? html.length : close + 3 };
  }
  const name = /^<(\/?)([a-z][a-z0-9:]{0,20})|^<[!?]/iu.exec(html.slice(open, open + 24));
  if (name === null) return { kind: "text", end: open + 1 };
  const close = endOfTag(html, open);
  if (close < 0) return { kind: "comment", end: html.length };
  if (name[2] === undefined) return { kind: "comment", end: close + 1 };
  const attributes = html.slice(open + name[0].length, Math.min(close, open + 4_000));
  return { kind: "tag", name: name[2].toLowerCase(), closing: name[1] === "/", attributes, end: close + 1 };
}

/** The `>` that ends a tag: one inside a quoted value does not, unless the quote is not closed nearby. */
function endOfTag(html: string, open: number): number {
  const near = html.indexOf(">", open);
  if (near < 0 || near - open > 4_000) return near;
  const rest = html.slice(open, near).replace(/=\s{0,20}(?:"[^"]*"|'[^']*')/gu, "");
  const quote = /=\s{0,20}(["'])/u.exec(rest)?.[1];
  const closing = quote === undefined ? -1 : html.slice(near, near + 1_000).indexOf(quote);
  const end = closing < 0 ? -1 : html.slice(near + closing, near + closing + 1_000).indexOf(">");
  return end < 0 ? near : near + closing + end;
}

/**
 * Where the element ends. One that is never closed hides only its own tag, so that a broken mail stays readable;
 * it is remembered, or a million openings would each search to the end.
 */
function skipElement(html: string, from: number, name: string, neverClosed: Set<string>): number {
  if (neverClosed.has(name)) return from;
  const close = new RegExp(`</${name}\\b`, "giu");
  close.lastIndex = from;
  const found = close.exec(html);
  if (found === null) {
    neverClosed.add(name);
    return from;
  }
  const end = html.indexOf(">", found.index);
  return end < 0 ? html.length : end + 1;
}

function writeTag(page: TextPage, tag: Extract<Tag, { kind: "tag" }>): void {
  const { name, closing } = tag;
  if (name === "br") page.newLine();
  else if (name === "hr") page.rule();
  else if (name === "blockquote") page.quote(closing ? -1 : 1);
  else if (name === "li") page.item(closing);
  else if (name === "td" || name === "th") page.words(" ");
  else if (name === "a") page.link(closing ? undefined : attribute(tag.attributes, "href"));
  else if (name === "img") page.words(attribute(tag.attributes, "alt") ?? "");
  else if (name === "pre") page.preserve(closing ? -1 : 1);
  else if (LINE.has(name)) page.breakLine(1);
  else if (PARAGRAPH.has(name)) page.breakLine(2);
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "iu").exec(attributes);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : decodeEntities(value).trim();
}

class TextPage {
  readonly #lines: string[] = [];
  /** Pieces of the line being written, joined once: looking at the end of a growing string copies it every time. */
  #pieces: string[] = [];
  #depth = 0;
  #preserved = 0;
  #link: { target: string; words: string } | undefined;

  /** Inside `pre` a line end is a line end. */
  preserve(step: 1 | -1): void {
    this.breakLine(2);
    this.#preserved = Math.max(0, this.#preserved + step);
  }

  words(text: string): void {
    for (const [index, line] of (this.#preserved > 0 ? text.split("\n") : [text]).entries()) {
      if (index > 0) this.newLine();
      this.#words(line);
    }
  }

  #words(text: string): void {
    // A non-breaking space is how mail programs write any space; the reader wants a plain one.
    const words = text.replace(/[\s\u00A0]+/gu, " ");
    if (this.#link !== undefined && this.#link.words.length < 2_000) this.#link.words += words;
    const last = this.#pieces.at(-1);
    const piece = last === undefined || last.endsWith(" ") ? words.replace(/^ /u, "") : words;
    if (piece !== "") this.#pieces.push(piece);
  }

  newLine(): void {
    const marks = "> ".repeat(Math.min(this.#depth, MAX_QUOTE));
    this.#lines.push((marks + this.#pieces.join("")).trimEnd());
    this.#pieces = [];
  }

  /** Ends the line that is being written, and with 2 leaves one blank line. */
  breakLine(lines: 1 | 2): void {
    if (this.#pieces.some((piece) => piece !== " ")) this.newLine();
    else this.#pieces = [];
    const last = this.#lines.at(-1);
    if (lines === 2 && last !== undefined && !/^[> ]*$/u.test(last)) this.newLine();
  }

  rule(): void {
    this.breakLine(1);
    this.#pieces = ["----------"];
    this.newLine();
  }

  quote(step: 1 | -1): void {
    this.breakLine(1);
    this.#depth = Math.max(0, this.#depth + step);
  }

  item(closing: boolean): void {
    this.breakLine(1);
    if (!closing) this.#pieces = ["- "];
  }

  link(target: string | undefined): void {
    const open = this.#link;
    this.#link = undefined;
    if (open !== undefined && isNews(open)) this.#pieces.push(` (${open.target})`);
    if (target !== undefined) this.#link = { target: target.slice(0, 1_000), words: "" };
  }

  text(): string {
    this.link(undefined);
    this.breakLine(1);
    return this.#lines
      .join("\n")
      .replace(/\n{3,}/gu, "\n\n")
      .replace(/^\n+/u, "")
      .trimEnd();
  }
}

/** Whether the target tells more than the words do. */
function isNews(link: { target: string; words: string }): boolean {
  const words = link.words.trim();
  const bare = link.target.replace(/^(mailto:|https?:\/\/)/iu, "").replace(/\/$/u, "");
  return /^(mailto:|https?:)/iu.test(link.target) && bare !== "" && !words.includes(bare);
}
