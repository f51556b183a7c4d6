/** U+00A0 to U+00FF in order (HTML 4 Latin-1 entities). */
const latin1 =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para " +
  "middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave " +
  "Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc " +
  "Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc " +
  "iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/** The others that mail programs write. */
const others = {
  amp: "&",
  apos: "'",
  bull: "•",
  dagger: "†",
  emsp: " ",
  ensp: " ",
  euro: "€",
  gt: ">",
  hellip: "…",
  larr: "←",
  ldquo: "“",
  lsaquo: "‹",
  lsquo: "‘",
  lt: "<",
  mdash: "—",
  ndash: "–",
  oelig: "œ",
  permil: "‰",
  quot: '"',
  rarr: "→",
  rdquo: "”",
  rsaquo: "›",
  rsquo: "’",
  sbquo: "‚",
  bdquo: "„",
  scaron: "š",
  thinsp: " ",
  tilde: "˜",
  trade: "™",
  zwj: "\u200D",
  zwnj: "\u200C",
} as const;

const named = new Map<string, string>([
  ...latin1.split(" ").map((name, index): [string, string] => [name, String.fromCodePoint(0xa0 + index)]),
  ...Object.entries(others),
]);

/** Replaces character references; what is not one stays as it is written. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}\d{0,2}));?/gu, (whole, dec, hex, name) => {
    if (typeof name === "string") return named.get(name) ?? whole;
    const code = typeof dec === "string" ? Number.parseInt(dec, 10) : Number.parseInt(String(hex), 16);
    return fromCode(code);
  });
}

function fromCode(code: number): string {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return "\uFFFD";
  // HTML reads 128 to 159 as Windows-1252 (WHATWG HTML 13.2.5.80): &#146; is an apostrophe.
  if (code >= 0x80 && code <= 0x9f) return new TextDecoder("windows-1252").decode(Uint8Array.of(code));
  return String.fromCodePoint(code);
}
