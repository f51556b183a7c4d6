import type { TaskKind } from "./task-kind.ts";

/** Names of people who could take a fresh look; both sides then say whom they accept (B29). */
export const proposeIndependents = {
  kind: "propose-independents",
  phase: "feedback",
  who: "owner",
  branch: "independent",
  whenExpired: "next-up",
  duties: ["B29"],
  title: { nl: "Stel onafhankelijke personen voor", en: "Propose independent persons" },
  purpose: {
    nl: "De klager is niet tevreden met de uitkomst. Noem mensen die er niets mee te maken hebben. Beide kanten kiezen wie zij accepteren.",
    en: "The complainant is not satisfied with the outcome. Name people who have nothing to do with it. Both sides choose whom they accept.",
  },
  fields: [
    {
      name: "candidates",
      label: { nl: "Wie kunnen er kijken?", en: "Who could take a look?" },
      hint: {
        nl: "Twee tot vijf mensen. Eén per regel: naam, mailadres. Vraag eerst of zij willen. Beide kanten lezen alleen de namen: vertel hun zelf wie dit zijn.",
        en: "Two to five people. One on each line: name, mail address. Ask first whether they are willing. Both sides read the names only: tell them yourself who these people are.",
      },
      control: { type: "people", atLeast: 2, atMost: 5 },
      keep: "private",
    },
  ],
  outcomes: [{ id: "proposed", label: { nl: "Voorstellen", en: "Propose" }, fields: ["candidates"] }],
} as const satisfies TaskKind;
