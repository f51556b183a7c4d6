import type { FileKind } from "./file-kind.ts";

/** Kinds that are taken for each other without harm: a JPEG that is called `.png`, a table that is called a text. */
type FileFamily =
  | "pdf"
  | "image"
  | "document"
  | "text"
  | "media"
  | "signature"
  | "page"
  | "macro"
  | "script"
  | "program"
  | "shortcut"
  | "archive"
  | "none";

interface FileFacts {
  readonly family: FileFamily;
  /** Endings of names, in lower case and without the dot. */
  readonly endings: readonly string[];
  /** Media types that a sender may claim. */
  readonly types: readonly string[];
}

const openXml = "application/vnd.openxmlformats-officedocument";

/** By which names and media types each kind goes. */
export const fileFacts: { readonly [Kind in FileKind]: FileFacts } = {
  pdf: { family: "pdf", endings: ["pdf"], types: ["application/pdf", "application/x-pdf"] },
  jpeg: { family: "image", endings: ["jpg", "jpeg", "jpe", "jfif"], types: ["image/jpeg", "image/jpg", "image/pjpeg"] },
  png: { family: "image", endings: ["png"], types: ["image/png"] },
  gif: { family: "image", endings: ["gif"], types: ["image/gif"] },
  webp: { family: "image", endings: ["webp"], types: ["image/webp"] },
  heic: {
    family: "image",
    endings: ["heic", "heif", "avif"],
    types: ["image/heic", "image/heif", "image/avif"],
  },
  image: { family: "image", endings: ["tif", "tiff", "bmp", "ico", "psd"], types: ["image/tiff", "image/bmp"] },
  word: {
    family: "document",
    endings: ["doc", "docx", "dot", "dotx"],
    types: ["application/msword", `${openXml}.wordprocessingml.document`],
  },
  excel: {
    family: "document",
    endings: ["xls", "xlsx", "xlt", "xltx"],
    types: ["application/vnd.ms-excel", `${openXml}.spreadsheetml.sheet`],
  },
  powerpoint: {
    family: "document",
    endings: ["ppt", "pptx", "pps", "ppsx", "pot", "potx"],
    types: ["application/vnd.ms-powerpoint", `${openXml}.presentationml.presentation`],
  },
  opendocument: {
    family: "document",
    endings: ["odt", "ods", "odp", "odg", "ott", "ots", "otp"],
    types: [
      "application/vnd.oasis.opendocument.text",
      "application/vnd.oasis.opendocument.spreadsheet",
      "application/vnd.oasis.opendocument.presentation",
    ],
  },
  "apple-document": { family: "document", endings: ["pages", "numbers", "key"], types: [] },
  rtf: { family: "document", endings: ["rtf"], types: ["application/rtf", "text/rtf", "application/x-rtf"] },
  "locked-document": { family: "document", endings: [], types: [] },
  text: { family: "text", endings: ["txt", "log", "md"], types: ["text/plain", "text/markdown"] },
  csv: { family: "text", endings: ["csv", "tsv"], types: ["text/csv", "text/tab-separated-values"] },
  calendar: { family: "text", endings: ["ics", "ical"], types: ["text/calendar", "application/ics"] },
  contact: { family: "text", endings: ["vcf"], types: ["text/vcard", "text/x-vcard", "text/directory"] },
  mail: { family: "text", endings: ["eml"], types: ["message/rfc822"] },
  outlook: { family: "text", endings: ["msg"], types: ["application/vnd.ms-outlook", "application/ms-tnef"] },
  data: {
    family: "text",
    endings: ["xml", "json"],
    types: ["text/xml", "application/xml", "application/json"],
  },
  sound: {
    family: "media",
    endings: ["mp3", "m4a", "wav", "ogg", "oga", "opus", "flac", "aac", "amr", "wma"],
    types: ["audio/mpeg", "audio/mp4", "audio/x-m4a", "audio/wav", "audio/ogg", "audio/aac", "audio/amr"],
  },
  video: {
    family: "media",
    endings: ["mp4", "m4v", "mov", "avi", "mkv", "webm", "mpg", "mpeg", "wmv", "3gp"],
    types: ["video/mp4", "video/quicktime", "video/webm", "video/mpeg", "video/3gpp", "video/x-msvideo"],
  },
  signature: {
    family: "signature",
    endings: ["p7s", "p7m", "asc", "sig", "pgp"],
    types: ["application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"],
  },
  html: {
    family: "page",
    endings: ["html", "htm", "xhtml", "shtml", "mht", "mhtml"],
    types: ["text/html", "application/xhtml+xml"],
  },
  svg: { family: "page", endings: ["svg", "svgz"], types: ["image/svg+xml"] },
  "macro-word": { family: "macro", endings: ["docm", "dotm"], types: [] },
  "macro-excel": { family: "macro", endings: ["xlsm", "xltm", "xlsb", "xlam", "xla"], types: [] },
  "macro-powerpoint": { family: "macro", endings: ["pptm", "potm", "ppsm", "ppam", "sldm"], types: [] },
  onenote: { family: "macro", endings: ["one", "onepkg"], types: [] },
  access: { family: "macro", endings: ["mdb", "accdb", "mde", "accde"], types: [] },
  script: {
    family: "script",
    endings: [
      ...["js", "mjs", "jse", "vbs", "vbe", "vb", "wsf", "wsh", "wsc", "hta", "sct", "scf", "inf", "reg", "msc"],
      ...["ps1", "psm1", "ps1xml", "bat", "cmd", "sh", "bash", "command", "py", "pl", "rb", "php", "applescript"],
    ],
    types: ["text/javascript", "application/javascript", "application/x-sh", "application/hta"],
  },
  program: {
    family: "program",
    endings: [
      ...["exe", "com", "scr", "pif", "cpl", "dll", "sys", "msi", "msp", "msix", "appx", "msixbundle", "gadget", "xll"],
      ...["jar", "class", "apk", "ipa", "app", "pkg", "deb", "rpm", "run", "bin", "chm", "hlp", "swf", "crx", "xpi"],
    ],
    types: ["application/x-msdownload", "application/x-msdos-program", "application/java-archive"],
  },
  shortcut: {
    family: "shortcut",
    endings: ["lnk", "url", "webloc", "desktop", "rdp", "library-ms", "search-ms", "settingcontent-ms", "appref-ms"],
    types: ["application/x-ms-shortcut"],
  },
  archive: {
    family: "archive",
    endings: ["zip", "rar", "7z", "tar", "gz", "tgz", "bz2", "xz", "zst", "lz", "lzh", "cab", "arj", "ace", "uue"],
    types: ["application/zip", "application/x-zip-compressed", "application/x-rar-compressed", "application/gzip"],
  },
  "disk-image": { family: "archive", endings: ["iso", "img", "dmg", "vhd", "vhdx"], types: [] },
  empty: { family: "none", endings: [], types: [] },
  unknown: { family: "none", endings: [], types: [] },
};
