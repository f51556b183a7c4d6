import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classifyMail } from "../../shared/mail/classify.ts";
import { contentFingerprint, deliveryFingerprint } from "../../shared/mail/fingerprint.ts";
import { htmlToText } from "../../shared/mail/html-text.ts";
import { guessLanguage } from "../../shared/mail/language.ts";
import { MAIL_LIMITS } from "../../shared/mail/limits.ts";
import { parseMail } from "../../shared/mail/parse.ts";
import type { ParsedMail } from "../../shared/mail/parsed-mail.ts";
import { separateReply } from "../../shared/mail/reply.ts";
import { threadKeys } from "../../shared/mail/thread.ts";
import { corpus, ownAddresses, readCorpus, unchecked } from "./corpus.ts";

const BIDI_OR_CONTROL = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u;
const encode = (text: string) => new TextEncoder().encode(text);

/** Puts a mail through the whole room, and holds it to every promise of `ParsedMail`. */
async function survive(raw: Uint8Array, mostMs = 2_000): Promise<ParsedMail> {
  const started = performance.now();
  const mail = await parseMail(raw);
  const envelope = { from: "iemand@elders.example", recipients: ["klachten+abc@learnworks.example"] };
  classifyMail({ mail, envelope, ownAddresses, verdicts: unchecked });
  threadKeys(mail, envelope, ["LW"]);
  deliveryFingerprint(mail);
  contentFingerprint(mail);
  guessLanguage(mail.text, "nl");
  const { written, quoted } = separateReply(mail.text, mail.subject);
  expect(performance.now() - started).toBeLessThan(mostMs);
  expect(written + quoted).toBe(mail.text);
  expectBounded(mail);
  return mail;
}

function expectBounded(mail: ParsedMail): void {
  const people = [
    ...mail.to,
    ...mail.cc,
    ...mail.replyTo,
    ...[mail.from, mail.sender].filter((box) => box !== undefined),
  ];
  const lines: readonly (readonly [string, number])[] = [
    [mail.subject, MAIL_LIMITS.subject],
    [mail.contentType, 150],
    [mail.autoSubmitted ?? "", 40],
    ...people.flatMap(
      ({ name, address }) =>
        [
          [name ?? "", MAIL_LIMITS.name],
          [address, MAIL_LIMITS.address],
        ] as const,
    ),
    ...[mail.messageId ?? "", ...mail.inReplyTo, ...mail.references].map((id) => [id, MAIL_LIMITS.messageId] as const),
    ...mail.attachments.flatMap(
      ({ fileName, contentType }) =>
        [
          [fileName, MAIL_LIMITS.fileName],
          [contentType, 150],
        ] as const,
    ),
    ...[...mail.headers.values()].flat().map((value) => [value, MAIL_LIMITS.headerValue] as const),
  ];
  for (const [line, max] of lines) {
    expect(line.length).toBeLessThanOrEqual(max);
    expect(BIDI_OR_CONTROL.test(line), line).toBe(false);
  }
  for (const { fileName } of mail.attachments) expect(fileName).toMatch(/^[^./\\][^/\\]*$/u);
  expect(mail.text.length).toBeLessThanOrEqual(MAIL_LIMITS.text);
  expect(mail.html?.length ?? 0).toBeLessThanOrEqual(MAIL_LIMITS.html);
  expect(mail.headers.size).toBeLessThanOrEqual(MAIL_LIMITS.headerFields);
  expect(mail.attachments.length).toBeLessThanOrEqual(MAIL_LIMITS.attachments);
  expect(mail.references.length).toBeLessThanOrEqual(MAIL_LIMITS.ids);
  expect(mail.to.length).toBeLessThanOrEqual(MAIL_LIMITS.addresses);
}

describe("no bytes can break the mail room", () => {
  test("random bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (raw) => void (await survive(raw))),
      { numRuns: 500 },
    );
  });

  test("pieces of MIME in any order", async () => {
    const piece = fc.constantFrom(
      "From: a@b.example\r\n",
      "From: =?utf-8?B?",
      "\r\n",
      "\n\n",
      "--x\r\n",
      "--x--\r\n",
      "Content-Type: multipart/mixed; boundary=x\r\n",
      'Content-Type: multipart/alternative; boundary=""\r\n',
      "Content-Type: message/rfc822\r\n",
      "Content-Type: text/html; charset=utf-7\r\n",
      "Content-Transfer-Encoding: base64\r\n",
      "Content-Transfer-Encoding: quoted-printable\r\n",
      "=C3=",
      "=\r\n",
      "<blockquote><table><tr>",
      "&#0;&#x110000;&nope;",
      "Subject: =?iso-2022-jp?Q?=1B$B?=\r\n",
      " folded\r\n",
      "filename*99999=x;",
      "Content-Disposition: attachment; filename*0*=x''%",
      "\u0000",
      "\u202e",
      "> ",
      "On 1 1:00 wrote:\n",
      "Van: x\nVerzonden: y\nAan: z\n",
      "References: <<<>>>\r\n",
      "To: a:b:c;,,<@>\r\n",
      "Content-Type: multipart/digest; boundary=x\r\n",
      "Date: 99 Foo 275761\r\n",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 60 }),
        async (pieces) => void (await survive(encode(pieces.join("")))),
      ),
      { numRuns: 1_000 },
    );
  });

  const files = [...new Set(corpus.map(({ file }) => file))].filter((file) => file !== "many-headers");
  test.each(files)("%s, with bytes changed, dropped, doubled and cut", async (file) => {
    const original = readCorpus(file);
    const at = fc.nat({ max: original.length });
    const change = fc.record({
      at,
      remove: fc.nat({ max: 40 }),
      insert: fc.uint8Array({ maxLength: 10 }),
      cut: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        let bytes = Buffer.from(original);
        for (const { at: place, remove, insert, cut } of changes) {
          const rest = cut && place > 100 ? Buffer.alloc(0) : bytes.subarray(place + remove);
          bytes = Buffer.concat([bytes.subarray(0, place), insert, rest]);
        }
        await survive(new Uint8Array(bytes));
      }),
      { numRuns: 40 },
    );
  });
});

const MIB = 1024 * 1024;
const head = "From: fatima@deelnemer.example\r\nSubject: Klacht\r\n";
const html = `${head}Content-Type: text/html\r\n\r\n`;
const multipart = `${head}Content-Type: multipart/mixed; boundary=x\r\n\r\n`;

describe("no mail takes long, however large", () => {
  test.each([
    ["only line ends", `${head}\r\n${"\n".repeat(10 * MIB)}`],
    ["only openings of parts", multipart + "--x\n".repeat(2 * MIB)],
    ["only quote marks", `${head}\r\n${"> ".repeat(5 * MIB)}`],
    ["many quoted lines", `${head}\r\n${">\n".repeat(400_000)}`],
    ["lines that nearly attribute", `${head}\r\n${"On heeft 1\n".repeat(200_000)}`],
    ["a subject of encoded words", `Subject: ${"=?utf-8?Q?a?= ".repeat(60_000)}\r\n\r\n`],
    ["a subject of spaces", `Subject: a${" ".repeat(900_000)}b\r\n\r\n`],
    ["a list of receivers", `${head}To: ${"a@b.example, ".repeat(60_000)}\r\n\r\n`],
    ["a receiver of brackets", `${head}To: ${"<".repeat(900_000)}\r\n\r\n`],
    ["a receiver of groups", `${head}To: ${"a:".repeat(400_000)}\r\n\r\n`],
    ["references without end", `${head}References: ${"<a@b.example> ".repeat(60_000)}\r\n\r\n`],
    ["references of brackets", `${head}References: ${"<".repeat(900_000)}\r\n\r\n`],
    ["header beyond bounds", `${head}${`X-A: ${"a".repeat(900)}\r\n`.repeat(4_000)}\r\n\r\ntekst`],
    ["HTML of unclosed styles", html + "<style>".repeat(140_000)],
    ["HTML of brackets", html + "<".repeat(MIB)],
    ["HTML of comments", html + "<!--".repeat(MIB / 4)],
    ["HTML of quotes", html + "<blockquote><br>".repeat(60_000)],
    ["HTML of links", html + "<a href=http://a.example>b".repeat(40_000)],
    ["HTML of half attributes", html + "<a href = href = ".repeat(60_000)],
    ["HTML of spaces", html + "<b> </b>".repeat(120_000)],
    ["HTML of entities", html + "&amp".repeat(250_000)],
    ["mails in mails", `${head}Content-Type: message/rfc822\r\n\r\n`.repeat(2_000)],
  ])("%s", async (_, raw) => {
    // About a second each; what grows with the square of the size takes minutes.
    await survive(encode(raw), 10_000);
  });

  test("a mail of 40 MB with an attachment is read whole", async () => {
    const content = `${"QUJD".repeat(19)}\r\n`.repeat(500_000);
    const raw = encode(
      `${multipart}--x\r\n\r\nZie bijlage.\r\n--x\r\nContent-Type: application/pdf; name=groot.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}--x--\r\n`,
    );

    const mail = await parseMail(raw);

    expect(mail.text).toBe("Zie bijlage.");
    expect(mail.attachments[0]?.bytes.length).toBe(500_000 * 57);
    expect(mail.defects).toEqual([]);
  });

  test.each([
    ["too-many-parts", multipart + "--x\r\n\r\nKlacht\r\n".repeat(20_000)],
    ["too-many-lines", `${head}\r\nKlacht\r\n${"\n".repeat(1_100_000)}`],
    ["text-cut", `${head}\r\nKlacht ${"woord ".repeat(50_000)}`],
    [
      "attachments-dropped",
      `${multipart}--x\r\n\r\nKlacht\r\n${"--x\r\nContent-Type: image/png\r\n\r\na\r\n".repeat(300)}`,
    ],
  ])("%s is told, and the beginning is still read", async (defect, raw) => {
    const mail = await parseMail(encode(raw));

    expect(mail.defects).toContain(defect);
    expect(mail.from?.address).toBe("fatima@deelnemer.example");
    expect(mail.text).toMatch(/^Klacht/u);
  });
});

test("HTML never becomes markup, and never takes long", () => {
  const tag = fc.constantFrom(
    "<p>",
    "</p>",
    "<br>",
    "<b",
    "<a href='x'>",
    "</a>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "&lt;",
    "<blockquote>",
    "</blockquote>",
    "<li>",
    "a",
    " ",
    "\n",
    ">",
  );
  fc.assert(
    fc.property(fc.array(tag, { maxLength: 100 }), (tags) => {
      expect(htmlToText(tags.join(""))).not.toMatch(/<(p|br|script|blockquote|li)>.*<\/|<!--/u);
    }),
  );
});
