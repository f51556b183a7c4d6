import { listOfToken, searchedTokens } from "../domain/register/word-tokens.ts";
import type { Instant, ItemStore } from "../ports.ts";
import { listFiles } from "./listings.ts";

/** A file that has all the words. */
export interface FoundFile {
  readonly caseId: string;
  readonly registeredAt: Instant;
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
): Promise<readonly FoundFile[]> {
  const [first, ...others] = await Promise.all(
    searchedTokens(words).map((token) => filesWith(store, organisation, token)),
  );
  const inAll = [...(first ?? [])].filter(([caseId]) => others.every((one) => one.has(caseId)));
  return inAll
    .map(([caseId, registeredAt]): FoundFile => ({ caseId, registeredAt }))
    .toSorted((one, other) => other.registeredAt.localeCompare(one.registeredAt))
    .slice(0, limit);
}

async function filesWith(store: ItemStore, organisation: string, token: string): Promise<ReadonlyMap<string, Instant>> {
  const { entries } = await listFiles(store, organisation, {
    list: listOfToken(token),
    prefix: token,
    limit: mostPerWord,
  });
  return new Map(entries.map(({ caseId, sort, name = "" }) => [caseId, sort.slice(name.length + 1)]));
}
