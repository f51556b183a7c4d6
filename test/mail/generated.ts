import fc from "fast-check";
import { corpus, readCorpus } from "./corpus.ts";
import { lawfulMail, lawlessMail } from "./grammar.ts";
import { mutationsOf } from "./mutations.ts";

/** A mail as some server hands it over. */
export interface GeneratedMail {
  readonly kind: string;
  readonly raw: Uint8Array;
  readonly envelopeFrom: string;
  /**
   * Nothing may be sent because of it. Known from how it was made, not from what the code says of it: it bears the mark of a machine
   * unbroken, or came with the null return path (RFC 3834 2, RFC 5321 4.5.5).
   */
  readonly isMachine: boolean;
}

type Marking = (header: string, said: string) => { readonly header: string; readonly envelopeFrom?: string };

const field =
  (line: string): Marking =>
  (header) => ({ header: `${line}\r\n${header}` });
const from =
  (who: string): Marking =>
  (header) => ({ header: header.replace(/^From: .*/mu, `From: ${who}`) });
const subject =
  (label: string): Marking =>
  (header) => ({ header: header.replace("Subject: ", `Subject: ${label}`) });

/** What machines put on their mail, in the spellings that occur. */
const marks: readonly Marking[] = [
  field("Auto-Submitted: auto-replied"),
  field("AUTO-SUBMITTED:auto-generated (rule 7)"),
  field('auto-submitted:\r\n auto-notified; owner-email="x@elders.example"'),
  field("Precedence: bulk"),
  field("Precedence:\tJUNK"),
  field("Precedence: list\r\nList-Id: Nieuws <nieuws.elders.example>"),
  field("List-Unsubscribe: <https://elders.example/af>"),
  field("List-Help: <mailto:hulp@elders.example>"),
  field("X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply"),
  field("X-Auto-Response-Suppress: all"),
  field("X-Autoreply: yes"),
  field("X-Autorespond: afwezig"),
  field("Return-Path: <>"),
  from("Mail Delivery System <MAILER-DAEMON@mx.elders.example>"),
  from("postmaster@elders.example"),
  from("Winkel <no-reply@winkel.example>"),
  from("donotreply@winkel.example"),
  from("Klachten <KLACHTEN+x@learnworks.example>"),
  from("Nieuws <nieuws-bounces@lijst.example>"),
  subject("Automatisch antwoord: "),
  subject("Automatic reply: "),
  subject("Out of Office: "),
  subject("Afwezig: "),
  (header) => ({ header, envelopeFrom: "" }),
  (header) => ({ header, envelopeFrom: "MAILER-DAEMON@elders.example" }),
];

const writer = fc.constantFrom("iemand@elders.example", "bounces+x=y..z@lijst.example", "jörg@müller.example");

const letters: fc.Arbitrary<GeneratedMail> = fc
  .record({ mail: lawfulMail, envelopeFrom: writer })
  .map(({ mail: { raw }, envelopeFrom }): GeneratedMail => ({ kind: "letter", raw, envelopeFrom, isMachine: false }));

const machines: fc.Arbitrary<GeneratedMail> = fc
  .record({ mail: lawfulMail, mark: fc.constantFrom(...marks), envelopeFrom: writer })
  .map(({ mail: { raw, words }, mark, envelopeFrom }): GeneratedMail => {
    const whole = Buffer.from(raw);
    const end = whole.indexOf("\r\n\r\n");
    const marked = mark(whole.toString("utf8", 0, end), words);
    return {
      kind: "machine",
      raw: new Uint8Array(Buffer.concat([Buffer.from(marked.header), whole.subarray(end)])),
      envelopeFrom: marked.envelopeFrom ?? envelopeFrom,
      isMachine: true,
    };
  });

const broken = (kind: string, bytes: fc.Arbitrary<Uint8Array>): fc.Arbitrary<GeneratedMail> =>
  fc
    .record({ raw: bytes, envelopeFrom: writer })
    .map(({ raw, envelopeFrom }): GeneratedMail => ({ kind, raw, envelopeFrom, isMachine: false }));

/** By the rules, by the rules with the mark of a machine, and broken in every way; the corpus by file. */
function kinds(): readonly fc.Arbitrary<GeneratedMail>[] {
  const files = [...new Set(corpus.map(({ file }) => file))].map((file) => broken(file, mutationsOf(readCorpus(file))));
  return [
    letters,
    machines,
    broken(
      "damaged",
      lawfulMail.chain(({ raw }) => mutationsOf(raw)),
    ),
    broken("lawless", lawlessMail),
    broken("random", fc.uint8Array({ maxLength: 4_000 })),
    ...files,
  ];
}

/** At least so many mails: half of them from the corpus. The same for the same seed. */
export function* generatedMails(count: number, seed: number): Generator<GeneratedMail> {
  const all = kinds();
  const [made, files] = [all.slice(0, 5), all.slice(5)];
  const ofMade = Math.ceil(count / 2 / made.length);
  const ofFiles = Math.ceil(count / 2 / files.length);
  let at = 0;
  for (const kind of all) {
    for (const mail of fc.sample(kind, { numRuns: made.includes(kind) ? ofMade : ofFiles, seed })) {
      at += 1;
      // The null return path is the one mark of a machine that damage cannot reach.
      yield at % 4 === 0 && kind !== letters ? { ...mail, envelopeFrom: "", isMachine: true } : mail;
    }
  }
}
