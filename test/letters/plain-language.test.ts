import { describe, expect, test } from "vitest";
import { letterKinds } from "../../shared/domain/letter-kinds.ts";
import type { Block } from "../../shared/letters/content.ts";
import type { LetterContext } from "../../shared/letters/letter-context.ts";
import { letters } from "../../shared/letters/letters.ts";
import { readingEase, syllablesOf } from "../support/reading-ease.ts";
import { every } from "./every-letter.ts";

/** Plain language by the measures of Flesch and Douma. */
const plain = 60;

describe("every letter is plain language", () => {
  test.each(letterKinds.flatMap(every))("$title", ({ wanted, language }) => {
    const context: LetterContext = { taskId: undefined, letterId: undefined, ...wanted, language };
    expect(readingEase(ourWords(context, wanted.letter), language)).toBeGreaterThanOrEqual(plain);
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
function ourWords(context: LetterContext, letter: (typeof letterKinds)[number]): readonly string[] {
  return letters[letter](context)
    .blocks.flatMap(sentencesOf)
    .map((text) => text.replace(/\p{L}+ \d+ \p{L}+ \d{4} (?:om|at) \d\d[.:]\d\d(?: uur)?/gu, "dan"));
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
