import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { htmlToText } from "../../shared/mail/html-text.ts";
import { parseMail } from "../../shared/mail/parse.ts";
import { corpus, readCorpus } from "./corpus.ts";
import { lawfulMail, lawlessMail } from "./grammar.ts";
import { hugeMails, multipart, wholeAttachment } from "./huge.ts";
import { intake } from "./intake.ts";
import { mutationsOf } from "./mutations.ts";
import { throughTheRoom } from "./promises.ts";

const encode = (text: string) => new TextEncoder().encode(text);

async function survive(raw: Uint8Array): Promise<void> {
  expect((await throughTheRoom(raw)).broken).toEqual([]);
}

test("whatever follows the rules is read to the letter", async () => {
  await fc.assert(
    fc.asyncProperty(lawfulMail, async ({ raw, subject, words, files }) => {
      const { mail, became, broken } = await throughTheRoom(raw);
      expect(broken).toEqual([]);
      expect(became.kind).toBe("letter");
      expect(mail.subject).toBe(subject.slice(0, 300));
      expect(mail.text).toBe(words);
      expect(mail.attachments.map(({ fileName }) => fileName).sort()).toEqual([...files].sort());
    }),
    { numRuns: 1_000 },
  );
});

describe("no bytes can break the mail room", () => {
  test.each([
    ["random bytes", fc.uint8Array({ maxLength: 2_000 })],
    ["pieces of MIME in any order", lawlessMail],
    ["mails by the rules, damaged", lawfulMail.chain(({ raw }) => mutationsOf(raw))],
  ])("%s", async (_, arbitrary) => {
    await fc.assert(fc.asyncProperty(arbitrary, survive), { numRuns: 500 });
  });

  const files = [...new Set(corpus.map(({ file }) => file))].filter((file) => file !== "many-headers");
  test.each(files)("%s, with bytes changed, dropped, doubled and cut", async (file) => {
    await fc.assert(fc.asyncProperty(mutationsOf(readCorpus(file)), survive), { numRuns: 20 });
  });
});

describe("the intake loses nothing", () => {
  const dispositions = { letter: ["case", "reply", "duplicate"], automatic: ["automatic"], doubtful: ["doubtful"] };

  test("every file of the corpus ends as what it is", async () => {
    const take = intake();
    for (const { file, becomes, envelopeFrom } of corpus.filter(({ to }) => to === undefined)) {
      const kind = becomes === "letter" ? becomes : becomes.startsWith("automatic") ? "automatic" : "doubtful";
      expect(dispositions[kind], file).toContain(await take(readCorpus(file), envelopeFrom));
    }
  });

  test("so does every damaged one", async () => {
    const take = intake();
    const damaged = fc.oneof(lawlessMail, ...corpus.slice(0, 20).map(({ file }) => mutationsOf(readCorpus(file))));
    await fc.assert(
      fc.asyncProperty(damaged, async (raw) => {
        expect(await take(raw)).not.toBe("lost");
      }),
      { numRuns: 300 },
    );
  });
});

const head = "From: fatima@deelnemer.example\r\nSubject: Klacht\r\n";

describe("no mail takes long, however large", () => {
  test.each(hugeMails)("%s", async (_, raw) => {
    // About a second each; what grows with the square of the size takes minutes, and the test runs out of time.
    await survive(encode(raw()));
  });

  test("a mail of 40 MB with an attachment is read whole", async () => {
    const mail = await parseMail(encode(wholeAttachment));

    expect(mail.text).toBe("Zie bijlage.");
    expect(mail.attachments[0]?.bytes.length).toBe(500_000 * 57);
    expect(mail.defects).toEqual([]);
  });

  test.each([
    ["too-many-parts", multipart + "--x\r\n\r\nKlacht\r\n".repeat(20_000)],
    ["too-many-lines", `${head}\r\nKlacht\r\n${"\n".repeat(1_100_000)}`],
    ["too-many-lines", `${head}\r\nKlacht\r\n${`${"woord ".repeat(8)}\r\n`.repeat(260_000)}`],
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
