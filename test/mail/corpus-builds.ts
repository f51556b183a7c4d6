import type { CorpusMail } from "./corpus.ts";

const fatima = "Fatima El Amrani <fatima@deelnemer.example>";
const words = ["De les was slecht."];

/** What is odd in lines, header fields, boundaries and parts, and must make no difference. */
export const oddBuilds: readonly CorpusMail[] = [
  ...[
    "byte-order-mark",
    "blank-lines-first",
    "date-nonsense",
    "date-missing",
    "date-far-away",
    "to-missing",
    "message-id-invalid",
    "content-type-many-parameters",
    "boundary-empty-parts",
    "references-without-end",
  ].map(
    (file): CorpusMail => ({
      file,
      title: file,
      becomes: "letter",
      from: fatima,
      says: words,
      attachments: [],
      defects: [],
    }),
  ),
  { file: "lf-only", title: "bare line feeds", becomes: "letter", from: fatima, says: ["Regel een.\nRegel twee."] },
  { file: "subject-twice", title: "two subjects", becomes: "letter", subject: "Klacht een" },
  { file: "subject-missing", title: "no subject", becomes: "letter", subject: "", says: words },
  { file: "mime-version-missing", title: "no MIME-Version", becomes: "letter", says: ["De coördinatie was slecht."] },
  ...["boundary-with-spaces", "boundary-prefix"].map(
    (file): CorpusMail => ({
      file,
      title: file,
      becomes: "letter",
      says: words,
      hides: ["--"],
      attachments: ["foto.png"],
    }),
  ),
  {
    file: "boundary-end-missing",
    title: "parts without an end",
    becomes: "letter",
    says: words,
    attachments: ["brief.pdf"],
  },
  {
    file: "flowed-delsp",
    title: "flowed text of which the last space goes",
    becomes: "letter",
    says: ["die over twee regels loopt.\n-- \nFatima"],
  },
  {
    file: "quoted-printable-soft-end",
    title: "quoted-printable that ends in a soft line end",
    becomes: "letter",
    says: ["De coördinatie was slecht, en het hield niet op"],
    hides: ["="],
  },
  { file: "line-of-a-million", title: "one very long line", becomes: "letter", says: ["slecht. En nog eens. En"] },
  { file: "dots-at-line-start", title: "lines of dots", becomes: "letter", says: ["Eerst dit\n.\n..\n.en dit"] },
  {
    file: "apple-double",
    title: "a file and what a Mac knows of it",
    becomes: "letter",
    says: words,
    attachments: ["foto.jpg", "foto.jpg"],
  },
  {
    file: "related-in-alternative",
    title: "a logo inside one version of the words",
    becomes: "letter",
    says: words,
    attachments: ["attachment-1.png", "brief.pdf"],
  },
  { file: "message-partial", title: "the first half of a mail", becomes: "letter", attachments: ["attachment-1"] },
  {
    file: "message-external-body",
    title: "a file that is elsewhere, and is not fetched",
    becomes: "letter",
    says: ["Mijn verslag staat op internet."],
    attachments: ["attachment-1"],
  },
  { file: "vcard", title: "a visiting card", becomes: "letter", says: words, attachments: ["Fatima.vcf"] },
  {
    file: "voicemail",
    title: "nothing but a recording",
    becomes: "letter",
    subject: "Klacht ingesproken",
    attachments: ["Nieuwe opname 3.m4a"],
  },
  {
    file: "heic-photos",
    title: "photos from a telephone, with words between them",
    becomes: "letter",
    says: ["Lokaal 1", "Lokaal 2"],
    attachments: ["IMG_1.HEIC", "IMG_2.HEIC"],
  },
  {
    file: "many-parts",
    title: "150 attachments",
    becomes: "letter",
    says: words,
    defects: ["attachments-dropped"],
  },
  { file: "smime-opaque-signed", title: "a signature around the words", becomes: "letter", attachments: ["smime.p7m"] },
  { file: "pgp-inline", title: "a signature in the text", becomes: "letter", says: words },
];
