import { proposedToComplainant } from "./common-fields.ts";
import { latestAnswerOf } from "./prefill.ts";
import type { Answer, Problem, TaskKind } from "./task-kind.ts";

/** What the owner does to put it right, for everybody concerned (B18). */
export const solve = {
  kind: "solve",
  phase: "handling",
  who: "owner",
  whenExpired: "next-up",
  duties: ["B16", "B17", "B18", "B21"],
  title: { nl: "Los de klacht op", en: "Solve the complaint" },
  purpose: {
    nl: "Spreek een oplossing af waar iedereen mee verder kan. Vraag beide kanten wat zij ervan vinden.",
    en: "Agree on a solution that everybody can accept. Ask both sides what they think of it.",
  },
  fields: [
    {
      name: "solution",
      label: { nl: "Wat is de oplossing?", en: "What is the solution?" },
      hint: proposedToComplainant({
        nl: "Wat is afgesproken, en met wie? Beide kanten lezen dit. Schrijf het dus voor allebei.",
        en: "What was agreed, and with whom? Both sides read this, so write it for both.",
      }),
      control: { type: "paragraph" },
      keep: "private",
    },
    {
      name: "promise",
      label: { nl: "Wat beloven wij de klager?", en: "What do we promise the complainant?" },
      hint: proposedToComplainant({ nl: "Eén ding dat wij nog doen.", en: "One thing that we still do." }),
      control: { type: "line" },
      optional: true,
      keep: "private",
    },
    {
      name: "promiseDue",
      label: { nl: "Voor welke datum doen wij dat?", en: "By what date will we do it?" },
      control: { type: "date", when: "coming" },
      optional: true,
      keep: "fact",
    },
    {
      name: "redress",
      label: { nl: "Krijgt de klager iets vergoed?", en: "Does the complainant get compensation?" },
      hint: proposedToComplainant({
        nl: "Bijvoorbeeld geld terug of een nieuwe training.",
        en: "For example money back or a new training.",
      }),
      control: { type: "line" },
      optional: true,
      keep: "private",
    },
  ],
  outcomes: [
    {
      id: "solved",
      label: { nl: "Oplossing gevonden", en: "Solution found" },
      fields: ["solution", "promise", "promiseDue", "redress"],
    },
  ],
  // A solution that did not satisfy is the start of the next one.
  prefill: (dossier) => latestAnswerOf(dossier, "solve"),
  check: (answer: Answer): readonly Problem[] => {
    if (answer.private["promise"] !== undefined && answer.facts["promiseDue"] === undefined) {
      return [
        {
          field: "promiseDue",
          message: { nl: "Vul een datum in bij de belofte.", en: "Enter a date for the promise." },
        },
      ];
    }
    if (answer.private["promise"] === undefined && answer.facts["promiseDue"] !== undefined) {
      return [
        {
          field: "promise",
          message: {
            nl: "Schrijf op wat u belooft, of haal de datum weg.",
            en: "Write what you promise, or remove the date.",
          },
        },
      ];
    }
    return [];
  },
} as const satisfies TaskKind;
