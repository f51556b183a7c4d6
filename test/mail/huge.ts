const MIB = 1024 * 1024;
const head = "From: fatima@deelnemer.example\r\nSubject: Klacht\r\n";
const html = `${head}Content-Type: text/html\r\n\r\n`;
export const multipart = `${head}Content-Type: multipart/mixed; boundary=x\r\n\r\n`;
const base64Line = `${"QUJD".repeat(19)}\r\n`;
const file = `--x\r\nContent-Type: application/pdf; name=groot.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n`;

/** Words and one attachment of 27 MB, which is all that fits in 40 MB. */
export const wholeAttachment = `${multipart}--x\r\n\r\nZie bijlage.\r\n${file}${base64Line.repeat(500_000)}--x--\r\n`;

/** Mail made to take long: each is of the kind that once made some mail program hang. */
export const hugeMails: readonly (readonly [title: string, raw: () => string])[] = [
  ["a large attachment", () => wholeAttachment],
  ["an attachment beyond 40 MB", () => `${multipart}--x\r\n\r\nZie bijlage.\r\n${file}${base64Line.repeat(560_000)}`],
  ["40 MB of letters", () => `${head}\r\n${"woord ".repeat(7_000_000)}`],
  [
    "40 MB of letters that are no UTF-8",
    () => `${multipart}--x\r\nContent-Type: text/plain\r\n\r\n\uFFFD${`${"e".repeat(70)}\r\n`.repeat(550_000)}`,
  ],
  ["40 MB of lines of words", () => `${head}\r\n${`${"woord ".repeat(12)}\r\n`.repeat(550_000)}`],
  ["40 MB of HTML", () => html + "<p>woord <b>en</b></p>".repeat(1_800_000)],
  ["only line ends", () => `${head}\r\n${"\n".repeat(10 * MIB)}`],
  ["only openings of parts", () => multipart + "--x\n".repeat(2 * MIB)],
  ["only quote marks", () => `${head}\r\n${"> ".repeat(5 * MIB)}`],
  ["many quoted lines", () => `${head}\r\n${">\n".repeat(400_000)}`],
  ["lines that nearly attribute", () => `${head}\r\n${"On heeft 1\n".repeat(200_000)}`],
  ["a subject of encoded words", () => `Subject: ${"=?utf-8?Q?a?= ".repeat(60_000)}\r\n\r\n`],
  ["a subject of spaces", () => `Subject: a${" ".repeat(900_000)}b\r\n\r\n`],
  ["a list of receivers", () => `${head}To: ${"a@b.example, ".repeat(60_000)}\r\n\r\n`],
  ["a receiver of brackets", () => `${head}To: ${"<".repeat(900_000)}\r\n\r\n`],
  ["a receiver of groups", () => `${head}To: ${"a:".repeat(400_000)}\r\n\r\n`],
  ["references without end", () => `${head}References: ${"<a@b.example> ".repeat(60_000)}\r\n\r\n`],
  ["references of brackets", () => `${head}References: ${"<".repeat(900_000)}\r\n\r\n`],
  ["header beyond bounds", () => `${head}${`X-A: ${"a".repeat(900)}\r\n`.repeat(4_000)}\r\n\r\ntekst`],
  ["HTML of unclosed styles", () => html + "<style>".repeat(140_000)],
  ["HTML of brackets", () => html + "<".repeat(MIB)],
  ["HTML of comments", () => html + "<!--".repeat(MIB / 4)],
  ["HTML of quotes", () => html + "<blockquote><br>".repeat(60_000)],
  ["HTML of links", () => html + "<a href=http://a.example>b".repeat(40_000)],
  ["HTML of half attributes", () => html + "<a href = href = ".repeat(60_000)],
  ["HTML of spaces", () => html + "<b> </b>".repeat(120_000)],
  ["HTML of quotes that stay open", () => html + '<a href="x>'.repeat(120_000)],
  ["HTML of hidden openings", () => html + "<div hidden>".repeat(100_000)],
  ["HTML of fixed lines", () => `${html}<pre>${"a\n".repeat(90_000)}`],
  ["pictures in HTML", () => html + "data:image/png;base64,".repeat(80_000)],
  ["a body of dashes", () => `${head}Content-Type: multipart/mixed\r\n\r\n${"--".repeat(MIB)}`],
  [
    "lines that nearly part",
    () => `${head}Content-Type: multipart/mixed\r\n\r\n${`--${"x ".repeat(30)}\n`.repeat(9_000)}`,
  ],
  ["text types without end", () => `${head}\r\n\u00e9${"content-type: text/plain\n\t".repeat(50_000)}`],
  [
    "letters read wrongly",
    () => `${head}Content-Type: text/plain; charset=us-ascii\r\n\r\n${"\u00e9".repeat(500_000)}`,
  ],
  [
    "an invitation of colons",
    () => `${head}Content-Type: text/calendar\r\n\r\nBEGIN:VEVENT\r\nSUMMARY${';a="'.repeat(30_000)}`,
  ],
  ["HTML of entities", () => html + "&amp".repeat(250_000)],
  [
    "named texts behind pictures",
    () =>
      multipart +
      "--x\r\nContent-Type: image/png\r\n\r\n".repeat(4_900) +
      "--x\r\nContent-Type: text/plain; name=a\r\n\r\nb\r\n".repeat(4_900),
  ],
  [
    "files in the text without end",
    () => `${head}\r\n${`begin 644 a\r\n${`M${"A".repeat(60)}\r\n`.repeat(9)}`.repeat(50_000)}`,
  ],
  ["one file in the text without end", () => `${head}\r\nbegin 644 a\r\n${`M${"A".repeat(60)}\r\n`.repeat(550_000)}`],
  ["UTF-7 without end", () => `${head}Content-Type: text/plain; charset=utf-7\r\n\r\n${"+APY+APY".repeat(MIB)}`],
  ["nearly blank lines", () => `${head}${" \r\n".repeat(60_000)}a\r\n`],
  [
    "sentences that nearly are a machine's",
    () => `${head}\r\n${"wij hebben uw a b c d ik ben afwezig ".repeat(3_000)}`,
  ],
  ["mails in mails", () => `${head}Content-Type: message/rfc822\r\n\r\n`.repeat(2_000)],
];
