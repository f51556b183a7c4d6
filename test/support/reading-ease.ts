import type { Language } from "../../shared/domain/text.ts";

/**
 * How easy a text reads, 0 (hard) to 100 and over (easy); 60 is plain language. English: Flesch 1948; Dutch: Douma 1960
 * (206.84 - 0.77 × syllables per 100 words - 0.93 × words per sentence).
 */
export function readingEase(sentences: readonly string[], language: Language): number {
  const all = sentences.flatMap((text) => text.split(/[.!?:]+(?:\s|$)/)).filter((one) => /\p{L}/u.test(one));
  const words = all.flatMap((one) => one.match(/[\p{L}\p{N}'’-]+/gu) ?? []);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word.toLowerCase(), language), 0);
  const perSentence = words.length / all.length;
  const perWord = syllables / words.length;
  return language === "nl"
    ? 206.84 - 77 * perWord - 0.93 * perSentence
    : 206.835 - 84.6 * perWord - 1.015 * perSentence;
}

/** Groups of vowels, which is close enough for the average of a text. */
export function syllablesOf(word: string, language: Language): number {
  if (language === "nl") {
    const vowels = word.replaceAll("ij", "y").match(/[äëïöü][aeiouy]*|[aeiouyáéèóú]+/g) ?? [];
    return Math.max(1, vowels.length);
  }
  const sounded = word.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, "").replace(/^y/, "");
  return Math.max(1, (sounded.match(/[aeiouy]+/g) ?? []).length);
}
