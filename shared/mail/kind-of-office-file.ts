import type { FileKind } from "../domain/file-kind.ts";

/** Documents of Office 97 to 2003 and what else is kept in a compound file ([MS-CFB]): told by the names of the streams in it. */
export function kindOfCompoundFile(bytes: Uint8Array): FileKind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string) => file.includes(Buffer.from(stream, "utf16le"));
  if (file.includes(installer)) return "program";
  if (has("EncryptedPackage")) return "locked-document";
  const macros = has("_VBA_PROJECT");
  if (has("WordDocument")) return macros ? "macro-word" : "word";
  if (has("PowerPoint Document")) return macros ? "macro-powerpoint" : "powerpoint";
  if (has("Workbook") || has("Book")) return macros ? "macro-excel" : "excel";
  if (has("__properties_version1.0")) return "outlook";
  return "unknown";
}

/** The class of the root entry of a Windows Installer package. */
const installer = Buffer.from("84100c0000000000c000000000000046", "hex");

const withMacros: { readonly [Kind in FileKind]?: FileKind } = {
  word: "macro-word",
  excel: "macro-excel",
  powerpoint: "macro-powerpoint",
};

/** What lies in a packed file stands in it by name, not packed: macros, and a spreadsheet in binary ([MS-XLSB]). */
export function kindOfPacked(kind: FileKind, bytes: Uint8Array): FileKind {
  const macro = withMacros[kind];
  if (macro === undefined && kind !== "archive") return kind;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (macro !== undefined) return file.includes("vbaProject.bin") ? macro : kind;
  return file.includes("[Content_Types].xml") && file.includes("xl/workbook.bin") ? "macro-excel" : kind;
}
