import { optionalParagraph, paragraphField } from "./common-fields.ts";
import { measureTypeOptions } from "./measure-fields.ts";
import type { Answer, Field, Problem, TaskKind } from "./task-kind.ts";

/** How many measures an analysis can propose. */
export const proposalsAtMost = 5;

export const proposalFieldNames = (n: number) => [`proposal${n}`, `proposalType${n}`] as const;

/** What the figures of a period mean, and what could be better (A26, B4, B31, B32, B37). */
export const analyseOverview = {
  kind: "analyse-overview",
  phase: "learning",
  who: "analyst",
  matter: "review",
  whenExpired: "next-up",
  duties: ["A26", "B4", "B31", "B32", "B37"],
  title: { nl: "Schrijf wat de cijfers zeggen", en: "Write what the figures say" },
  purpose: {
    nl: "Waar gaat het vaak mis, en waardoor? Kijk naar oorzaken, niet naar personen. Stel voor wat beter kan.",
    en: "Where do things often go wrong, and why? Look at causes, not at people. Propose what could be better.",
  },
  fields: [
    paragraphField(
      "analysis",
      { nl: "Wat zeggen de cijfers?", en: "What do the figures say?" },
      {
        nl: "Deze tekst komt in het overzicht. Schrijf geen namen op.",
        en: "This text is put in the overview. Do not write names.",
      },
    ),
    optionalParagraph("adviceMemo", {
      nl: "Welk advies geeft u de directeur over hoe wij werken?",
      en: "What do you advise the director on how we work?",
    }),
    ...numbers().flatMap(proposalFields),
  ],
  outcomes: [
    {
      id: "analysed",
      label: { nl: "De analyse is klaar", en: "The analysis is ready" },
      fields: ["analysis", "adviceMemo", ...numbers().flatMap(proposalFieldNames)],
    },
  ],
  check: halfProposals,
} as const satisfies TaskKind;

function numbers(): readonly number[] {
  return Array.from({ length: proposalsAtMost }, (_, index) => index + 1);
}

function proposalFields(n: number): readonly Field[] {
  const [text, type] = proposalFieldNames(n);
  return [
    {
      name: text,
      label: { nl: `Voorstel ${n}: wat kan beter?`, en: `Proposal ${n}: what could be better?` },
      control: { type: "line" },
      optional: true,
      keep: "private",
    },
    {
      name: type,
      label: { nl: `Voorstel ${n}: wat voor maatregel is het?`, en: `Proposal ${n}: what kind of measure is it?` },
      control: { type: "choice", options: measureTypeOptions },
      optional: true,
      keep: "fact",
    },
  ];
}

function halfProposals({ facts, private: words }: Answer): readonly Problem[] {
  return numbers().flatMap((n) => {
    const [text, type] = proposalFieldNames(n);
    if ((words[text] === undefined) === (facts[type] === undefined)) return [];
    const message = {
      nl: "Een voorstel heeft een omschrijving en een soort.",
      en: "A proposal has a description and a kind.",
    };
    return [{ field: words[text] === undefined ? text : type, message }];
  });
}
