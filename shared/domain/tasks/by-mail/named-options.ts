import type { Field, Option } from "../task-kind.ts";
import { optionPhrases } from "./phrases.ts";
import { clausesOf, isDenied, placeOf, tokensOf } from "./spoken.ts";

/** Labels that say nothing about which question they answer. */
const tooCommon: ReadonlySet<string> = new Set([
  ...["ja", "nee", "geen", "gewoon", "iets anders", "anders", "overig"],
  ...["yes", "no", "none", "ordinary", "something else", "other"],
]);

/**
 * The one option of a choice that a mail names: by its label on a line of its own, or in plain words anywhere. `undefined` when it names none
 * or several. People are never chosen from a mail: a name in it may be there for any reason.
 */
export function namedOption({ name, control }: Field, options: readonly Option[], words: string): string | undefined {
  if (control.type !== "choice" || ("from" in control && isOfPeople(control.from))) return undefined;
  const phrases = optionPhrases[name] ?? {};
  const lines = words.split("\n").map((line) => tokensOf(line.replace(/^[^:]{0,40}:/u, "")).join(" "));
  const clauses = clausesOf(words);
  const said = options.filter(
    ({ id, label }) =>
      [label.nl, label.en].some((one) => isOnALine(one, lines)) ||
      (phrases[id] ?? []).some((phrase) => isSaid(tokensOf(phrase), clauses, longerThan(phrase, phrases))),
  );
  return said.length === 1 ? said[0]?.id : undefined;
}

function isOfPeople(from: string): boolean {
  return from === "people" || from === "colleagues" || from === "respondents" || from === "candidates";
}

function isOnALine(label: string, lines: readonly string[]): boolean {
  const wanted = tokensOf(label).join(" ");
  return !tooCommon.has(wanted) && lines.includes(wanted);
}

/** Phrases of the same question that have this one in them: `deels gegrond` is not `gegrond`. */
function longerThan(
  phrase: string,
  phrases: Readonly<Record<string, readonly string[]>>,
): readonly (readonly string[])[] {
  const own = tokensOf(phrase);
  return Object.values(phrases)
    .flat()
    .map(tokensOf)
    .filter((other) => other.length > own.length && placeOf(own, other) >= 0);
}

function isSaid(
  phrase: readonly string[],
  clauses: readonly (readonly string[])[],
  longer: readonly (readonly string[])[],
): boolean {
  return clauses.some(
    (clause) =>
      placeOf(phrase, clause) >= 0 &&
      (isDenied(phrase) || !isDenied(clause)) &&
      !longer.some((other) => placeOf(other, clause) >= 0),
  );
}
