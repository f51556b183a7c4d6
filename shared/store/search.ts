import { listOfToken, searchedTokens } from "../domain/register/word-tokens.ts";
import type { Instant, ItemStore } from "../ports.ts";
import { listFiles } from "./listings.ts";

/** A file that has all the words. */
export interface FoundFile {
  readonly caseId: string;
  readonly registeredAt: Instant;
}

/** What a search found. */
export interface FoundFiles {
  /** Newest first. */
  readonly files: readonly FoundFile[];
  /** So many files have one of the words that others than these may be meant. */
  readonly tooMany: boolean;
}

/** Files looked at for one word, so that a word that all of them have costs no more. */
const mostPerWord = 500;

/**
 * The files in which every word stands, newest first: beginnings of names, addresses and words of subjects, of three letters or more, and
 * numbers. Who looks must be allowed to know of each; this does not ask. Empty when nothing is asked for.
 */
export async function searchFiles(
  store: ItemStore,
  organisation: string,
  words: string,
  limit = 50,
): Promise<FoundFiles> {
  const ofWords = await Promise.all(searchedTokens(words).map((token) => filesWith(store, organisation, token)));
  const [first, ...others] = ofWords.map(({ files }) => files);
  const inAll = [...(first ?? [])].filter(([caseId]) => others.every((one) => one.has(caseId)));
  const files = inAll
    .map(([caseId, registeredAt]): FoundFile => ({ caseId, registeredAt }))
    .toSorted((one, other) => other.registeredAt.localeCompare(one.registeredAt))
    .slice(0, limit);
  return { files, tooMany: inAll.length > limit || ofWords.some(({ more }) => more) };
}

/** Of a word that more files have than are looked at, the newest count: they are the ones people look for. */
async function filesWith(
  store: ItemStore,
  organisation: string,
  token: string,
): Promise<{ readonly files: ReadonlyMap<string, Instant>; readonly more: boolean }> {
  const { entries, cursor } = await listFiles(store, organisation, {
    list: listOfToken(token),
    prefix: token,
    descending: true,
    limit: mostPerWord,
  });
  const files = new Map(entries.map(({ caseId, sort, name = "" }) => [caseId, sort.slice(name.length + 1)] as const));
  return { files, more: cursor !== undefined };
}
