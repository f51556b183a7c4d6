import type { Dossier } from "../dossier.ts";
import type { Language } from "../text.ts";
import { latestFact, latestWords } from "./prefill.ts";

/** The finding as each reader is told it. */
type Told = Readonly<Record<"complainant" | "respondent", string>>;

const findings: { readonly [In in Language]: Readonly<Record<string, Told>> } = {
  nl: {
    founded: { complainant: "Uw klacht is terecht.", respondent: "De klacht is terecht." },
    "partly-founded": {
      complainant: "Uw klacht is voor een deel terecht.",
      respondent: "De klacht is voor een deel terecht.",
    },
    unfounded: { complainant: "Uw klacht is niet terecht.", respondent: "De klacht is niet terecht." },
    "cannot-be-established": {
      complainant: "Wij konden niet vaststellen wat er is gebeurd.",
      respondent: "Wij konden niet vaststellen wat er is gebeurd.",
    },
  },
  en: {
    founded: { complainant: "Your complaint is justified.", respondent: "The complaint is justified." },
    "partly-founded": {
      complainant: "Your complaint is partly justified.",
      respondent: "The complaint is partly justified.",
    },
    unfounded: { complainant: "Your complaint is not justified.", respondent: "The complaint is not justified." },
    "cannot-be-established": {
      complainant: "We could not establish what happened.",
      respondent: "We could not establish what happened.",
    },
  },
};

const headings = {
  nl: {
    found: "Wat wij vonden",
    judged: "Ons oordeel",
    advised: "Het advies van de onafhankelijke persoon",
    agreed: "Wat wij hebben afgesproken",
    next: "Wat er nu gebeurt",
  },
  en: {
    found: "What we found",
    judged: "Our judgment",
    advised: "The advice of the independent person",
    agreed: "What we agreed",
    next: "What happens now",
  },
} as const satisfies { readonly [In in Language]: Readonly<Record<string, string>> };

/**
 * Proposals for the letters, from what the case holds; each begins with what its reader wants to know first. The complainant's is in their
 * language, the respondent's in that of the house. What was agreed and then disputed gave way to what was decided after it.
 */
export function proposedLetters(
  dossier: Dossier,
  house: Language,
  independentAdvice?: string,
): Readonly<Record<"letter" | "respondentLetter", string>> {
  const [toComplainant, toRespondent] = [findings[dossier.language], findings[house]];
  const finding = latestFact(dossier, "finding")["finding"] ?? "";
  const decided = lastDecided(dossier);
  const said = (language: Language, next: readonly (string | undefined)[]) => {
    const { found, judged, advised, agreed, next: happens } = headings[language];
    return [
      ...section(found, [latestWords(dossier, "whatHappened")]),
      ...section(judged, [decided["judgment"]]),
      ...section(advised, [independentAdvice]),
      ...section(agreed, [decided["agreement"], decided["solution"]]),
      ...section(happens, next),
    ];
  };
  const promised = [decided["consequence"], decided["redress"], promiseOf(decided, dossier.language)];
  return {
    letter: letterOf(toComplainant[finding]?.complainant, said(dossier.language, promised)),
    respondentLetter: letterOf(toRespondent[finding]?.respondent, said(house, [decided["consequence"]])),
  };
}

function letterOf(opening: string | undefined, parts: readonly string[]): string {
  return [...(opening === undefined ? [] : [opening]), ...parts].join("\n\n");
}

/** The answer with the judgment, the solution or the agreement that came last. */
function lastDecided({ tasks }: Dossier): Readonly<Record<string, string>> {
  const task = tasks.findLast(
    ({ answer }) =>
      answer !== undefined && ["judgment", "solution", "agreement"].some((name) => name in answer.private),
  );
  return { ...task?.answer?.facts, ...task?.answer?.private };
}

/** A heading with what stands under it; neither when nothing does. */
function section(heading: string, words: readonly (string | undefined)[]): readonly string[] {
  const said = words.filter((one) => one !== undefined);
  return said.length === 0 ? [] : [heading, ...said];
}

/** What was promised, with its date: `Wij bellen u (uiterlijk 3 december 2026).` */
function promiseOf(decided: Readonly<Record<string, string>>, language: Language): string | undefined {
  const { promise, promiseDue: due } = decided;
  if (promise === undefined || due === undefined) return promise;
  const day = dayOf(due, language);
  const latest = language === "nl" ? `uiterlijk ${day}` : `by ${day} at the latest`;
  return `${promise.replace(/[.\s]+$/, "")} (${latest}).`;
}

function dayOf(date: string, language: Language): string {
  const format = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", format).format(
    new Date(`${date}T12:00:00.000Z`),
  );
}
