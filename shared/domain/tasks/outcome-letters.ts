import type { Dossier } from "../dossier.ts";
import type { Language } from "../text.ts";
import { optionalParagraph, paragraphField } from "./common-fields.ts";
import { latestFact, latestWords } from "./prefill.ts";
import type { Field } from "./task-kind.ts";

/** The letters that tell an outcome: one for each kind of reader, because not everybody may read the same (B27, B28). */
export const outcomeFields = [
  paragraphField(
    "letter",
    { nl: "Brief aan de klager", en: "Letter to the complainant" },
    {
      nl: "Aanhef, zaaknummer en ondertekening komen er vanzelf bij. Geef antwoord op elk punt. Lees de tekst na: het voorstel komt uit de zaak.",
      en: "Salutation, case number and signature are added for you. Answer every point. Read it through: the proposal is taken from the case.",
    },
  ),
  {
    ...paragraphField(
      "respondentLetter",
      { nl: "Brief aan degene over wie het gaat", en: "Letter to the person it is about" },
      { nl: "Schrijf alleen wat deze persoon mag weten.", en: "Only write what this person may know." },
    ),
    askedWhen: (dossier: Dossier) => dossier.respondents.length > 0,
  },
  {
    ...optionalParagraph(
      "clientLetter",
      { nl: "Brief aan de opdrachtgever", en: "Letter to the client" },
      {
        nl: "Geen namen of bijzonderheden die niet nodig zijn.",
        en: "No names or details that are not needed.",
      },
    ),
    askedWhen: (dossier: Dossier) => dossier.client !== undefined,
  },
  optionalParagraph(
    "teamLetter",
    { nl: "Bericht aan het team", en: "Message to the team" },
    { nl: "Wat moeten collega's weten? Zonder namen.", en: "What should colleagues know? Without names." },
  ),
] as const satisfies readonly Field[];

export const outcomeFieldNames = ["letter", "respondentLetter", "clientLetter", "teamLetter"] as const;

const findings: {
  readonly [In in Language]: Readonly<Record<string, readonly [complainant: string, respondent: string]>>;
} = {
  nl: {
    founded: ["Uw klacht is terecht.", "De klacht is terecht."],
    "partly-founded": ["Uw klacht is voor een deel terecht.", "De klacht is voor een deel terecht."],
    unfounded: ["Uw klacht is niet terecht.", "De klacht is niet terecht."],
    "cannot-be-established": [
      "Wij konden niet vaststellen wat er is gebeurd.",
      "Wij konden niet vaststellen wat er is gebeurd.",
    ],
  },
  en: {
    founded: ["Your complaint is justified.", "The complaint is justified."],
    "partly-founded": ["Your complaint is partly justified.", "The complaint is partly justified."],
    unfounded: ["Your complaint is not justified.", "The complaint is not justified."],
    "cannot-be-established": ["We could not establish what happened.", "We could not establish what happened."],
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

/** Proposals for the letters, from what the case holds; each begins with what its reader wants to know first. */
export function proposedLetters(dossier: Dossier, house: Language): Readonly<Record<string, string>> {
  const { language } = dossier;
  const words = (name: string) => latestWords(dossier, name);
  const { found, judged, advised, agreed, next } = headings[language];
  const finding = latestFact(dossier, "finding")["finding"] ?? "";
  const [toComplainant] = findings[language][finding] ?? [];
  const [, toRespondent] = findings[house][finding] ?? [];
  const ours = headings[house];
  return {
    letter: [
      ...(toComplainant === undefined ? [] : [toComplainant]),
      ...section(found, [words("whatHappened")]),
      ...section(judged, [words("judgment")]),
      ...section(advised, [words("independentAdvice")]),
      ...section(agreed, [words("agreement"), words("solution")]),
      ...section(next, [words("consequence"), words("redress"), promiseOf(dossier)]),
    ].join("\n\n"),
    respondentLetter: [
      ...(toRespondent === undefined ? [] : [toRespondent]),
      ...section(ours.judged, [words("judgment")]),
      ...section(ours.agreed, [words("agreement"), words("solution")]),
    ].join("\n\n"),
  };
}

/** A heading with what stands under it; neither when nothing does. */
function section(heading: string, words: readonly (string | undefined)[]): readonly string[] {
  const said = words.filter((one) => one !== undefined);
  return said.length === 0 ? [] : [heading, ...said];
}

/** What was promised, with its date: `Wij bellen u (uiterlijk 3 december 2026).` */
function promiseOf(dossier: Dossier): string | undefined {
  const promise = latestWords(dossier, "promise");
  const due = latestFact(dossier, "promiseDue")["promiseDue"];
  if (promise === undefined || due === undefined) return promise;
  const day = dayOf(due, dossier.language);
  const latest = dossier.language === "nl" ? `uiterlijk ${day}` : `by ${day} at the latest`;
  return `${promise.replace(/[.\s]+$/, "")} (${latest}).`;
}

function dayOf(date: string, language: Language): string {
  const format = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", format).format(
    new Date(`${date}T12:00:00.000Z`),
  );
}
