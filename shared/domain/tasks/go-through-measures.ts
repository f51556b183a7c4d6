import type { Dossier } from "../dossier.ts";
import { proposalFieldNames, proposalsAtMost } from "./analyse-overview.ts";
import { latestWords } from "./prefill.ts";
import type { Answer, Field, Problem, TaskKind } from "./task-kind.ts";

export const decisionFieldNames = (n: number) =>
  [`decision${n}`, `measureOwner${n}`, `measureDue${n}`, `why${n}`] as const;

/** Each proposal is taken over, with somebody who does it and a date, or it is not, with a reason (A27, A28, B37). */
export const goThroughMeasures = {
  kind: "go-through-measures",
  phase: "learning",
  who: "improver",
  matter: "review",
  whenExpired: "next-up",
  duties: ["A27", "A28", "B1", "B37"],
  title: { nl: "Loop de maatregelen na", en: "Go through the measures" },
  purpose: {
    nl: "Besluit over elk voorstel. Kijk ook hoe het staat met wat eerder is afgesproken.",
    en: "Decide on each proposal. Also look how things stand with what was agreed before.",
  },
  fields: numbers().flatMap(decisionFields),
  outcomes: [
    {
      id: "decided",
      label: { nl: "Besloten", en: "Decided" },
      fields: numbers().flatMap(decisionFieldNames),
    },
  ],
  check: (answer) => numbers().flatMap((n) => incomplete(n, answer)),
} as const satisfies TaskKind;

function numbers(): readonly number[] {
  return Array.from({ length: proposalsAtMost }, (_, index) => index + 1);
}

/** The words of the nth proposal; `undefined` when there is none. */
export function proposalIn(dossier: Dossier, n: number): string | undefined {
  return latestWords(dossier, proposalFieldNames(n)[0]);
}

function decisionFields(n: number): readonly Field[] {
  const [decision, owner, due, why] = decisionFieldNames(n);
  const askedWhen = (dossier: Dossier) => proposalIn(dossier, n) !== undefined;
  return [
    {
      name: decision,
      label: { nl: `Voorstel ${n}: wat besluit u?`, en: `Proposal ${n}: what do you decide?` },
      control: {
        type: "choice",
        options: [
          { id: "accept", label: { nl: "Dit gaan wij doen", en: "We are going to do this" } },
          { id: "reject", label: { nl: "Dit doen wij niet", en: "We are not doing this" } },
        ],
      },
      about: (dossier) => proposalIn(dossier, n),
      askedWhen,
      keep: "fact",
    },
    {
      name: owner,
      label: { nl: `Voorstel ${n}: wie voert het uit?`, en: `Proposal ${n}: who carries it out?` },
      hint: { nl: "Nodig als u het doet.", en: "Needed when you do it." },
      control: { type: "choice", from: "colleagues" },
      optional: true,
      askedWhen,
      keep: "fact",
    },
    {
      name: due,
      label: { nl: `Voorstel ${n}: voor welke datum?`, en: `Proposal ${n}: by what date?` },
      hint: { nl: "Nodig als u het doet.", en: "Needed when you do it." },
      control: { type: "date", when: "coming" },
      optional: true,
      askedWhen,
      keep: "fact",
    },
    {
      name: why,
      label: { nl: `Voorstel ${n}: waarom?`, en: `Proposal ${n}: why?` },
      hint: { nl: "Nodig als u het niet doet.", en: "Needed when you do not do it." },
      control: { type: "paragraph" },
      optional: true,
      askedWhen,
      keep: "private",
    },
  ];
}

function incomplete(n: number, { facts, private: words }: Answer): readonly Problem[] {
  const [decision, owner, due, why] = decisionFieldNames(n);
  if (facts[decision] === "accept") {
    return [owner, due]
      .filter((field) => facts[field] === undefined)
      .map((field) => ({
        field,
        message: {
          nl: "Een maatregel heeft iemand die hem uitvoert en een datum.",
          en: "A measure has somebody who carries it out and a date.",
        },
      }));
  }
  if (facts[decision] !== "reject" || words[why] !== undefined) return [];
  return [{ field: why, message: { nl: "Schrijf op waarom niet.", en: "Write why not." } }];
}
