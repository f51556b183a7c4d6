import { describe, expect, test } from "vitest";
import { parseMail } from "../../shared/mail/parse.ts";
import { writtenWords } from "../../shared/mail/written-words.ts";
import { readCorpus } from "../mail/corpus.ts";

describe("what somebody wrote themselves in a reply", () => {
  test.each([
    ["reply-outlook-dutch", "Dank u voor uw bericht. Ik kom graag langs."],
    ["reply-apple-dutch", "Kan het ook op dinsdag?"],
    ["reply-samsung-dutch", "Ik ben het er niet mee eens."],
    ["reply-outlook-ios-dutch", "Ik ben het er niet mee eens."],
    ["reply-signature", "Ik ben het er niet mee eens."],
    ["reply-gmail-english", "Thank you, but I do not agree."],
    ["reply-only-quote", ""],
  ])("of %s", async (name, words) => {
    const { text, subject } = await parseMail(readCorpus(name));
    expect(writtenWords(text, subject)).toBe(words);
  });

  test.each([
    ["Beste Ingrid,\n\nGebeld.\n\nMet vriendelijke groet,\nFarah", "Gebeld."],
    ["Hallo,\nGebeld.\nMvg Farah", "Gebeld."],
    ["Gebeld.\n\nGroet,\nFarah\nTel. 06 00000000", "Gebeld."],
    ["Gebeld.\n\nGr. Farah", "Gebeld."],
    ["Dear all,\n\nCalled.\n\nKind regards,\nFarah", "Called."],
    ["Called.\n\nSent from my iPhone", "Called."],
  ])("without greeting and signature: %j", (text, words) => {
    expect(writtenWords(text, "")).toBe(words);
  });

  test.each([
    "Beste keus is nu om te bellen.",
    "Hallo zeggen hielp niet.",
    "Groeten aan de deelnemers waren niet aardig, en dat vond zij het ergste.",
    "Met de groep gesproken.",
  ])("a sentence that begins as a greeting does stays: %s", (text) => {
    expect(writtenWords(text, "")).toBe(text);
  });
});
