import type { Dossier } from "../dossier.ts";
import type { Language } from "../text.ts";
import { latestFact, latestWords } from "./prefill.ts";
import type { TaskKind } from "./task-kind.ts";

const findings: { readonly [In in Language]: Readonly<Record<string, string>> } = {
  nl: {
    founded: "Uw klacht is terecht.",
    "partly-founded": "Uw klacht is voor een deel terecht.",
    unfounded: "Uw klacht is niet terecht.",
    "cannot-be-established": "Wij konden niet vaststellen wat er is gebeurd.",
  },
  en: {
    founded: "Your complaint is justified.",
    "partly-founded": "Your complaint is partly justified.",
    unfounded: "Your complaint is not justified.",
    "cannot-be-established": "We could not establish what happened.",
  },
};

const headings = {
  nl: {
    found: "Wat wij vonden",
    judged: "Ons oordeel",
    agreed: "Wat wij hebben afgesproken",
    next: "Wat er nu gebeurt",
  },
  en: { found: "What we found", judged: "Our judgment", agreed: "What we agreed", next: "What happens now" },
} as const satisfies { readonly [In in Language]: Readonly<Record<string, string>> };

/** The letter with the outcome, in the complainant's language (A18, B27, B28). */
export const writeOutcome = {
  kind: "write-outcome",
  phase: "feedback",
  responsibility: "writer",
  duties: ["A18", "B27", "B28"],
  title: { nl: "Schrijf de uitkomst", en: "Write the outcome" },
  purpose: {
    nl: "De klager krijgt deze tekst als brief. Geef antwoord op elk punt van de klacht.",
    en: "The complainant gets this text as a letter. Answer every point of the complaint.",
  },
  fields: [
    {
      name: "letter",
      label: { nl: "Tekst van de brief", en: "Text of the letter" },
      hint: {
        nl: "Aanhef, zaaknummer en ondertekening komen er vanzelf bij. Lees de tekst na: het voorstel komt uit de zaak.",
        en: "Salutation, case number and signature are added for you. Read it through: the proposal is taken from the case.",
      },
      control: { type: "paragraph" },
      keep: "private",
    },
  ],
  outcomes: [{ id: "written", label: { nl: "Versturen", en: "Send" }, fields: ["letter"] }],
  // The letter opens by itself; the proposal begins with what the complainant wants to know first.
  prefill: (dossier: Dossier) => {
    const { language } = dossier;
    const { found, judged, agreed, next } = headings[language];
    const finding = findings[language][latestFact(dossier, "finding")["finding"] ?? ""];
    const parts = [
      ...(finding === undefined ? [] : [finding]),
      ...section(found, [latestWords(dossier, "whatHappened")]),
      ...section(judged, [latestWords(dossier, "judgment")]),
      ...section(agreed, [latestWords(dossier, "solution")]),
      ...section(next, [latestWords(dossier, "consequence"), promiseOf(dossier)]),
    ];
    return { letter: parts.join("\n\n") };
  },
} as const satisfies TaskKind;

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
