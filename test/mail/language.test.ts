import { expect, test } from "vitest";
import { guessLanguage } from "../../shared/mail/language.ts";
import { parseMail } from "../../shared/mail/parse.ts";
import { separateReply } from "../../shared/mail/reply.ts";
import { readCorpus } from "./corpus.ts";

test.each([
  ["plain-dutch", "nl"],
  ["html-only", "nl"],
  ["reply-gmail-dutch", "nl"],
  ["reply-outlook-dutch", "nl"],
  ["plain-english", "en"],
  ["reply-gmail-english", "en"],
] as const)("%s is written in %s, whatever the default", async (file, language) => {
  const { text } = await parseMail(readCorpus(file));
  const { written } = separateReply(text);

  expect(guessLanguage(written, "nl")).toBe(language);
  expect(guessLanguage(written, "en")).toBe(language);
});

test.each([
  ["nothing", ""],
  ["one word", "Klacht"],
  ["numbers", "12 345 67"],
  ["another language", "Ich möchte mich beschweren über den Kurs."],
  ["as much of both", "Ik heb een klacht over u. I have my complaint."],
])("%s does not tell, so the default counts", (_, text) => {
  expect(guessLanguage(text, "nl")).toBe("nl");
  expect(guessLanguage(text, "en")).toBe("en");
});
