import { type PDFFont, rgb } from "@cantoo/pdf-lib";
import { look } from "../charts/look.ts";

/** Points between the margins of A4. */
export const textWidth = 483;

export interface Typeface {
  readonly regular: PDFFont;
  readonly bold: PDFFont;
}

const colours = { ink: look.ink, quiet: look.quiet, accent: look.accent, sheet: look.sheet, edge: "#857c69" } as const;
export type Colour = keyof typeof colours;

export function colour(name: Colour) {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colours[name].slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts;
  return rgb(red, green, blue);
}

/** The text as lines that fit the width, in points. */
export function wrapped(text: string, font: PDFFont, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of printable(text, font).split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && font.widthOfTextAtSize(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The fonts that every program has know the letters of western Europe. Of another letter its base is shown, or a question mark. */
export function printable(text: string, font: PDFFont): string {
  const known = new Set(font.getCharacterSet());
  const knows = (sign: string) => known.has(sign.codePointAt(0) ?? 0);
  return text.normalize("NFC").replace(/./gsu, (sign) => {
    const base = sign.normalize("NFD").match(/./su)?.[0] ?? "";
    return knows(sign) ? sign : knows(base) ? base : "?";
  });
}
