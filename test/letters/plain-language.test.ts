import { describe, expect, test } from "vitest";
import type { Block } from "../../shared/letters/content.ts";
import { letters } from "../../shared/letters/letters.ts";
import { readingEase, syllablesOf } from "../support/reading-ease.ts";
import { everyLetter, type LetterCase } from "./every-letter.ts";

/** Plain language by the measures of Flesch and Douma. */
const plain = 60;

describe("every letter is plain language", () => {
  test.each(everyLetter)("$title", (example) => {
    expect(readingEase(ourWords(example), example.language)).toBeGreaterThanOrEqual(plain);
  });
});

describe("syllables", () => {
  test.each([
    { word: "klacht", language: "nl", syllables: 1 },
    { word: "herinnering", language: "nl", syllables: 4 },
    { word: "beïnvloed", language: "nl", syllables: 3 },
    { word: "bijzonder", language: "nl", syllables: 3 },
    { word: "complaint", language: "en", syllables: 2 },
    { word: "done", language: "en", syllables: 1 },
    { word: "received", language: "en", syllables: 2 },
  ] as const)("$word has $syllables", ({ word, language, syllables }) => {
    expect(syllablesOf(word, language)).toBe(syllables);
  });
});

test("office language does not pass as plain", () => {
  const stiff =
    "Naar aanleiding van bovengenoemde correspondentie informeren wij belanghebbenden aangaande besluitvorming.";
  expect(readingEase([stiff], "nl")).toBeLessThan(plain);
});

/** The sentences that we wrote: no quotations, no words of staff, no links, no names in tables, no dates. */
function ourWords({ kind, wanted, language, onPaper }: LetterCase): readonly string[] {
  const context = { taskId: undefined, letterId: undefined, ...wanted, language, onPaper };
  return letters[kind](context)
    .blocks.flatMap(sentencesOf)
    .map((text) => text.replace(/\p{L}+ \d+ \p{L}+ \d{4}(?: (?:om|at) \d\d[.:]\d\d(?: uur)?)?/gu, "dan"));
}

function sentencesOf(block: Block): readonly string[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [block.text];
    case "list":
      return block.items;
    case "rows":
      return block.rows.map(({ detail }) => detail).filter((detail) => detail.endsWith("."));
    case "link":
    case "prose":
    case "quotation":
      return [];
  }
}
