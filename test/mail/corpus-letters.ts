import type { CorpusMail } from "./corpus.ts";

/** Mail of which the letters hide the words: charsets, encoded words, file names, encodings. */
export const oddLetters: readonly CorpusMail[] = [
  { file: "utf-16", title: "UTF-16", becomes: "letter", says: ["De coördinatie was slecht. €"] },
  { file: "iso-8859-15", title: "Latin-9", becomes: "letter", says: ["Ik betaalde € 250 en kreeg géén les."] },
  { file: "iso-2022-jp", title: "Japanese", becomes: "letter", subject: "苦情", says: ["これは苦情です。"] },
  { file: "koi8-r", title: "Russian", becomes: "letter", subject: "Жалоба", says: ["Занятие не состоялось."] },
  ...["charset-wrong", "charset-ascii-wrong"].map(
    (file): CorpusMail => ({
      file,
      title: `${file}: a charset that is not the one used`,
      becomes: "letter",
      says: ["Eén cursist – ik – vond de coördinatie slecht."],
      defects: [],
    }),
  ),
  ...["charset-unknown", "charset-unknown-utf-8", "html-meta-charset"].map(
    (file): CorpusMail => ({
      file,
      title: `${file}: a charset nobody knows`,
      becomes: "letter",
      says: ["De coördinatie was slecht."],
    }),
  ),
  {
    file: "charset-in-parts",
    title: "parts in Windows-1252 that do not say so",
    becomes: "letter",
    says: ["De coördinatie was één ramp."],
  },
  {
    file: "utf-7",
    title: "UTF-7",
    becomes: "letter",
    says: ["De coördinatie was slecht."],
  },
  {
    file: "encoded-words-broken",
    title: "an encoded word broken in the middle of a letter",
    becomes: "letter",
    from: "Zoë de Vries <zoe@deelnemer.example>",
    subject: "Klacht over de coördinatie",
  },
  {
    file: "encoded-words-odd",
    title: "encoded words with a language, an unknown charset and no end",
    becomes: "letter",
    from: "René de Vries <rene@deelnemer.example>",
    subject: "Café en gek en =?utf-8?Q?niet af",
  },
  {
    file: "encoded-words-spaces",
    title: "spaces in an encoded word",
    becomes: "letter",
    subject: "Klacht over de coördinatie",
  },
  {
    file: "rfc2231-latin1",
    title: "a file name in pieces and Latin-1",
    becomes: "letter",
    attachments: ["coördinatie één.pdf"],
  },
  {
    file: "rfc2231-out-of-order",
    title: "pieces of a file name in the wrong order",
    becomes: "letter",
    attachments: ["deel 1 deel 2 3.pdf"],
  },
  {
    file: "rfc2231-both-names",
    title: "a file name for old programs and one for new",
    becomes: "letter",
    attachments: ["verslag €.pdf"],
  },
  ...["file-name-encoded-word", "file-name-raw-utf-8"].map(
    (file): CorpusMail => ({
      file,
      title: `${file}: a file name written against the rules`,
      becomes: "letter",
      attachments: ["verslag coördinatie.pdf"],
    }),
  ),
  { file: "base64-dirty", title: "base64 with dirt in it", becomes: "letter", says: ["Ik ben boos over de cursus"] },
  {
    file: "quoted-printable-dirty",
    title: "quoted-printable with dirt in it",
    becomes: "letter",
    says: ["De coördinatie was =ZZ slecht, 100=% zeker, en dit hoort erbij én dit."],
  },
  { file: "encoding-unknown", title: "an encoding nobody knows", becomes: "letter", says: ["Ik ben boos."] },
  {
    file: "uuencoded",
    title: "a file inside the text",
    becomes: "letter",
    says: ["Zie de bijlage."],
    hides: ["begin"],
    attachments: ["brief.txt"],
  },
  {
    file: "flowed",
    title: "flowed text",
    becomes: "letter",
    says: ["Dit is een lange zin die over twee regels loopt.\n\n> "],
  },
];
