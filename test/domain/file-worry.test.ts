import { expect, test } from "vitest";
import type { FileKind } from "../../shared/domain/file-kind.ts";
import { type FileWorry, worriesAbout } from "../../shared/domain/file-worry.ts";

const about = (name: string, kind: FileKind | undefined, contentType = "application/octet-stream") =>
  worriesAbout({ name, contentType, kind });

test.each<{ name: string; kind: FileKind; contentType?: string }>([
  { name: "uitnodiging.pdf", kind: "pdf", contentType: "application/pdf" },
  { name: "IMG_0012.JPG", kind: "jpeg", contentType: "image/jpeg" },
  { name: "schermafdruk.png", kind: "jpeg", contentType: "image/png" },
  { name: "brief.doc", kind: "rtf", contentType: "application/msword" },
  { name: "brief.docx", kind: "word", contentType: "application/x-zip-compressed" },
  { name: "brief.docx", kind: "locked-document" },
  { name: "deelnemers.csv", kind: "text", contentType: "application/vnd.ms-excel" },
  { name: "opname.mp3", kind: "unknown", contentType: "audio/mpeg" },
  { name: "smime.p7s", kind: "unknown", contentType: "application/pkcs7-signature" },
  { name: "attachment-1", kind: "pdf" },
  { name: "verslag v1.2 definitief", kind: "word" },
  { name: "leeg.pdf", kind: "empty" },
  { name: "winmail.dat", kind: "outlook", contentType: "application/ms-tnef" },
])("nobody is warned of $name that is $kind", ({ name, kind, contentType }) => {
  expect(about(name, kind, contentType)).toEqual([]);
});

test.each<{ name: string; kind: FileKind; contentType?: string; worries: readonly FileWorry[] }>([
  { name: "setup.exe", kind: "program", worries: [{ why: "harmful", kind: "program" }] },
  { name: "alles.zip", kind: "archive", worries: [{ why: "harmful", kind: "archive" }] },
  { name: "logo.svg", kind: "svg", contentType: "image/svg+xml", worries: [{ why: "harmful", kind: "svg" }] },
  { name: "lijst.xlsm", kind: "macro-excel", worries: [{ why: "harmful", kind: "macro-excel" }] },
  { name: "notities.one", kind: "unknown", worries: [{ why: "harmful", kind: "onenote" }] },
  {
    name: "lijst.xls",
    kind: "macro-excel",
    worries: [
      { why: "harmful", kind: "macro-excel" },
      { why: "named-otherwise", as: "excel" },
    ],
  },
  {
    name: "offerte.pdf.exe",
    kind: "program",
    worries: [{ why: "harmful", kind: "program" }, { why: "two-endings" }],
  },
  {
    name: "offerte.pdf   .scr. ",
    kind: "program",
    worries: [{ why: "harmful", kind: "program" }, { why: "two-endings" }],
  },
  {
    name: "foto\u202Egpj.exe",
    kind: "program",
    worries: [{ why: "harmful", kind: "program" }, { why: "turned-name" }],
  },
  {
    name: "foto.jpg",
    kind: "program",
    contentType: "image/jpeg",
    worries: [
      { why: "harmful", kind: "program" },
      { why: "named-otherwise", as: "jpeg" },
    ],
  },
  { name: "brief.pdf", kind: "unknown", worries: [{ why: "named-otherwise", as: "pdf" }] },
  { name: "brief.pdf", kind: "word", worries: [{ why: "named-otherwise", as: "pdf" }] },
  {
    name: "attachment-1",
    kind: "word",
    contentType: "image/png",
    worries: [{ why: "claimed-otherwise", as: "png" }],
  },
])("of $name that is $kind, everybody is warned", ({ name, kind, contentType, worries }) => {
  expect(about(name, kind, contentType)).toEqual(worries);
});

test("of a file of before its bytes were looked at, only the name counts", () => {
  expect(about("brief.pdf", undefined)).toEqual([]);
  expect(about("brief.pdf.js", undefined)).toEqual([{ why: "harmful", kind: "script" }, { why: "two-endings" }]);
});
