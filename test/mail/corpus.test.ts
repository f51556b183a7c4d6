import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { classifyMail, type MailClass } from "../../shared/mail/classify.ts";
import { parseMail } from "../../shared/mail/parse.ts";
import type { Mailbox } from "../../shared/mail/parsed-mail.ts";
import { threadKeys } from "../../shared/mail/thread.ts";
import { corpus, ownAddresses, readCorpus, unchecked } from "./corpus.ts";

const shown = (mailbox: Mailbox | undefined): string =>
  mailbox === undefined ? "" : `${mailbox.name ?? ""} <${mailbox.address}>`.trim();

const named = (result: MailClass): string => (result.kind === "letter" ? "letter" : `${result.kind}: ${result.reason}`);

test.each(corpus)("$title becomes $becomes", async (expected) => {
  const mail = await parseMail(readCorpus(expected.file));
  const envelope = {
    from: expected.envelopeFrom ?? mail.from?.address ?? "iemand@elders.example",
    recipients: expected.to ?? ["klachten@learnworks.example"],
  };

  expect(named(classifyMail({ mail, envelope, ownAddresses, verdicts: unchecked }))).toBe(expected.becomes);
  if (expected.threads !== undefined) {
    expect(threadKeys(mail, envelope, ["LW"]).map((key) => Object.values(key).join(" "))).toEqual(expected.threads);
  }
  if (expected.from !== undefined) expect(shown(mail.from)).toBe(expected.from);
  if (expected.subject !== undefined) expect(mail.subject).toBe(expected.subject);
  for (const piece of expected.says ?? []) expect(mail.text).toContain(piece);
  for (const piece of expected.hides ?? []) expect(mail.text).not.toContain(piece);
  if (expected.attachments !== undefined) {
    expect(mail.attachments.map(({ fileName }) => fileName)).toEqual(expected.attachments);
  }
  if (expected.defects !== undefined) expect(mail.defects).toEqual(expected.defects);
});

test("every file of the corpus is in the table", () => {
  const files = readdirSync(new URL("corpus/", import.meta.url)).filter((name) => name.endsWith(".eml"));

  expect(new Set(corpus.map(({ file }) => `${file}.eml`))).toEqual(new Set(files));
});
