import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeMail, MailNotComposable, type MailToCompose } from "../../shared/mail/compose.ts";
import { parseMail } from "../../shared/mail/parse.ts";

const letter: MailToCompose = {
  from: { name: "Klachten Sterker", address: "klachten@sterker.example" },
  to: { name: "Aïsha Jansen", address: "aisha@cursist.example" },
  replyTo: "klachten+abc@sterker.example",
  subject: "Wij hebben uw klacht ontvangen [ST-2026-0001]",
  text: "Beste Aïsha,\n\nWij hebben uw klacht ontvangen.\n",
  html: "<p>Beste Aïsha,</p><p>Wij hebben uw klacht ontvangen.</p>",
  date: "2026-01-05T09:00:00.000Z",
};

const compose = (changes: Partial<MailToCompose> = {}) => composeMail({ ...letter, ...changes });
const source = async (changes: Partial<MailToCompose> = {}) => new TextDecoder().decode(await compose(changes));
const HOSTILE = "x\r\nBcc: dief@elders.example\r\n\r\n<script>";
const fieldsNamed = (mail: string, name: string) => mail.match(new RegExp(`^${name}:`, "gimu")) ?? [];

describe("a letter", () => {
  test("arrives as it was written", async () => {
    const mail = await parseMail(
      await compose({ inReplyTo: "vraag@cursist.example", references: ["eerste@cursist.example"] }),
    );

    expect(mail).toMatchObject({
      from: letter.from,
      to: [letter.to],
      replyTo: [{ address: letter.replyTo }],
      subject: letter.subject,
      date: letter.date,
      text: letter.text.trimEnd(),
      inReplyTo: ["vraag@cursist.example"],
      references: ["eerste@cursist.example"],
      contentType: "multipart/alternative",
      defects: [],
    });
    expect(mail.html?.trimEnd()).toBe(letter.html);
  });

  test.each(["auto-generated", "auto-replied"] as const)(
    "says that it is %s, so that nobody's machine answers",
    async (automatic) => {
      const mail = await parseMail(await compose({ automatic }));

      expect(mail.autoSubmitted).toBe(automatic);
      expect(mail.headers.get("x-auto-response-suppress")).toEqual(["All"]);
    },
  );

  test("is the same bytes for the same input, and others for another", async () => {
    expect(await source()).toBe(await source());
    expect(await source({ text: "Iets anders" })).not.toBe(await source());
  });

  test("carries the id it is given", async () => {
    expect((await parseMail(await compose({ messageId: "brief-7@sterker.example" }))).messageId).toBe(
      "brief-7@sterker.example",
    );
  });

  test("has no line that a mail server would break", async () => {
    const long = `${"woord".repeat(2_000)}\nregel\n`;
    const mail = await source({
      text: long,
      html: `<p>${long}</p>`,
      subject: long,
      references: Array(50).fill(`${"i".repeat(200)}@a.example`),
    });

    expect(mail.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
    expect(Math.max(...mail.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(998);
  });
});

describe("an injection stays text", () => {
  test.each([
    ["subject", { subject: HOSTILE }],
    ["name of the sender", { from: { name: HOSTILE, address: letter.from.address } }],
    ["name of the receiver", { to: { name: HOSTILE, address: letter.to.address } }],
    ["text", { text: HOSTILE }],
    ["header field", { headers: { "X-Case": HOSTILE } }],
    ["answered id", { inReplyTo: HOSTILE }],
    ["earlier ids", { references: [HOSTILE, "a@b.example> <c"] }],
  ] satisfies readonly (readonly [string, Partial<MailToCompose>])[])("in the %s", async (_, changes) => {
    const mail = await source(changes);
    const header = mail.slice(0, mail.indexOf("\r\n\r\n"));

    expect(fieldsNamed(header, "Bcc")).toEqual([]);
    expect(header).not.toMatch(/^<script>/mu);
    expect(fieldsNamed(header, "To")).toHaveLength(1);
    expect((await parseMail(new TextEncoder().encode(mail))).to).toHaveLength(1);
  });

  test.each([
    ["an address with a second receiver", { to: { address: "a@b.example\r\nBcc: c@d.example" } }],
    ["two addresses", { to: { address: "a@b.example, c@d.example" } }],
    ["no address", { from: { name: "Klachten", address: "" } }],
    ["a bad reply address", { replyTo: "x@y.example>\r\nCc: z@z.example" }],
    ["a bad own id", { messageId: "a@b>\r\nBcc: c@d.example" }],
    ["a field that is not ours", { headers: { Bcc: "c@d.example" } }],
    ["a field name with a line break", { headers: { "X-A\r\nBcc": "c@d.example" } }],
    ["a date that is none", { date: "morgen" }],
  ] satisfies readonly (readonly [string, Partial<MailToCompose>])[])("%s is refused", async (_, changes) => {
    await expect(compose(changes)).rejects.toThrow(MailNotComposable);
  });

  test("an answered id that is none is left out, and the letter still goes", async () => {
    const mail = await parseMail(
      await compose({ inReplyTo: HOSTILE, references: [HOSTILE, "goed@a.example", "a@b> <c@d"] }),
    );

    expect(mail.inReplyTo).toEqual([]);
    expect(mail.references).toEqual(["goed@a.example"]);
  });

  test("what looks like an encoded word is read as it was written", async () => {
    const mail = await parseMail(await compose({ subject: "=?UTF-8?Q?Bcc=3A?=" }));

    expect(mail.subject).toBe("= ?UTF-8?Q?Bcc=3A?=");
  });
});

test("subject, names and text come back whatever they hold", async () => {
  const line = fc
    .string({ unit: "grapheme", maxLength: 80 })
    .map((text) => text.replaceAll("=?", "").replace(/\s+/gu, " ").trim());
  const textual = fc.array(line, { maxLength: 10 }).map((lines) => `Beste,\n${lines.join("\n")}`.trimEnd());

  await fc.assert(
    fc.asyncProperty(line, line, textual, async (subject, name, text) => {
      const mail = await parseMail(await compose({ subject, to: { name, address: "aisha@cursist.example" }, text }));

      expect(mail.subject).toBe(subject);
      expect(mail.to).toEqual([
        name === "" ? { address: "aisha@cursist.example" } : { name, address: "aisha@cursist.example" },
      ]);
      expect(mail.text).toBe(text);
    }),
    { numRuns: 200 },
  );
});
