/** Words that mean something to a mail server, a browser, a spreadsheet, a template, a terminal. */
export const hostileWords: readonly (readonly [title: string, words: string])[] = [
  ["header fields", "Klacht\r\nBcc: slachtoffer@elders.example\r\nX-Kwaad: 1\r\n\r\n<b>romp</b>"],
  ["bare line feeds", "Klacht\nTo: slachtoffer@elders.example\nContent-Type: text/html"],
  ["a second address", 'x" <slachtoffer@elders.example>, "y'],
  ["encoded words in words", "=?utf-8?Q?Klacht=0D=0ABcc:_slachtoffer@elders.example?="],
  ["markup", `<script>alert(1)</script><img src=x onerror=alert(2)>'"><a href="javascript:alert(3)">x</a>`],
  ["markup that ends what is around it", "--></textarea></title></style></script>]]><svg/onload=alert(4)>"],
  ["attributes", `" onmouseover="alert(5)" autofocus onfocus='alert(6)' x="`],
  ["entities", "&lt;script&gt; &#60;b&#62; &quot; &NewLine;"],
  ["a formula", `=HYPERLINK("http://elders.example/"&A1;"Klik")`],
  ["another formula", "@SUM(1+1)*cmd|' /C calc'!A0"],
  ["templates", `{{constructor.constructor('x')()}} $\{7*7} <%= 7*7 %> #{7*7} {% if 1 %}`],
  ["encoded line ends", "Klacht%0d%0aBcc:%20slachtoffer@elders.example\\r\\nX: y"],
  ["a boundary of parts", "\r\n--x\r\nContent-Type: text/html\r\n\r\n<b>x</b>\r\n--x--\r\n"],
  ["the end of SMTP data", "Klacht\r\n.\r\nMAIL FROM:<slachtoffer@elders.example>\r\n"],
  ["signs for a terminal", "\u001b[31mrood\u001b[0m\u0007\u0000\u202Eexe.fdp"],
  ["a path", "../../../../etc/passwd"],
  ["JSON", '","caseId":"x","__proto__":{"a":1}}'],
];

/** The same number of signs that mean nothing, with lines and addresses where they were: a name that is an address is never shown. */
export const harmless = (words: string): string =>
  words.replace(/[^\p{L}\p{N}\s@.]/gu, "x").replace(/\p{Cc}/gu, (sign) => (/\s/u.test(sign) ? sign : ""));

/** A complaint with these words in every place that its writer fills in. */
export function complaintOf(words: string, at: number): Buffer {
  const encoded = `=?utf-8?B?${Buffer.from(words).toString("base64")}?=`;
  const fileName = [...Buffer.from(`${words}.pdf`)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  const lines = [
    `From: ${encoded} <schrijver-${at}@deelnemer.example>`,
    "To: klachten@learnworks.example",
    `Subject: ${encoded}`,
    `Message-ID: <${at}@deelnemer.example>`,
    "MIME-Version: 1.0",
    "Content-Type: multipart/mixed; boundary=buiten",
    "",
    "--buiten",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(`De les was slecht.\n${words}\nIk wil een gesprek.\n`).toString("base64"),
    "--buiten",
    "Content-Type: application/pdf",
    `Content-Disposition: attachment; filename*=utf-8''${fileName}`,
    "Content-Transfer-Encoding: base64",
    "",
    "JVBERi0xLjQ=",
    "--buiten--",
    "",
  ];
  return Buffer.from(lines.join("\r\n"));
}
