import { readFileSync } from "node:fs";
import type { Doubt } from "../../shared/domain/doubt.ts";
import type { AutomaticReason } from "../../shared/mail/automatic.ts";
import type { MailVerdicts } from "../../shared/mail/classify.ts";
import type { MailDefect } from "../../shared/mail/parsed-mail.ts";
import { oddBuilds } from "./corpus-builds.ts";
import { worldLetters } from "./corpus-charsets.ts";
import { deceiving } from "./corpus-deceiving.ts";
import { oddLetters } from "./corpus-letters.ts";
import { machines } from "./corpus-machines.ts";
import { mendedMails } from "./corpus-mended.ts";
import { oddSenders } from "./corpus-senders.ts";
import { oddShapes } from "./corpus-shapes.ts";

export const unchecked: MailVerdicts = {
  spam: "UNKNOWN",
  virus: "UNKNOWN",
  spf: "UNKNOWN",
  dkim: "UNKNOWN",
  dmarc: "UNKNOWN",
};

export const ownAddresses = ["klachten@learnworks.example", "klachten@sterker.example"];

/** What becomes of one file of `corpus/`. */
export interface CorpusMail {
  readonly file: string;
  readonly title: string;
  readonly becomes: "letter" | `automatic: ${AutomaticReason}` | `doubtful: ${Doubt}`;
  /** The return path; the sender's own unless told otherwise. */
  readonly envelopeFrom?: string;
  /** Where it is sent to; the complaints address itself unless told otherwise. */
  readonly to?: readonly string[];
  /** What it says it belongs to, strongest first. */
  readonly threads?: readonly string[];
  readonly from?: string;
  readonly subject?: string;
  /** Pieces that the text must hold. */
  readonly says?: readonly string[];
  /** Pieces that the text must not hold. */
  readonly hides?: readonly string[];
  readonly attachments?: readonly string[];
  readonly defects?: readonly MailDefect[];
}

export function readCorpus(file: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`corpus/${file}.eml`, import.meta.url)));
}

/** Each with a row in `reply.test.ts` that says where its quote begins. */
const hardReplies = [
  "reply-apple-html-dutch",
  "reply-apple-new-dutch",
  "reply-below-quote",
  "reply-bold-gmail-outlook",
  "reply-gmail-folded-dutch",
  "reply-gmail-html-english",
  "reply-outlook-html-dutch",
  "reply-outlook-ios-dutch",
  "reply-outlook-mac-dutch",
  "reply-outlook-old-english",
  "reply-outlook-web-dutch",
  "reply-samsung-dutch",
  "reply-signature",
  "reply-thunderbird-dutch",
  "reply-yahoo-dutch",
].map((file): CorpusMail => ({ file, title: file.replaceAll("-", " "), becomes: "letter" }));

const fatima = "Fatima El Amrani <fatima@deelnemer.example>";

export const corpus: readonly CorpusMail[] = [
  ...oddLetters,
  ...oddShapes,
  ...deceiving,
  ...worldLetters,
  ...mendedMails,
  ...oddBuilds,
  ...oddSenders,
  ...machines,
  ...hardReplies,
  {
    file: "plain-dutch",
    title: "a plain Dutch mail",
    becomes: "letter",
    from: fatima,
    subject: "Klacht over de cursus Projectmatig werken",
    says: ["Beste medewerker,\n\nIk volgde", "Fatima El Amrani"],
    attachments: [],
    defects: [],
  },
  { file: "plain-english", title: "a plain English mail", becomes: "letter", says: ["did not want to listen"] },
  {
    file: "html-only",
    title: "a mail in HTML only",
    becomes: "letter",
    says: [
      "Beste mensen,\n\nHet lokaal was veel te koud: 14°C. Dit vind ik écht niet kunnen.\nZie mijn foto (https://deelnemer.example/foto).",
      "- eerste dag: koud\n- tweede dag: nog kouder",
      "Fatima <deelnemer>",
    ],
    hides: ["Niet tonen", "color", "alert", "verborgen", "<p>"],
  },
  {
    file: "iso-8859-1",
    title: "Latin-1",
    becomes: "letter",
    subject: "Klacht over de coördinatie",
    says: ["De coördinatie was slecht. Eén afspraak"],
  },
  { file: "windows-1252", title: "Windows-1252", becomes: "letter", says: ["€ 250 betaald – “gratis” was"] },
  {
    file: "raw-latin1-header",
    title: "header fields in bare Latin-1",
    becomes: "letter",
    from: "René de Vries <rene@deelnemer.example>",
    subject: "Klacht over cafébezoek",
    says: ["Het cafébezoek ging niet door."],
  },
  {
    file: "no-charset",
    title: "a body in Windows-1252 that does not say so",
    becomes: "letter",
    says: ["Eén cursist – ik – is boos."],
  },
  {
    file: "encoded-words",
    title: "encoded words over two lines",
    becomes: "letter",
    from: "Zoë van 't Hof <zoe@deelnemer.example>",
    subject: "Klacht 😡 over de coördinator",
  },
  {
    file: "rfc2231-names",
    title: "attachments with long, foreign and climbing names",
    becomes: "letter",
    attachments: ["verslag van het gesprek €.pdf", "foto.png"],
  },
  { file: "out-of-office-dutch", title: "a Dutch out-of-office", becomes: "automatic: auto-submitted" },
  {
    file: "out-of-office-english",
    title: "an English out-of-office without any header field",
    becomes: "automatic: out-of-office",
  },
  { file: "vacation-auto-replied", title: "a vacation program", becomes: "automatic: auto-submitted" },
  {
    file: "bounce",
    title: "a bounce",
    envelopeFrom: "",
    becomes: "automatic: null-sender",
    hides: ["Geheime inhoud"],
  },
  {
    file: "bounce",
    title: "a bounce of which the return path got lost",
    envelopeFrom: "x@elders.example",
    becomes: "automatic: null-sender",
  },
  { file: "read-receipt", title: "a read receipt", becomes: "automatic: report" },
  { file: "mailing-list", title: "a newsletter", becomes: "automatic: mailing-list" },
  { file: "bulk", title: "a bulk mailing", becomes: "automatic: bulk" },
  { file: "no-reply", title: "a no-reply sender", becomes: "automatic: no-reply-sender" },
  { file: "web-form", title: "a web form that names the person in Reply-To", becomes: "doubtful: web-form" },
  { file: "own-address", title: "our own letter come back", becomes: "automatic: own-address" },
  { file: "attachment-only", title: "nothing but an attachment", becomes: "letter", attachments: ["klacht.pdf"] },
  { file: "empty", title: "nothing at all", becomes: "doubtful: empty" },
  { file: "no-sender", title: "no From", becomes: "doubtful: no-sender", envelopeFrom: "x@elders.example" },
  { file: "unusable-sender", title: "a From that names nobody", becomes: "doubtful: no-sender" },
  { file: "two-senders", title: "two From fields", becomes: "doubtful: several-senders", defects: ["several-senders"] },
  {
    file: "truncated-multipart",
    title: "a mail cut off in an attachment",
    becomes: "letter",
    says: ["De foto hoort bij mijn klacht"],
    attachments: ["foto.jpg"],
  },
  {
    file: "deep-nesting",
    title: "400 parts inside each other",
    becomes: "doubtful: unreadable",
    from: fatima,
    subject: "Klacht in een doos",
    defects: ["unparsable"],
  },
  {
    file: "many-headers",
    title: "10,000 header fields",
    becomes: "letter",
    from: fatima,
    subject: "Klacht achter veel regels",
    says: ["raar programma"],
    defects: ["headers-dropped"],
  },
  { file: "binary-garbage", title: "random bytes", becomes: "doubtful: no-sender", envelopeFrom: "x@elders.example" },
  {
    file: "nul-bytes",
    title: "NUL bytes",
    becomes: "letter",
    subject: "Klacht met nul",
    says: ["Hier staat een nul."],
  },
  {
    file: "header-injection",
    title: "line breaks inside encoded words",
    becomes: "letter",
    from: "<fatima@deelnemer.example>",
    subject: "Klacht Bcc: slachtoffer@elders.example",
    says: ["<script>alert(1)</script> =cmd|calc"],
  },
  {
    file: "bidi-override",
    title: "characters that turn the reading direction",
    becomes: "letter",
    subject: "Klacht gpj.exe over dit",
    attachments: ["factuurfdp.exe"],
  },
  { file: "forwarded-inline", title: "a forwarded mail", becomes: "letter", says: ["Ik ben boos over de cursus."] },
  {
    file: "forwarded-attached",
    title: "a mail forwarded as attachment",
    becomes: "letter",
    says: [
      "Zie de mail hieronder.",
      "From: Fatima El Amrani <fatima@deelnemer.example>\nDate: 2026-01-05T08:00:00.000Z\nSubject: Ik ben boos\n\nDe cursus was niet goed.",
    ],
    attachments: ["boos.eml"],
  },
  {
    file: "forwarded-as-part",
    title: "a mail forwarded as a part that mail programs show in line",
    becomes: "letter",
    says: [
      "Zie de mail hieronder.\n\nFrom: Fatima El Amrani <fatima@deelnemer.example>\nDate: 2026-01-05T08:00:00.000Z\n",
    ],
    attachments: ["attachment-1.eml"],
  },
  { file: "reply-gmail-dutch", title: "a reply from Gmail in Dutch", becomes: "letter" },
  { file: "reply-gmail-english", title: "a reply from Gmail in English", becomes: "letter" },
  { file: "reply-outlook-dutch", title: "a reply from Outlook in Dutch", becomes: "letter" },
  { file: "reply-outlook-english", title: "a reply from Outlook in English", becomes: "letter" },
  { file: "reply-apple-dutch", title: "a reply from Apple Mail in Dutch", becomes: "letter" },
  { file: "reply-apple-english", title: "a reply from Apple Mail in English", becomes: "letter" },
  { file: "reply-between-the-lines", title: "answers between the lines", becomes: "letter" },
  { file: "reply-only-quote", title: "a reply that is all quote", becomes: "letter" },
  { file: "reply-html-gmail", title: "a reply in HTML only", becomes: "letter" },
  { file: "alternative", title: "text and HTML side by side", becomes: "letter", hides: ["opgemaakte"] },
  { file: "bare-cr-lines", title: "line ends of bare CR", becomes: "letter", says: ["De regels eindigen raar."] },
  { file: "calendar-reply", title: "an answer to an invitation", becomes: "letter", says: ["Ik kom naar het gesprek"] },
  {
    file: "complains-about-auto-reply",
    title: "a person who complains about automatic answers",
    becomes: "letter",
  },
];
