import type { CorpusMail } from "./corpus.ts";

/** Mail that wants to be taken for something else. */
export const deceiving: readonly CorpusMail[] = [
  {
    file: "from-many",
    title: "two people in one From",
    becomes: "doubtful: several-senders",
    defects: ["several-senders"],
  },
  { file: "from-group", title: "a group in From", becomes: "doubtful: several-senders", defects: ["several-senders"] },
  {
    file: "address-in-name",
    title: "somebody else's address for a name",
    becomes: "letter",
    from: "<bedrieger@elders.example>",
  },
  {
    file: "address-in-encoded-word",
    title: "somebody else's address in an encoded word",
    becomes: "letter",
    from: "<bedrieger@elders.example>",
  },
  {
    file: "address-line-break",
    title: "line breaks in an address",
    becomes: "letter",
    from: "<fatima@deelnemer.example>",
  },
  {
    file: "subject-formula",
    title: "a formula and markup in subject and name",
    becomes: "letter",
    subject: '=HYPERLINK("http://elders.example") <b>vet</b> {{7*7}} %0d%0aBcc: x@elders.example',
    says: ["=1+1\n<script>alert(1)</script>"],
  },
  {
    file: "file-name-injection",
    title: "file names that climb, run, or end the line",
    becomes: "letter",
    attachments: [
      "klacht.pdf",
      "passwd",
      "klacht.pdf",
      "htaccess",
      "CON",
      "klacht.pdf",
      "C calc'!A0.csv",
      "_img src=x onerror=alert(1)_.png",
      "klacht%0d%0aX-Y_ z.pdf",
      `${"a".repeat(146)}.pdf`,
      "regel Bcc_ slachtoffer@elders.example .pdf",
      "attachment-12",
      "attachment-13",
    ],
  },
];
