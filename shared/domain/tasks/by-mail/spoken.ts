/** Words as they are compared: lower case, without accents or marks; `don't` stays one word. */
export function tokensOf(text: string): readonly string[] {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu) ?? [];
}

const negations: ReadonlySet<string> = new Set([
  ...["niet", "geen", "nooit", "nee", "noch", "zonder"],
  ...["not", "no", "never", "cannot", "without"],
]);

/** Whether something is denied in these words. */
export function isDenied(tokens: readonly string[]): boolean {
  return tokens.some((one) => negations.has(one) || one.endsWith("n't"));
}

/** Where a phrase stands in these words; -1 when it does not. */
export function placeOf(phrase: readonly string[], tokens: readonly string[]): number {
  if (phrase.length === 0) return -1;
  return tokens.findIndex((_, at) => beginsWith(phrase, tokens, at));
}

export function beginsWith(phrase: readonly string[], tokens: readonly string[], at = 0): boolean {
  return phrase.length > 0 && phrase.every((one, index) => tokens[at + index] === one);
}

export function sentencesOf(text: string): readonly string[] {
  return text.trim().split(/(?<=[.!?])\s+|\s*\n\s*/u);
}

/** The clauses of a text: what is denied in one is not denied in the next. */
export function clausesOf(text: string): readonly (readonly string[])[] {
  return text
    .split(/[.,;:!?\n()]+|\s(?:maar|but|en|and|dus|so|want|toen|then)\s/iu)
    .map(tokensOf)
    .filter((tokens) => tokens.length > 0);
}
