import { fileTypeFromBuffer } from "file-type";
import type { FileKind } from "../domain/file-kind.ts";
import { kindOfCompoundFile, kindOfPacked } from "./kind-of-office-file.ts";
import { kindOfText, readText } from "./kind-of-text.ts";

/**
 * What a file is by its bytes. Its name decides only between texts, which carry no mark of what they are. Never throws: what nobody
 * recognises is `unknown`.
 */
export async function kindOfFile(bytes: Uint8Array, name: string): Promise<FileKind> {
  if (bytes.length === 0) return "empty";
  const found = await magic(bytes);
  const text = found === undefined || found === "application/xml" || !isText(found) ? readText(bytes) : undefined;
  // Words can begin as a picture or a program does: "BMW", "MZ".
  if (text !== undefined) return kindOfText(text, name);
  if (found === "application/x-cfb") return kindOfCompoundFile(bytes);
  const kind = found === undefined ? undefined : kindOfType(found);
  if (kind === undefined) return kindWithoutMagic(bytes);
  return kindOfPacked(kind, bytes);
}

/** The library refuses what would cost too much to look at by an error of its own. */
async function magic(bytes: Uint8Array): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime;
  } catch {
    return undefined;
  }
}

/** Kinds with a sure mark that may be all text. */
const isText = (type: string): boolean =>
  /^(application\/(pdf|rtf|postscript|eps|pgp-encrypted|x-ms-regedit)|text\/)/u.test(type);

/** A mark that the library looks for at the very beginning only, or does not know. */
function kindWithoutMagic(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  // Readers of PDF look for it in the first 1024 bytes (ISO 32000-1, annex H.3).
  if (head.includes("%PDF-")) return "pdf";
  // TNEF, the `winmail.dat` of Outlook.
  if (head.startsWith("\x78\x9f\x3e\x22")) return "outlook";
  if (/^.{4}Standard (Jet|ACE) DB/su.test(head)) return "access";
  return "unknown";
}

type Rule = readonly [RegExp, FileKind];

/** The first that fits counts. */
const rules: readonly Rule[] = [
  [/^application\/pdf$/u, "pdf"],
  [/^image\/jpeg$/u, "jpeg"],
  [/^image\/a?png$/u, "png"],
  [/^image\/gif$/u, "gif"],
  [/^image\/webp$/u, "webp"],
  [/^image\/(hei[cf](-sequence)?|avif)$/u, "heic"],
  [/^image\//u, "image"],
  [/^application\/vnd\.ms-word\..*macroenabled/u, "macro-word"],
  [/^application\/vnd\.ms-excel\..*macroenabled/u, "macro-excel"],
  [/^application\/vnd\.ms-powerpoint\..*macroenabled/u, "macro-powerpoint"],
  [/^application\/vnd\.openxmlformats-officedocument\.wordprocessingml/u, "word"],
  [/^application\/vnd\.openxmlformats-officedocument\.spreadsheetml/u, "excel"],
  [/^application\/vnd\.openxmlformats-officedocument\.presentationml/u, "powerpoint"],
  [/^application\/vnd\.oasis\.opendocument\./u, "opendocument"],
  [/^application\/vnd\.apple\.(pages|numbers|keynote)$/u, "apple-document"],
  [/^application\/rtf$/u, "rtf"],
  [/^text\/calendar$/u, "calendar"],
  [/^text\/vcard$/u, "contact"],
  [/^text\//u, "text"],
  [/^application\/pgp-encrypted$/u, "signature"],
  [/^application\/(x-msdownload|x-elf|x-mach-binary|wasm|java-vm|java-archive)$/u, "program"],
  [/^application\/(vnd\.android\.package-archive|x-google-chrome-extension|x-xpinstall)$/u, "program"],
  [/^application\/(x-deb|x-rpm|x-shockwave-flash|vnd\.ms-htmlhelp)$/u, "program"],
  [/^application\/(x-ms-regedit|x-ft-windows-registry-hive)$/u, "script"],
  [/^application\/(x-ms-shortcut|x-ft-apple\.alias)$/u, "shortcut"],
  [/^application\/(x-iso9660-image|x-apple-diskimage)$/u, "disk-image"],
  [
    /^application\/(zip|x-tar|x-rar-compressed|gzip|x-bzip2|x-7z-compressed|x-xz|zstd|lzip|x-lz4|x-compress)$/u,
    "archive",
  ],
  [/^application\/(vnd\.ms-cab-compressed|x-arj|x-ace-compressed|x-lzh-compressed|x-cpio|x-unix-archive)$/u, "archive"],
  [/^(audio\/|application\/ogg)/u, "sound"],
  [/^(video\/|application\/(mxf|vnd\.ms-asf|vnd\.rn-realmedia))/u, "video"],
];

const kindOfType = (type: string): FileKind | undefined => rules.find(([pattern]) => pattern.test(type))?.[1];
