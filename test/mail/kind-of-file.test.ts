import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { FileKind } from "../../shared/domain/file-kind.ts";
import { kindOfFile } from "../../shared/mail/kind-of-file.ts";
import { MAIL_LIMITS } from "../../shared/mail/limits.ts";

const hex = (digits: string) => Buffer.from(digits.replaceAll(" ", ""), "hex");
const padded = (start: Uint8Array, length = 600) => Buffer.concat([start, Buffer.alloc(length)]);

/** A document as Office packs it, with this type of main part and these further files. */
function office(type: string, ...more: string[]): Uint8Array {
  const types = `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${type}.main+xml"/></Types>`;
  const others = Object.fromEntries(more.map((name) => [name, strToU8("x")]));
  return zipSync({ "[Content_Types].xml": strToU8(types), "main.xml": strToU8("<x/>"), ...others });
}

/** A compound file, as Office did before 2007, with the names of these streams. */
const compound = (...streams: string[]) =>
  Buffer.concat([hex("d0cf11e0a1b11ae1"), Buffer.alloc(504), ...streams.map((name) => Buffer.from(name, "utf16le"))]);

const openXml = "application/vnd.openxmlformats-officedocument";

test.each<{ kind: FileKind; title: string; bytes: Uint8Array }>([
  { kind: "pdf", title: "a PDF", bytes: Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj\n") },
  { kind: "pdf", title: "a PDF with something before it", bytes: padded(Buffer.from("\0\0\u0001 %PDF-1.7\n")) },
  { kind: "jpeg", title: "a photo", bytes: padded(hex("ffd8ffe000104a46494600010100000100010000")) },
  {
    kind: "png",
    title: "a screenshot",
    bytes: padded(hex("89504e470d0a1a0a 0000000d 49484452 0000000100000001 0806000000 1f15c489 00000000 49444154")),
  },
  { kind: "gif", title: "a GIF", bytes: padded(Buffer.from("GIF89a")) },
  { kind: "heic", title: "a photo of a telephone", bytes: padded(Buffer.from("\0\0\0\u0018ftypheic\0\0\0\0mif1heic")) },
  { kind: "word", title: "a document", bytes: office(`${openXml}.wordprocessingml.document`) },
  { kind: "excel", title: "a workbook", bytes: office(`${openXml}.spreadsheetml.sheet`) },
  {
    kind: "macro-word",
    title: "a document that says it has macros",
    bytes: office("application/vnd.ms-word.document.macroEnabled"),
  },
  {
    kind: "macro-word",
    title: "a document that does not say it has macros",
    bytes: office(`${openXml}.wordprocessingml.document`, "word/vbaProject.bin"),
  },
  {
    kind: "macro-excel",
    title: "a workbook in binary",
    bytes: office("application/vnd.ms-excel.sheet.binary.macroEnabled", "xl/workbook.bin"),
  },
  { kind: "word", title: "an old document", bytes: compound("WordDocument") },
  { kind: "macro-word", title: "an old document with macros", bytes: compound("WordDocument", "_VBA_PROJECT") },
  { kind: "macro-excel", title: "an old workbook with macros", bytes: compound("Workbook", "_VBA_PROJECT_CUR") },
  { kind: "locked-document", title: "a document with a password", bytes: compound("EncryptedPackage") },
  { kind: "outlook", title: "a mail saved by Outlook", bytes: compound("__properties_version1.0") },
  {
    kind: "program",
    title: "an installer",
    bytes: Buffer.concat([compound("Root Entry"), hex("84100c0000000000c000000000000046")]),
  },
  { kind: "outlook", title: "a winmail.dat", bytes: padded(hex("789f3e22")) },
  { kind: "program", title: "a program for Windows", bytes: padded(hex("4d5a90000300000004000000ffff0000")) },
  { kind: "program", title: "a program for Linux", bytes: padded(hex("7f454c46020101")) },
  { kind: "shortcut", title: "a shortcut", bytes: padded(hex("4c0000000114020000000000c000000000000046")) },
  { kind: "archive", title: "packed files", bytes: zipSync({ "foto.txt": strToU8("x") }) },
  { kind: "archive", title: "packed files of another make", bytes: padded(Buffer.from("Rar!\u001a\u0007\u0001\0")) },
  { kind: "empty", title: "nothing", bytes: new Uint8Array() },
  { kind: "unknown", title: "bytes of nobody's", bytes: Uint8Array.from({ length: 400 }, (_, at) => (at * 7) % 256) },
])("$title is $kind, whatever it is called", async ({ kind, bytes }) => {
  for (const name of ["bijlage", "foto.jpg", "offerte.pdf", "rooster.csv", "x.exe"]) {
    expect(await kindOfFile(bytes, name)).toBe(kind);
  }
});

describe("of texts", () => {
  test.each<{ kind: FileKind; title: string; text: string }>([
    { kind: "text", title: "words", text: "Beste mensen,\nDe trainer kwam te laat.\n" },
    { kind: "text", title: "words that begin as a picture does", text: "BMW kapot, dus te laat." },
    { kind: "text", title: "words that begin as a program does", text: "MZ is mijn afkorting.\n" },
    { kind: "csv", title: "a table", text: "naam;dag\nSanne;1\nBram;2\n" },
    { kind: "html", title: "a page", text: "<!DOCTYPE html><html><body>Hallo" },
    { kind: "html", title: "a page behind comments", text: "\uFEFF \n<!-- a --><!-- b -->\n<script>alert(1)</script>" },
    { kind: "html", title: "a page in capitals", text: "<HTML><HEAD>" },
    { kind: "svg", title: "a drawing", text: '<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="x"><script/></svg>' },
    { kind: "calendar", title: "an appointment", text: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" },
    { kind: "contact", title: "a card", text: "BEGIN:VCARD\r\nVERSION:3.0\r\n" },
    { kind: "mail", title: "a mail", text: "From: a@b.example\nTo: c@d.example\nSubject: Hoi\n\nHallo" },
    { kind: "data", title: "data", text: '<?xml version="1.0"?><order><a/></order>' },
    { kind: "script", title: "a script with its mark", text: "#!/bin/sh\nrm x\n" },
    { kind: "script", title: "commands", text: "@echo off\r\ndel x\r\n" },
    { kind: "shortcut", title: "a shortcut to the web", text: "[InternetShortcut]\r\nURL=http://x.example\r\n" },
    { kind: "rtf", title: "formatted text", text: "{\\rtf1\\ansi Hallo}" },
    { kind: "signature", title: "a signature", text: "-----BEGIN PGP SIGNATURE-----\n\nabc\n" },
  ])("$title: $kind", async ({ kind, text }) => {
    expect(await kindOfFile(Buffer.from(text), "bijlage")).toBe(kind);
    expect(await kindOfFile(Buffer.from(text), "bijlage.txt")).toBe(kind);
  });

  test.each<{ kind: FileKind; name: string }>([
    { kind: "script", name: "factuur.js" },
    { kind: "script", name: "factuur.TXT.vbs" },
    { kind: "html", name: "inloggen.htm" },
    { kind: "csv", name: "rooster.csv" },
    { kind: "text", name: "brief.pdf" },
  ])("words called $name are $kind", async ({ kind, name }) => {
    expect(await kindOfFile(Buffer.from("var a = 1; doe_iets(a)"), name)).toBe(kind);
  });

  test("accents of an old computer, and Windows' own way of writing, are words too", async () => {
    expect(await kindOfFile(Buffer.from("Eén café, geen idee hoe laat.", "latin1"), "x")).toBe("text");
    const wide = Buffer.concat([hex("fffe"), Buffer.from("<html><body>", "utf16le")]);
    expect(await kindOfFile(wide, "x")).toBe("html");
  });

  test("a character cut in the middle by where we stop looking does not make it something else", async () => {
    expect(await kindOfFile(Buffer.from(`a${"é".repeat(40_000)}`), "x")).toBe("text");
  });
});

test("nothing that somebody can send makes it throw, or look for long", { timeout: 20_000 }, async () => {
  const size = MAIL_LIMITS.rawBytes / 2;
  const heavy = [
    Buffer.alloc(size, "<!--"),
    Buffer.alloc(size, "<?xml ?>"),
    Buffer.alloc(size, "a: b\n"),
    Buffer.alloc(size, "PK\u0003\u0004\u0014\0"),
    Buffer.concat([hex("1f8b08"), Buffer.alloc(size, 255)]),
    Buffer.concat([Buffer.from("ID3\u0003\0\0\u007f\u007f\u007f\u007f"), Buffer.alloc(size)]),
    zipSync(Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`f${at}`, new Uint8Array()]))),
  ];
  for (const bytes of heavy) expect(await kindOfFile(bytes, "x.docx")).toBeTypeOf("string");
});
