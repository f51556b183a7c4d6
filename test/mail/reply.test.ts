import { expect, test } from "vitest";
import { parseMail } from "../../shared/mail/parse.ts";
import { separateReply } from "../../shared/mail/reply.ts";
import { readCorpus } from "./corpus.ts";

test.each([
  ["reply-gmail-dutch", "Dank u, maar ik ben het er niet mee eens.", "Op ma 5 jan 2026"],
  ["reply-gmail-english", "Thank you, but I do not agree.", "On Mon, Jan 5, 2026"],
  ["reply-outlook-dutch", "Dank u voor uw bericht. Ik kom graag langs.\n\nGroet, Fatima", "____"],
  ["reply-outlook-english", "I would like to come by.", "From: Complaints Learnworks"],
  ["reply-apple-dutch", "Kan het ook op dinsdag?\n\nVerstuurd vanaf mijn iPhone", "> Op 5 jan 2026"],
  ["reply-apple-english", "Could it be on Tuesday?", "On 5 Jan 2026, at 10:00"],
  ["reply-html-gmail", "Ik ben het er niet mee eens.", "Op ma 5 jan 2026"],
  ["reply-only-quote", "", "> Beste Fatima"],
  [
    "reply-apple-html-dutch",
    "Ik ben het er niet mee eens.\nVerstuurd vanaf mijn iPhone",
    "> Op 5 jan 2026 om 10:00 heeft Klachten",
  ],
  ["reply-apple-new-dutch", "Ik ben het er niet mee eens.", "> Klachten Learnworks"],
  ["reply-bold-gmail-outlook", "Ik ben het er niet mee eens.", "*Van:* Klachten"],
  ["reply-gmail-folded-dutch", "Ik ben het er niet mee eens.", "Op ma 5 jan. 2026"],
  ["reply-gmail-html-english", "I do not agree.", "On Mon, 5 Jan 2026"],
  ["reply-outlook-html-dutch", "Ik ben het er niet mee eens.", "Van: Klachten"],
  [
    "reply-outlook-ios-dutch",
    "Ik ben het er niet mee eens.\n\nOutlook voor iOS<https://outlook.example/app> downloaden",
    "____",
  ],
  ["reply-outlook-mac-dutch", "Ik ben het er niet mee eens.", "Van: Klachten"],
  ["reply-outlook-old-english", "I do not agree.", "-----Original Message-----"],
  ["reply-outlook-web-dutch", "Ik ben het er niet mee eens.", "----------\nVan: Klachten"],
  [
    "reply-samsung-dutch",
    "Ik ben het er niet mee eens.\nVerzonden vanaf mijn Galaxy",
    "-------- Oorspronkelijk bericht --------",
  ],
  [
    "reply-signature",
    "Ik ben het er niet mee eens.\n\n-- \nFatima El Amrani\nTel. 06 00000000",
    "Op ma 5 jan 2026 om 10:00 schreef",
  ],
  ["reply-thunderbird-dutch", "Ik ben het er niet mee eens.", "Op 05-01-2026 om 10:00 schreef"],
  ["reply-yahoo-dutch", "Ik ben het er niet mee eens.", "    Op maandag 5 januari 2026"],
])("%s: what the person wrote stands apart from the quote", async (file, written, quoteStart) => {
  const { text, subject } = await parseMail(readCorpus(file));

  const reply = separateReply(text, subject);

  expect(reply.written.trim()).toBe(written);
  expect(reply.quoted.startsWith(quoteStart), reply.quoted).toBe(true);
  expect(reply.quoted).toMatch(/(ontvangen|received)/u);
  expect(reply.written + reply.quoted).toBe(text);
});

test.each([
  "plain-dutch",
  "forwarded-inline",
  "forwarded-apple-dutch",
  "forwarded-no-prefix",
  "forwarded-outlook-dutch",
  "reply-below-quote",
  "reply-between-the-lines",
])("%s is meant to be read as a whole", async (file) => {
  const { text, subject } = await parseMail(readCorpus(file));

  expect(separateReply(text, subject)).toEqual({ written: text, quoted: "" });
});

test("an Outlook forward is read as a whole, a reply to it is not", () => {
  const text =
    "Zie hieronder.\n\nVan: Fatima <fatima@deelnemer.example>\nVerzonden: 5 januari\nAan: ons\nOnderwerp: boos\n\nIk ben boos.";

  expect(separateReply(text, "FW: boos").quoted).toBe("");
  expect(separateReply(text, "RE: FW: boos").written).toBe("Zie hieronder.\n\n");
});

test.each([
  ["a date at the start of a line", "Op 12 december om 10:00 was ik er.\nDaarna niet meer."],
  ["somebody's words", "Ik vroeg het hem.\nOp 3 mei schreef hij mij: kom maar langs.\nDat deed ik."],
  ["a list of who was there", "Aanwezig waren:\nVan: kantoor\nAan tafel zat ook Jan."],
  ["an arrow in the text", "Van A -> B duurde een uur."],
])("%s is no quote", (_, text) => {
  expect(separateReply(text).written).toBe(text);
});
