import type { Dossier } from "../dossier.ts";

/** A file is found by this many words at most, so that what it costs to keep them has an end. */
const mostTokens = 20;
const longest = 40;
/** Shorter words of a subject tell nothing. */
const shortestOfSubject = 4;

/**
 * The words by which a file is found: its number, then addresses and names of the complainant, the client and respondents, then words of the
 * subject. Only the number is left when personal data are erased.
 */
export function tokensOf({ number, complainant, client, respondents, subject }: Dossier): readonly string[] {
  const people = [complainant, client, ...respondents];
  const addresses = [complainant?.writesFrom, ...people.map((one) => one?.email)];
  const told = wordsIn(subject).filter((word) => word.length >= shortestOfSubject);
  const all = [
    number.toLowerCase(),
    ...addresses.flatMap((address) => (address === undefined ? [] : [address.toLowerCase()])),
    ...people.flatMap((one) => wordsIn(one?.name ?? "")),
    ...told,
  ];
  return [...new Set(all.map((token) => token.slice(0, longest)).filter((token) => token.length > 1))].slice(
    0,
    mostTokens,
  );
}

/** The words of a search as they are compared: a whole address or number stays whole. */
export function searchedTokens(words: string): readonly string[] {
  const parts = words.toLowerCase().split(/\s+/);
  const tokens = parts.flatMap((part) => (/@|^[a-z]{2,4}-([a-z]-)?\d/.test(part) ? [part] : wordsIn(part)));
  return [...new Set(tokens.map((token) => token.slice(0, longest)).filter((token) => token.length > 1))];
}

/** The list in which a word is, so that a search reads few others. */
export const listOfToken = (token: string) => `word:${token.slice(0, 3)}`;

/** Small letters and digits without accents. */
function wordsIn(text: string): readonly string[] {
  const bare = text.normalize("NFD").replace(/\p{Mark}/gu, "");
  return bare.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? [];
}
