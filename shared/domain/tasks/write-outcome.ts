import type { Dossier } from "../dossier.ts";
import { latestWords } from "./prefill.ts";
import type { TaskKind } from "./task-kind.ts";

const openings = {
  nl: {
    greeting: "U diende een klacht bij ons in. Hieronder leest u wat wij vonden en wat wij doen.",
    found: "Wat wij vonden",
    next: "Wat er nu gebeurt",
  },
  en: {
    greeting: "You made a complaint to us. Below you read what we found and what we do.",
    found: "What we found",
    next: "What happens now",
  },
} as const;

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
  prefill: (dossier: Dossier) => {
    const words = openings[dossier.language];
    const found = latestWords(dossier, "whatHappened");
    const done = latestWords(dossier, "judgment") ?? latestWords(dossier, "solution");
    const next = latestWords(dossier, "consequence") ?? latestWords(dossier, "promise");
    const paragraphs = [
      words.greeting,
      ...(found === undefined ? [] : [words.found, found]),
      ...(done === undefined && next === undefined
        ? []
        : [words.next, ...[done, next].filter((one) => one !== undefined)]),
    ];
    return { letter: paragraphs.join("\n\n") };
  },
} as const satisfies TaskKind;
