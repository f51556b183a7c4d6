import { expect, test } from "vitest";
import { htmlToText } from "../../shared/mail/html-text.ts";
import { parseMail } from "../../shared/mail/parse.ts";
import { remarksOn, withRemarks } from "../../shared/mail/remarks.ts";
import { readCorpus } from "./corpus.ts";

test.each([
  ["winmail", /winmail\.dat.*staat bij de bijlagen/u],
  ["winmail-closed", /winmail\.dat.*niet openen/u],
  ["smime-encrypted", /versleuteld/u],
  ["pgp-encrypted", /versleuteld/u],
  ["attachment-only", /geen tekst/u],
  ["multipart-raw", /opbouw/u],
  ["deep-nesting", /te groot of te vreemd/u],
])("%s says to whoever reads it what is missing", async (file, remark) => {
  const mail = await parseMail(readCorpus(file));

  expect(remarksOn(mail, "nl")).toEqual([expect.stringMatching(remark)]);
  expect(withRemarks("Woorden", mail, "nl")).toMatch(/^Woorden\n\n\[.+\]$/u);
});

test.each(["plain-dutch", "html-only", "smime-signed", "calendar-only", "text-attached"])(
  "%s needs no remark",
  async (file) => {
    const mail = await parseMail(readCorpus(file));

    expect(withRemarks(mail.text, mail, "en")).toBe(mail.text);
  },
);

test("a mail beyond the bounds is kept, and says so", async () => {
  const many = `--x\r\nContent-Type: image/png\r\n\r\na\r\n`.repeat(300);
  const raw = `From: fatima@deelnemer.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\n${"woord ".repeat(20_000)}\r\n${many}`;

  const mail = await parseMail(new TextEncoder().encode(raw));

  expect(mail.attachments).toHaveLength(100);
  expect(remarksOn(mail, "en")).toEqual([
    expect.stringContaining("too large or too odd"),
    expect.stringContaining("very many attachments"),
  ]);
});

test("words behind a picture of a megabyte are found", () => {
  const picture = `<img alt="foto" src="data:image/png;base64,${`${"A".repeat(76)}\n`.repeat(30_000)}">`;

  expect(htmlToText(`${picture}<p>De les was slecht.</p>`)).toBe("foto\n\nDe les was slecht.");
});
