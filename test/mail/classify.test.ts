import { describe, expect, test } from "vitest";
import { classifyMail, type MailVerdicts } from "../../shared/mail/classify.ts";
import { parseMail } from "../../shared/mail/parse.ts";
import { ownAddresses, unchecked } from "./corpus.ts";

interface Arriving {
  readonly fields?: Readonly<Record<string, string>>;
  readonly envelopeFrom?: string;
  readonly verdicts?: Partial<MailVerdicts>;
  readonly recipient?: string;
  readonly words?: string;
}

const news = { fields: { Subject: "Januari" }, words: "Het nieuws van januari." };

async function classify(arriving: Arriving) {
  const { fields = {}, envelopeFrom = "fatima@deelnemer.example", verdicts = {} } = arriving;
  const { recipient = "klachten@learnworks.example", words = "Ik heb een klacht." } = arriving;
  const all = {
    From: "fatima@deelnemer.example",
    Subject: "Klacht",
    "Content-Type": "text/plain; charset=utf-8",
    ...fields,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const mail = await parseMail(new TextEncoder().encode(`${head.join("")}\r\n${words}\r\n`));
  const envelope = { from: envelopeFrom, recipients: [recipient] };
  return classifyMail({ mail, envelope, ownAddresses, verdicts: { ...unchecked, ...verdicts } });
}

describe("a machine is not answered", () => {
  test.each([
    ["null-sender", "null return path", { envelopeFrom: "<>" }],
    ["null-sender", "null return path told by the server", { fields: { "Return-Path": "<>" } }],
    ["mailer-daemon", "mail server as return path", { envelopeFrom: "MAILER-DAEMON@mx.example" }],
    ["mailer-daemon", "postmaster", { fields: { From: "Postmaster <postmaster@deelnemer.example>" } }],
    ["auto-submitted", "Auto-Submitted", { fields: { "Auto-Submitted": "Auto-Generated; owner=x" } }],
    ["suppresses-answers", "X-Auto-Response-Suppress", { fields: { "X-Auto-Response-Suppress": "DR, OOF" } }],
    ["mailing-list", "List-Unsubscribe", { fields: { "List-Unsubscribe": "<https://lijst.example>" } }],
    ["bulk", "Precedence: list", { fields: { Precedence: "list" } }],
    ["bulk", "Precedence: junk", { fields: { Precedence: "Junk" } }],
    ["out-of-office", "X-Autoreply", { fields: { "X-Autoreply": "yes" } }],
    ["out-of-office", "Dutch subject", { fields: { Subject: "Afwezig: terug op maandag" } }],
    ["out-of-office", "receipt of another system", { fields: { Subject: "Automatische ontvangstbevestiging" } }],
    ["own-address", "our address in Sender", { fields: { Sender: "KLACHTEN@sterker.example" } }],
    ["own-address", "our labelled address as return path", { envelopeFrom: "klachten+abc@learnworks.example" }],
    ["no-reply-sender", "donotreply", { fields: { From: "do-not-reply+7@winkel.example" } }],
    ["no-reply-sender", "Dutch no-reply", { fields: { From: "niet-beantwoorden@winkel.example" } }],
    ["no-reply-sender", "list owner", { fields: { From: "nieuws-bounces@lijst.example" } }],
    [
      "bulk",
      "a mailing that speaks of a complaint",
      { fields: { Precedence: "bulk", "List-Unsubscribe": "<x:y>" }, words: "Ik heb een klacht." },
    ],
    ["out-of-office", "Finnish subject", { fields: { Subject: "Automaattinen vastaus: Poissa" } }],
    ["out-of-office", "Arabic subject", { fields: { Subject: "رد تلقائي: غائب" } }],
    ["out-of-office", "Chinese subject with a wide colon", { fields: { Subject: "自动回复：您好" } }],
    ["out-of-office", "a label in brackets", { fields: { Subject: "[Auto-Reply] We are closed" } }],
    ["out-of-office", "X-Vacation", { fields: { "X-Vacation": "yes" } }],
    ["auto-submitted", "Precedence: auto_reply", { fields: { Precedence: "auto_reply" } }],
    ["report", "X-Failed-Recipients", { fields: { "X-Failed-Recipients": "a@b.example" } }],
  ] satisfies readonly (readonly [string, string, Arriving])[])("%s: %s", async (reason, _, arriving) => {
    const fields = { ...news.fields, ...("fields" in arriving ? arriving.fields : {}) };
    expect(await classify({ ...news, ...arriving, fields })).toEqual({ kind: "automatic", reason, mayAnswer: false });
  });
});

test("a sign behind a thousand other fields is still seen", async () => {
  const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`X-Field-${index}`, "x"]));

  expect(await classify({ fields: { ...many, "Auto-Submitted": "auto-replied" } })).toMatchObject({
    kind: "automatic",
  });
});

describe("the mark of a machine on what may be a person's letter is for a person to judge", () => {
  test.each([
    ["a list of others", "perhaps-automatic", { fields: { "List-Id": "<cursisten.buurthuis.example>" } }],
    ["a marketing tool", "perhaps-automatic", { fields: { "List-Unsubscribe": "<https://crm.example>" } }],
    ["a program that wants no answer", "perhaps-automatic", { fields: { "X-Auto-Response-Suppress": "All" } }],
    [
      "a report of a server that somebody sends along",
      "perhaps-automatic",
      {
        fields: { "Content-Type": "multipart/mixed; boundary=b" },
        words:
          "--b\r\n\r\nMijn klacht: al mijn mail aan jullie komt terug.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns;mx.example\r\n--b--",
      },
    ],
    ["a no-reply sender", "web-form", { fields: { From: "noreply@website.example" } }],
    [
      "an answer to our letter",
      "perhaps-automatic",
      { ...news, fields: { ...news.fields, Precedence: "bulk" }, recipient: "klachten+abc@learnworks.example" },
    ],
  ] satisfies readonly (readonly [string, string, Arriving])[])("%s", async (_, reason, arriving) => {
    expect(await classify(arriving)).toEqual({ kind: "doubtful", reason, mayAnswer: false });
  });

  test.each([
    [
      "an answer that only repeats our subject",
      { fields: { Subject: "Re: Uw klacht", Precedence: "bulk" }, words: "OK" },
    ],
    [
      "a newsletter about complaints",
      { fields: { "List-Id": "<nieuws.example>" }, words: "Alles over uw klacht. Afmelden? Klik hier." },
    ],
    [
      "the receipt of another complaint system",
      { fields: { "List-Id": "<x.example>" }, words: "Wij hebben uw klacht ontvangen." },
    ],
  ] satisfies readonly (readonly [string, Arriving])[])("but not %s", async (_, arriving) => {
    expect(await classify(arriving)).toMatchObject({ kind: "automatic" });
  });
});

describe("a subject that a program wrote in somebody's name is for a person to judge", () => {
  test.each([
    "Gelezen: Uw klacht LW-2026-0001",
    "Read: Your complaint",
    "Delivery Status Notification (Failure)",
    "Ik ben op vakantie",
  ])("%s", async (Subject) => {
    expect(await classify({ fields: { Subject }, words: "Zie hierboven." })).toMatchObject({
      kind: "doubtful",
      reason: "perhaps-automatic",
    });
  });
});

describe("a person is heard", () => {
  test.each([
    ["Auto-Submitted: no", { fields: { "Auto-Submitted": "No" } }],
    ["a program that asks for no read receipts", { fields: { "X-Auto-Response-Suppress": "DR, RN, NRN" } }],
    [
      "a complaints address that is a group",
      { fields: { Precedence: "list", "List-Id": "<klachten.learnworks.example>" } },
    ],
    [
      "somebody who quotes a receipt",
      { words: "Niemand antwoordt.\r\n\r\n> Dit is een automatisch gegenereerd bericht." },
    ],
    ["a mail marked urgent", { fields: { Precedence: "special-delivery" } }],
    [
      "an answer to our receipt from another program",
      {
        fields: {
          Subject: "Re: [LW-2026-0001] Wij hebben uw klacht ontvangen",
          "In-Reply-To": "<letter-1@learnworks.example>",
        },
      },
    ],
    ["an answer to an out-of-office", { fields: { Subject: "RE: Automatisch antwoord: vraag" } }],
    ["somebody who was away", { fields: { Subject: "Ik ben op vakantie geweest en mijn plek is weg" } }],
    ["somebody who was refused", { fields: { Subject: "Afgewezen: mijn verzoek" } }],
    ["a complaint about absence", { fields: { Subject: "Afwezige trainer" } }],
    ["a colleague of the same house", { fields: { From: "office@learnworks.example" } }],
    ["somebody named Noreen Plyman", { fields: { From: "noreen.plyman@deelnemer.example" } }],
    ["a forwarded mail that fails SPF", { verdicts: { spf: "FAIL", dkim: "PASS" } }],
    ["a mail that could not be judged", { verdicts: { spam: "GRAY", virus: "PROCESSING_FAILED", dmarc: "GRAY" } }],
  ] satisfies readonly (readonly [string, Arriving])[])("%s is a letter", async (_, arriving) => {
    expect(await classify(arriving)).toMatchObject({ kind: "letter", mayAnswer: true });
  });
});

describe("what is doubtful goes to a person, unanswered", () => {
  test.each([
    ["virus", "virus", { verdicts: { virus: "FAIL" } }],
    ["virus", "a virus that claims to be automatic", { verdicts: { virus: "FAIL" }, fields: { Precedence: "bulk" } }],
    ["spam", "spam", { verdicts: { spam: "FAIL" } }],
    ["forged-sender", "DMARC", { verdicts: { dmarc: "FAIL", spf: "PASS" } }],
    ["forged-sender", "SPF without a signature", { verdicts: { spf: "FAIL", dkim: "GRAY", dmarc: "GRAY" } }],
    ["no-sender", "a sender called nobody", { fields: { From: "nobody@server.example" } }],
    ["no-sender", "an address that is none", { fields: { From: "fatima" } }],
  ] satisfies readonly (readonly [string, string, Arriving])[])("%s: %s", async (reason, _, arriving) => {
    expect(await classify(arriving)).toEqual({ kind: "doubtful", reason, mayAnswer: false });
  });
});

describe("where an answer goes", () => {
  test.each([
    ["to the sender", {}, "fatima@deelnemer.example"],
    ["to Reply-To", { "Reply-To": "Thuis <thuis@deelnemer.example>" }, "thuis@deelnemer.example"],
    ["never to ourselves", { "Reply-To": "klachten@sterker.example" }, "fatima@deelnemer.example"],
    ["past a mail server", { "Reply-To": "MAILER-DAEMON@deelnemer.example" }, "fatima@deelnemer.example"],
    ["past what nobody reads", { "Reply-To": "no-reply@deelnemer.example" }, "fatima@deelnemer.example"],
    ["past what is no address", { "Reply-To": "nergens" }, "fatima@deelnemer.example"],
  ])("%s", async (_, fields, address) => {
    expect(await classify({ fields })).toMatchObject({ mayAnswer: true, answerTo: { address } });
  });

  test("a sender that no server of ours can reach is a letter without an answer", async () => {
    const result = await classify({ fields: { From: "zoë@deelnemer.example" } });

    expect(result).toEqual({ kind: "letter", sender: { address: "zoë@deelnemer.example" }, mayAnswer: false });
  });
});
