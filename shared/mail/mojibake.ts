/** Windows-1252 for the bytes 0x80 to 0x9F, in order; the five it leaves open stay themselves (WHATWG Encoding). */
const HIGH = new Map(
  Array.from({ length: 32 }, (_, index): [string, number] => [
    new TextDecoder("windows-1252").decode(Uint8Array.of(0x80 + index)),
    0x80 + index,
  ]),
);

/** The first byte of a UTF-8 character and its second, both read as Windows-1252: `Ã©`, `â€™`. */
const SUSPECT = /[\u00C2-\u00F4][\u0080-\u00BF\u0152-\u2122]/u;

/**
 * Puts right each line that was UTF-8 but was read as Windows-1252, because the mail named the wrong charset or none:
 * `coÃ¶rdinatie` becomes `coördinatie`. A line that is not UTF-8 to the last byte stays as it is.
 */
export function withoutMojibake(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text
    .split("\n")
    .map((line) => (SUSPECT.test(line) ? reread(line) : line))
    .join("\n");
}

function reread(line: string): string {
  const bytes = new Uint8Array(line.length);
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : HIGH.get(line.charAt(at));
    if (byte === undefined) return line;
    bytes[at] = byte;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return line;
  }
}

/**
 * The same mail with every text part that says UTF-8, ASCII or nothing taken for Windows-1252. For a mail of which
 * characters got lost: what was UTF-8 in it after all is put right by `withoutMojibake`.
 */
export function asWindows1252(bytes: Uint8Array): Uint8Array {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const field = /^content-type:[ \t]*text\/(?:plain|html)\b[^\r\n]{0,500}(?:\r?\n[ \t][^\r\n]{0,500}){0,10}/gimu;
  const changed = raw.replace(field, (value) => {
    const charset = /(;\s*charset\s*=\s*"?)(utf-?8|us-ascii|ascii)\b/iu;
    if (/;\s*charset\s*=/iu.test(value)) return value.replace(charset, "$1windows-1252");
    return value.replace(/text\/(?:plain|html)/iu, "$&; charset=windows-1252");
  });
  return Buffer.from(changed, "latin1");
}
