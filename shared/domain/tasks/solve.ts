import { proposedToComplainant } from "./common-fields.ts";
import { latestAnswerOf } from "./prefill.ts";
import { halfPromise, promiseFieldNames, promiseFields } from "./promise-fields.ts";
import type { TaskKind } from "./task-kind.ts";

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
    ...promiseFields,
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
      fields: ["solution", ...promiseFieldNames, "redress"],
    },
  ],
  // A solution that did not satisfy is the start of the next one.
  prefill: (dossier) => latestAnswerOf(dossier, "solve"),
  check: halfPromise,
} as const satisfies TaskKind;
