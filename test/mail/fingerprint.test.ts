import { describe, expect, test } from "vitest";
import { contentFingerprint, deliveryFingerprint } from "../../shared/mail/fingerprint.ts";
import { parseMail } from "../../shared/mail/parse.ts";

function setup(
  changes: Readonly<Record<string, string>> = {},
  body = "Ik wil een klacht indienen.\r\nGroet, Fatima\r\n",
) {
  const fields = {
    From: "Fatima <fatima@deelnemer.example>",
    "Message-ID": "<een@deelnemer.example>",
    Subject: "Klacht",
    "Content-Type": "text/plain; charset=utf-8",
    ...changes,
  };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return parseMail(new TextEncoder().encode(`${head.join("")}\r\n${body}`));
}

describe("the same delivery", () => {
  test.each([
    ["spaces and line ends changed on the way", {}, "Ik wil een klacht indienen.\n\nGroet,  Fatima"],
    ["other letter case in the address", { From: "FATIMA@deelnemer.example" }, undefined],
    ["fields added on the way", { Received: "from a by b" }, undefined],
  ])("%s is the same", async (_, changes, body) => {
    expect(deliveryFingerprint(await setup(changes, body))).toBe(deliveryFingerprint(await setup()));
  });

  test.each([
    ["another id", { "Message-ID": "<twee@deelnemer.example>" }, undefined],
    ["another sender", { From: "jan@deelnemer.example" }, undefined],
    ["other words", {}, "Ik wil nog een klacht indienen."],
  ])("%s is another", async (_, changes, body) => {
    expect(deliveryFingerprint(await setup(changes, body))).not.toBe(deliveryFingerprint(await setup()));
  });
});

describe("the same delivery of a mail without an id", () => {
  const withoutId = { "Message-ID": "", Date: "Mon, 2 Nov 2026 09:00:00 +0100" };

  test("is the same when it comes again", async () => {
    expect(deliveryFingerprint(await setup({ ...withoutId, Received: "from a by b" }))).toBe(
      deliveryFingerprint(await setup(withoutId)),
    );
  });

  test.each([
    ["says something else in its subject and nothing below it", { ...withoutId, Subject: "Docent kwam weer niet" }],
    ["was written on another day", { ...withoutId, Date: "Mon, 9 Nov 2026 09:00:00 +0100" }],
  ])("is not one that %s", async (_, changes) => {
    expect(deliveryFingerprint(await setup(changes, ""))).not.toBe(deliveryFingerprint(await setup(withoutId, "")));
  });
});

describe("the same words of the same person", () => {
  test("sent twice are the same", async () => {
    const again = await setup({ "Message-ID": "<twee@deelnemer.example>", Subject: "Fwd: Re: Klacht" });

    expect(contentFingerprint(again)).toBe(contentFingerprint(await setup()));
  });

  test.each([
    ["another subject", { Subject: "Tweede klacht" }, undefined],
    ["in reply to another mail", { "In-Reply-To": "<brief-2@learnworks.example>" }, undefined],
    ["another sender", { From: "jan@deelnemer.example" }, undefined],
    ["other words", {}, "Iets anders."],
  ])("%s is another", async (_, changes, body) => {
    expect(contentFingerprint(await setup(changes, body))).not.toBe(contentFingerprint(await setup()));
  });

  test("two mails that differ only in their attachment are two", async () => {
    const attached = (content: string) =>
      setup({ "Content-Type": "application/pdf; name=a.pdf", "Content-Disposition": "attachment" }, content);

    expect(contentFingerprint(await attached("een"))).not.toBe(contentFingerprint(await attached("twee")));
  });
});
