import type { CorpusMail } from "./corpus.ts";

const words = ["De les was slecht."];
const verslag = ["Zie mijn verslag.", "De trainer kwam een uur te laat."];

/** Mail that says something else about itself than it is, as real programs do. */
export const mendedMails: readonly CorpusMail[] = [
  ...["type-one-word", "type-html-one-word", "html-as-plain-text", "content-type-twice"].map(
    (file): CorpusMail => ({
      file,
      title: `${file}: words under a type that is none`,
      becomes: "letter",
      says: words,
      hides: ["<"],
      attachments: [],
    }),
  ),
  {
    file: "type-one-word-part",
    title: "words in a part with a type that is none",
    becomes: "letter",
    says: words,
    attachments: ["brief.pdf"],
  },
  {
    file: "charset-wrong-utf-8-as-gb2312",
    title: "UTF-8 under the name of a Chinese charset",
    becomes: "letter",
    says: ["De coördinatie was slecht. 课程很差。"],
  },
  {
    file: "base64-that-is-none",
    title: "words that are said to be base64",
    becomes: "letter",
    says: ["De les was slecht, en niemand luisterde naar mij."],
  },
  ...["encoded-word-no-charset", "encoded-word-raw-bytes"].map(
    (file): CorpusMail => ({
      file,
      title: `${file}: an encoded word against the rules`,
      becomes: "letter",
      subject: "Klacht over de coördinatie",
    }),
  ),
  {
    file: "header-in-body-charset",
    title: "a subject in the bare charset of the words",
    becomes: "letter",
    subject: "Жалоба на урок",
    says: ["Урок был плохой."],
  },
  {
    file: "blank-line-with-spaces",
    title: "spaces on the line that ends the header",
    becomes: "letter",
    subject: "Klacht met een spatie op de lege regel",
    says: ["Beste mensen,\n\nDe les was slecht."],
  },
  {
    file: "utf-7-html",
    title: "HTML in UTF-7 with a hidden script",
    becomes: "letter",
    subject: "Klacht over de coördinatie",
    says: ["De coördinatie, 1 + 1, was", "slecht."],
    hides: ["alert", "<"],
  },
  ...["text-file-in-line", "text-file-no-disposition"].map(
    (file): CorpusMail => ({
      file,
      title: `${file}: a text file that is shown in line`,
      becomes: "letter",
      says: verslag,
      attachments: ["verslag.txt"],
    }),
  ),
  { file: "named-words", title: "words with a name", becomes: "letter", says: words, attachments: ["foto.png"] },
  { file: "named-alternative", title: "two versions with names", becomes: "letter", says: words, attachments: [] },
  {
    file: "uuencoded-twice",
    title: "two files inside the text",
    becomes: "letter",
    says: ["Zie de twee bijlagen.", "Groet, Fatima\nbegin 2026 was alles nog goed"],
    hides: ["begin 644", "end\n"],
    attachments: ["foto van lokaal.gif", "verslag.doc"],
  },
  {
    file: "uuencoded-part",
    title: "a file inside a part",
    becomes: "letter",
    says: words,
    attachments: ["foto.gif"],
  },
  {
    file: "uuencoded-cut",
    title: "half a file inside the text, which stays text",
    becomes: "letter",
    says: ["Zie de bijlage.", "begin 644 foto.gif", "en hier houdt het op"],
    attachments: [],
  },
  { file: "yenc", title: "a yEnc file, which stays text", becomes: "letter", says: ["Zie de bijlage."] },
];
