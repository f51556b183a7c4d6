export interface SignedWords {
  /** What the person has to say. */
  readonly words: string;
  /** The greeting at the end with their name, function and telephone: theirs, and not what it is about. */
  readonly closing: string;
  /** What stands under every mail of theirs: a signature block, the name of their telephone, a disclaimer. */
  readonly smallPrint: string;
}

/**
 * Parts what somebody wrote from how they sign it, in Dutch and English. `words + closing + smallPrint` is the whole, to the character. In
 * doubt it is all `words`: an end that looks like more than a signature, or words that would be nothing without it.
 */
export function separateSignature(written: string): SignedWords {
  const lines = written.split("\n");
  const printed = startOfSmallPrint(lines);
  const closing = startOfClosing(lines.slice(0, printed));
  if (lines.slice(0, closing).every(isBlank)) return { words: written, closing: "", smallPrint: "" };
  const at = (line: number) => lines.slice(0, line).reduce((length, one) => length + one.length + 1, 0);
  return {
    words: written.slice(0, at(closing)),
    closing: written.slice(at(closing), at(printed)),
    smallPrint: written.slice(at(printed)),
  };
}

/** A signature has few lines, and each is short. */
const mostLines = 12;
const longestLine = 80;

/** The line at which the small print begins, or as many as there are. */
function startOfSmallPrint(lines: readonly string[]): number {
  let start = startOfBlock(lines);
  for (let last = lastWritten(lines, start); last >= 0; last = lastWritten(lines, start)) {
    const paragraph = lines.findLastIndex((line, index) => index < last && isBlank(line)) + 1;
    if (isDeviceLine(lines[last] ?? "")) start = last;
    else if (isDisclaimer(lines.slice(paragraph, last + 1).join(" "))) start = paragraph;
    else return start;
  }
  return start;
}

/** Under "-- " (RFC 3676 4.3), which many programs write without its space; but people write a line of dashes too. */
function startOfBlock(lines: readonly string[]): number {
  const mark = lines.findIndex((line) => /^-- ?$/u.test(line));
  const below = mark < 0 ? [] : lines.slice(mark + 1).filter((line) => !isBlank(line));
  const isSigned = below.length > 0 && isShort(below) && (lines[mark] === "-- " || !below.some(isSentence));
  return isSigned ? mark : lines.length;
}

/** Not what was added under it, which is meant to be read. */
function isShort(lines: readonly string[]): boolean {
  return (
    lines.length <= mostLines &&
    lines.every((line) => line.length <= longestLine) &&
    !lines.some((line) => /^\s*p\.?\s?s\b/iu.test(line))
  );
}

const products =
  /\b(iphone|ipad|mac|samsung|galaxy|android|ios|huawei|xiaomi|pixel|smartphone|telefoon|mobiel|mobile|outlook|gmail|yahoo|proton ?mail|mail|windows)\b/iu;

/** Telephones and mail programs write it under a mail, each in its own words, sometimes with where to get the program. */
function isDeviceLine(line: string): boolean {
  const start =
    /^\s*((verzonden|verstuurd|gestuurd) (vanaf|vanuit|met|via)|sent (from|with|using|via)|(download |get )?outlook (voor|for)) /iu.exec(
      line,
    );
  if (start === null || line.length > 160 || /[?]\s*$/u.test(line)) return false;
  return products.test(start[0]) || products.test(line.slice(start[0].length, start[0].length + 40));
}

/** Signs by which the words of lawyers are known. */
const legal: readonly RegExp[] = [
  /vertrouwelijk|confidential|privileged|disclaimer/iu,
  /(uitsluitend|alleen) (bestemd|bedoeld)|intended (only |solely |exclusively )?for|geadresseerde|addressee|intended recipient/iu,
  /ten onrechte|per abuis|niet de (geadresseerde|beoogde)|not the (addressee|intended)|in error|by mistake/iu,
  /aansprakelijk|liable|liability|geen rechten|no rights/iu,
  /verwijderen|vernietigen|te wissen|delete|destroy/iu,
  /openbaarmaking|verspreiding|vermenigvuldiging|disclosure|distribution|copying/iu,
];

/** Three signs, and nobody who speaks of themselves: "keep this confidential" is something that a person may ask. */
function isDisclaimer(paragraph: string): boolean {
  const text = paragraph.slice(0, 4000);
  if (/\b(ik|mij|mijn|me|i|my)\b/iu.test(text)) return false;
  return legal.filter((sign) => sign.test(text)).length >= 3;
}

const greetings: readonly RegExp[] = [
  /^met [\p{L} ]{0,30}groet(en|jes)?$/iu,
  /^((vriendelijke|hartelijke|beste|warme|lieve|veel) )?groet(en|jes)?$/iu,
  /^(m\.?v\.?g\.?|hoogachtend)$/iu,
  /^((kind|kindest|best|warm|warmest|with kind|with best) )?(regards|wishes)$/iu,
  /^(yours )?(sincerely|faithfully|truly)( yours)?$/iu,
];

/** On a line of its own, or with a name behind it: "Groet, Fatima". */
function isGreeting(line: string): boolean {
  const [said = "", name] = line.trim().slice(0, 100).split(/,\s*/u, 2);
  const isName = name === undefined || name === "" || /^\p{Lu}[\p{L}.'’-]*( [\p{L}.'’-]+){0,4}$/u.test(name);
  return isName && greetings.some((one) => one.test(said.replace(/[.!]+$/u, "")));
}

/** The line at which the greeting at the end begins, or as many as there are. A name and some lines about its bearer follow, no sentences. */
function startOfClosing(lines: readonly string[]): number {
  const isClosing = (start: number) => {
    const below = lines.slice(start + 1).filter((line) => !isBlank(line));
    return isShort(below) && !below.some(isSentence);
  };
  const found = lines.findIndex((line, index) => isGreeting(line) && isClosing(index));
  return found < 0 ? lines.length : found;
}

/** More than a name, a function or an address: it asks something, or ends as sentences do. */
function isSentence(line: string): boolean {
  return /\?\s*$/u.test(line) || (/[.!:]\s*$/u.test(line) && line.trim().split(/\s+/u).length > 3);
}

const isBlank = (line: string): boolean => line.trim() === "";

const lastWritten = (lines: readonly string[], end: number): number =>
  lines.findLastIndex((line, index) => index < end && !isBlank(line));
