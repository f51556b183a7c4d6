import fc from "fast-check";

/** A mail that follows the rules (RFC 2045 to 2049, 2231), and what must be read in it. */
export interface LawfulMail {
  readonly raw: Uint8Array;
  readonly subject: string;
  readonly words: string;
  readonly files: readonly string[];
}

const words = fc
  .array(fc.constantFrom("de", "cursus", "ging", "één", "coördinatie", "niet", "slecht", "–", "€", "boos"), {
    minLength: 1,
    maxLength: 30,
  })
  .map((list) => `Ik ben ${list.join(" ")}.`);

const charsets = ["utf-8", "UTF-8", "windows-1252", "utf-16le"] as const;
type Charset = (typeof charsets)[number];

const windows1252 = new Map([
  ["–", 0x96],
  ["€", 0x80],
]);

function inCharset(text: string, charset: Charset): Buffer {
  if (charset === "utf-16le") return Buffer.from(text, "utf16le");
  if (charset !== "windows-1252") return Buffer.from(text, "utf8");
  return Buffer.from(Array.from(text, (sign) => windows1252.get(sign) ?? sign.charCodeAt(0)));
}

function quotedPrintable(bytes: Buffer): string {
  const signs = [...bytes].map((byte) => {
    if (byte === 0x20 || (byte > 0x20 && byte < 0x7f && byte !== 0x3d)) return String.fromCharCode(byte);
    return `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  });
  return signs.map((sign, index) => (index % 20 === 19 ? `${sign}=\r\n` : sign)).join("");
}

const base64 = (bytes: Buffer): string => bytes.toString("base64").replace(/.{76}/gu, "$&\r\n");

/** One body part with its own header fields. */
type Part = Buffer;

const part = (header: string, body: Buffer | string): Part =>
  Buffer.concat([Buffer.from(`${header}\r\n\r\n`), Buffer.from(body)]);

const textPart = fc
  .record({
    words,
    charset: fc.constantFrom(...charsets),
    encoding: fc.constantFrom("8bit", "base64", "quoted-printable", "BASE64 "),
    html: fc.boolean(),
  })
  .map(({ words: said, charset, encoding, html }) => {
    const bytes = inCharset(html ? `<div>${said}</div>` : said, charset);
    const raw = encoding === "8bit" && charset !== "utf-16le";
    // UTF-16 has line ends of its own, so it goes as base64 only (RFC 2046 4.1.1).
    const quoted = encoding === "quoted-printable" && charset !== "utf-16le";
    const body = quoted ? quotedPrintable(bytes) : base64(bytes);
    const sent = quoted ? encoding : "base64";
    const header = `Content-Type: text/${html ? "html" : "plain"};\r\n charset="${charset}"\r\nContent-Transfer-Encoding: ${raw ? encoding : sent}`;
    return { words: said, part: part(header, raw ? bytes : body) };
  });

const fileName = fc.constantFrom("verslag.pdf", "café menu.docx", "foto €.jpg", "a;b=c.txt", "één, twee.png");

const filePart = fc
  .record({ name: fileName, bytes: fc.uint8Array({ maxLength: 200 }), style: fc.nat({ max: 3 }) })
  .map((one) => {
    const { name, style } = one;
    const encoded = encodeURIComponent(name).replace(/['()*!]/gu, "_");
    const styles = [
      `filename*=utf-8''${encoded}`,
      `filename*0*=utf-8''${encoded.slice(0, 3)};\r\n filename*1*=${encoded.slice(3)}`,
      `filename="=?utf-8?B?${Buffer.from(name).toString("base64")}?="`,
      `filename="${name}"`,
    ];
    // A percent sign in pieces must not be cut in two.
    const disposition = style === 1 && encoded.slice(0, 5).includes("%") ? styles[0] : styles[style];
    const header = `Content-Type: application/octet-stream\r\nContent-Disposition: attachment; ${disposition}\r\nContent-Transfer-Encoding: base64`;
    return { name, part: part(header, base64(Buffer.from(one.bytes))) };
  });

interface Body {
  readonly words: string;
  readonly files: readonly string[];
  readonly part: Part;
}

function multipart(kind: string, depth: number, parts: readonly Part[]): Part {
  const boundary = `=_deel ${depth}`;
  const inside = parts.flatMap((one) => [Buffer.from(`--${boundary}\r\n`), one, Buffer.from("\r\n")]);
  return part(
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    Buffer.concat([
      Buffer.from("Een mail met delen.\r\n"),
      ...inside,
      Buffer.from(`--${boundary}--\r\nNa het einde.\r\n`),
    ]),
  );
}

/** Words inside files inside wrappers, as deep as people's programs nest them and deeper. */
const body: fc.Arbitrary<Body> = fc
  .record({
    text: textPart,
    layers: fc.array(
      fc.record({
        kind: fc.constantFrom("mixed", "related", "signed", "x-own"),
        files: fc.array(filePart, { maxLength: 3 }),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ text, layers }) =>
    layers.reduce<Body>(
      (inner, { kind, files }, depth) => ({
        words: inner.words,
        files: [...inner.files, ...files.map(({ name }) => name)],
        part: multipart(kind, depth, [inner.part, ...files.map((file) => file.part)]),
      }),
      { words: text.words, files: [], part: text.part },
    ),
  );

export const lawfulMail: fc.Arbitrary<LawfulMail> = fc
  .record({ subject: words, body, folded: fc.boolean(), id: fc.uuid() })
  .map(({ subject, body: { words: said, files, part: content }, folded, id }) => {
    const pieces = subject.match(/.{1,12}/gu) ?? [];
    const encoded = pieces.map((piece) => `=?utf-8?B?${Buffer.from(piece).toString("base64")}?=`);
    const head = `From: =?utf-8?Q?Zo=C3=AB?= <zoe.${id.slice(0, 8)}@deelnemer.example>\r\nTo: klachten@learnworks.example\r\nSubject: ${encoded.join(folded ? "\r\n " : " ")}\r\nMessage-ID: <${id}@deelnemer.example>\r\nMIME-Version: 1.0\r\n`;
    return { raw: new Uint8Array(Buffer.concat([Buffer.from(head), content])), subject, words: said, files };
  });

/** Pieces of MIME in any order. */
export const lawlessMail: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.constantFrom(
      "From: a@b.example\r\n",
      "From: =?utf-8?B?",
      "\r\n",
      "\n\n",
      "--x\r\n",
      "--x--\r\n",
      "Content-Type: multipart/mixed; boundary=x\r\n",
      "Content-Type: multipart/mixed; boundary=y\r\n",
      'Content-Type: multipart/alternative; boundary=""\r\n',
      "Content-Type: message/rfc822\r\n",
      "Content-Type: text/html; charset=utf-7\r\n",
      "Content-Type: text/plain; charset=utf-8\r\n\r\n\u00e9 \u00c3\u00a9",
      "Content-Type: application/ms-tnef; name=winmail.dat\r\n",
      "Content-Type: text/calendar\r\n\r\nBEGIN:VEVENT\r\nSUMMARY:a\r\n",
      "Content-Transfer-Encoding: base64\r\n",
      "Content-Transfer-Encoding: quoted-printable\r\n",
      "eJ8+IgAAAQaQCAAEAAAAAAABAAEAAQeQBgAIAAAA5AQAAAAAAADoAA==\r\n",
      "=C3=",
      "=E9",
      "=\r\n",
      "<blockquote><table><tr>",
      "<div hidden><pre>",
      '<a href="x>',
      "&#0;&#x110000;&nope;",
      "Subject: =?iso-2022-jp?Q?=1B$B?=\r\n",
      " folded\r\n",
      "filename*99999=x;",
      "Content-Disposition: attachment; filename*0*=x''%",
      "\u0000",
      "\u202e",
      "> ",
      "On 1 1:00 wrote:\n",
      "Van: x\nVerzonden: y\nAan: z\n",
      "References: <<<>>>\r\n",
      "To: a:b:c;,,<@>\r\n",
      "Content-Type: multipart/digest; boundary=x\r\n",
      "Date: 99 Foo 275761\r\n",
    ),
    { maxLength: 60 },
  )
  .map((pieces): Uint8Array => new TextEncoder().encode(pieces.join("")));
