import { expect, test } from "vitest";
import { parseMail } from "../../shared/mail/parse.ts";
import { threadKeys } from "../../shared/mail/thread.ts";
import { readCorpus } from "./corpus.ts";

const mail = { inReplyTo: [], references: [], subject: "" };

test("a reply points at its case by key, then by the mails it answers from newest to oldest, then by number", async () => {
  const reply = await parseMail(readCorpus("reply-gmail-dutch"));

  const keys = threadKeys(reply, { recipients: ["Klachten+AbC123@learnworks.example"] }, ["LW"]);

  expect(keys).toEqual([
    { by: "plus-key", key: "abc123" },
    { by: "message-id", id: "brief-1@learnworks.example" },
    { by: "message-id", id: "eerder@deelnemer.example" },
    { by: "case-number", number: "LW-2026-0012" },
  ]);
});

test("of the mails in a thread the newest comes first, each once", () => {
  const thread = {
    ...mail,
    inReplyTo: ["drie@a.example"],
    references: ["een@a.example", "twee@a.example", "drie@a.example"],
  };

  const ids = threadKeys(thread, { recipients: [] }, []).map((key) => (key.by === "message-id" ? key.id : key.by));

  expect(ids).toEqual(["drie@a.example", "twee@a.example", "een@a.example"]);
});

test("a new mail points nowhere", async () => {
  const letter = await parseMail(readCorpus("plain-dutch"));

  expect(threadKeys(letter, { recipients: ["klachten@learnworks.example"] }, ["LW", "ST"])).toEqual([]);
});

test.each([
  ["[ST-2026-0001] Re: uw klacht", ["ST-2026-0001"]],
  ["re: uw klacht st-2026-0001", ["ST-2026-0001"]],
  ["LW-2026-0012 en ST-2026-0003", ["ST-2026-0003", "LW-2026-0012"]],
  ["FAST-2026-0001", []],
  ["ST-2026-0001-7", []],
  ["ST-26-1", []],
  ["ST-2026-123456789", []],
])("the subject %j names %j", (subject, numbers) => {
  const keys = threadKeys({ ...mail, subject }, { recipients: [] }, ["ST", "LW"]);

  expect(keys).toEqual(numbers.map((number) => ({ by: "case-number", number })));
});

test.each([
  "klachten+@learnworks.example",
  "+abc@learnworks.example",
  "klachten+a b@learnworks.example",
  "klachten+a+b@x.example",
])("%j carries no key", (recipient) => {
  expect(threadKeys(mail, { recipients: [recipient] }, [])).toEqual([]);
});

test("a prefix that would change the search pattern finds nothing", () => {
  expect(threadKeys({ ...mail, subject: "ST-2026-0001" }, { recipients: [] }, [".*", ""])).toEqual([]);
});
