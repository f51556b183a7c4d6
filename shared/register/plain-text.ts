/** One line without control characters, which a spreadsheet cannot hold or may act on. */
export function asPlainText(words: string): string {
  return words.replace(/[\p{Control}\p{Surrogate}\uFFFE\uFFFF]+/gu, " ").trim();
}
