/** The codes of PDFDocEncoding that are not those of Latin-1 (ISO 32000-1, D.2). */
const special: ReadonlyMap<string, string> = new Map(
  [
    [0x18, "˘ˇˆ˙˝˛˚˜"],
    [0x80, "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"],
    [0xa0, "€"],
  ].flatMap(([from, signs]) =>
    Array.from(String(signs), (sign, index): [string, string] => [String.fromCharCode(Number(from) + index), sign]),
  ),
);

const specialSign = new RegExp(`[${[...special.keys()].join("")}]`, "g");

/** The words in a text string (ISO 32000-1, 7.9.2.2; UTF-8 since PDF 2.0), in whatever of its encodings it is. */
export function pdfText(bytes: string): string {
  const [first, second, third] = [bytes.charCodeAt(0), bytes.charCodeAt(1), bytes.charCodeAt(2)];
  if (first === 0xfe && second === 0xff) return withoutLanguage(decoded(bytes, "utf-16be"));
  if (first === 0xff && second === 0xfe) return withoutLanguage(decoded(bytes, "utf-16le"));
  if (first === 0xef && second === 0xbb && third === 0xbf) return withoutLanguage(decoded(bytes, "utf-8"));
  return bytes.replace(specialSign, (sign) => special.get(sign) ?? sign);
}

const decoded = (bytes: string, encoding: string) => new TextDecoder(encoding).decode(Buffer.from(bytes, "latin1"));

/** Between two escape signs may stand which language begins there (7.9.2.2). */
const withoutLanguage = (text: string) =>
  text
    .split("\u001b")
    .filter((_, index) => index % 2 === 0)
    .join("");
