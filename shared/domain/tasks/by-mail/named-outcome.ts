import type { Outcome, TaskKindId } from "../task-kind.ts";
import { courtesy, leadingWords, outcomePhrases } from "./phrases.ts";
import { beginsWith, isDenied, sentencesOf, tokensOf } from "./spoken.ts";

interface Named {
  readonly outcome: Outcome;
  readonly phrase: readonly string[];
  /** How many words stand before the phrase. */
  readonly at: number;
}

/**
 * The outcome that a mail clearly names in its first sentence, by its label or in plain words; `undefined` when it does not. What is denied,
 * asked or put off is not named. An outcome that asks nothing more is named only when the mail says nothing else.
 */
export function namedOutcome(
  kind: TaskKindId,
  words: string,
  outcomes: readonly Outcome[],
  asksNothing: (outcome: Outcome) => boolean,
): Outcome | undefined {
  const [first = "", ...others] = sentencesOf(words);
  if (first.includes("?")) return undefined;
  const tokens = tokensOf(first);
  const found = outcomes.flatMap((outcome) =>
    phrasesOf(kind, outcome).flatMap((phrase) => named(outcome, phrase, tokens)),
  );
  const longest = Math.max(...found.map(({ phrase }) => phrase.length));
  const best = found.filter(({ phrase }) => phrase.length === longest);
  const [one] = best;
  if (one === undefined || best.some(({ outcome }) => outcome.id !== one.outcome.id)) return undefined;
  const rest = [...tokens.slice(0, one.at), ...tokens.slice(one.at + one.phrase.length)];
  if (!isDenied(one.phrase) && isDenied(rest)) return undefined;
  if (!asksNothing(one.outcome)) return one.outcome;
  const beside = [...rest, ...others.flatMap(tokensOf)];
  return words.includes("?") || !beside.every((word) => courtesy.has(word)) ? undefined : one.outcome;
}

function phrasesOf(kind: TaskKindId, { id, label }: Outcome): readonly (readonly string[])[] {
  const own: Readonly<Record<string, readonly string[] | undefined>> = outcomePhrases[kind] ?? {};
  return [label.nl, label.en, ...(own[id] ?? [])].map(tokensOf);
}

function named(outcome: Outcome, phrase: readonly string[], tokens: readonly string[]): readonly Named[] {
  for (let at = 0; at < tokens.length; at += 1) {
    if (beginsWith(phrase, tokens, at)) return [{ outcome, phrase, at }];
    if (!leadingWords.has(tokens[at] ?? "")) return [];
  }
  return [];
}
