import type { Dossier } from "../dossier.ts";
import { sinceReopened, unheard } from "../rounds.ts";
import { category, cause, paragraphField, proposedToComplainant } from "./common-fields.ts";
import { latestFact } from "./prefill.ts";
import type { Answer, Problem, TaskKind } from "./task-kind.ts";

/** What happened, whether the complaint is founded, and why it could happen (A16, B23, B30, B32). */
export const establishFacts = {
  kind: "establish-facts",
  phase: "analysis",
  who: "owner",
  whenExpired: "next-up",
  duties: ["A16", "A17", "B17", "B23", "B24", "B30", "B32"],
  title: { nl: "Stel vast wat er is gebeurd", en: "Establish what happened" },
  purpose: {
    nl: "Lees wat beide kanten vertelden. Weet u genoeg? Leg dan vast wat u vond en wat de oorzaak is. Anders vraagt u verder.",
    en: "Read what both sides told. Do you know enough? Then record what you found and what the cause is. If not, ask more.",
  },
  fields: [
    paragraphField(
      "whatHappened",
      { nl: "Wat is er gebeurd?", en: "What happened?" },
      proposedToComplainant({
        nl: "Schrijf van beide kanten op wat zij vertelden, en wat volgens u vaststaat.",
        en: "Write what both sides told you, and what you consider established.",
      }),
    ),
    {
      name: "finding",
      label: { nl: "Is de klacht terecht?", en: "Is the complaint founded?" },
      control: {
        type: "choice",
        options: [
          { id: "founded", label: { nl: "Ja", en: "Yes" } },
          { id: "partly-founded", label: { nl: "Voor een deel", en: "Partly" } },
          { id: "unfounded", label: { nl: "Nee", en: "No" } },
          { id: "cannot-be-established", label: { nl: "Niet vast te stellen", en: "Cannot be established" } },
        ],
      },
      keep: "fact",
    },
    category,
    cause,
    paragraphField(
      "question",
      { nl: "Wat wilt u de klager vragen?", en: "What do you want to ask the complainant?" },
      { nl: "De klager leest deze vraag.", en: "The complainant reads this question." },
    ),
  ],
  outcomes: [
    {
      id: "established",
      label: { nl: "Ik weet genoeg", en: "I know enough" },
      fields: ["whatHappened", "finding", "category", "cause"],
    },
    {
      id: "exchange",
      label: { nl: "Laat beide kanten op elkaar reageren", en: "Let both sides answer each other" },
      hint: {
        nl: "Iedereen krijgt te lezen wat de ander vertelde.",
        en: "Everybody gets to read what the other told.",
      },
      fields: [],
      offeredWhen: (dossier) =>
        hasRespondentAccount(dossier) && !sinceReopened(dossier).some(({ kind }) => kind === "reply-to-account"),
    },
    {
      id: "hear",
      label: { nl: "Iemand is nog niet gehoord", en: "Somebody has not been heard yet" },
      hint: { nl: "Wij vragen die persoon om zijn of haar kant.", en: "We ask this person for their side." },
      fields: [],
      offeredWhen: (dossier) => unheard(dossier).length > 0,
    },
    {
      id: "ask-more",
      label: { nl: "Vraag de klager iets", en: "Ask the complainant something" },
      fields: ["question"],
    },
  ],
  prefill: (dossier) => latestFact(dossier, "category"),
  // No finding before each side was heard, declined, or let its time pass (A16).
  check: ({ outcome }: Answer, dossier: Dossier): readonly Problem[] =>
    outcome !== "established" || unheard(dossier).length === 0
      ? []
      : [
          {
            field: "outcome",
            message: {
              nl: "Nog niet iedereen is gehoord. Kies “Iemand is nog niet gehoord”, of wacht tot de tijd voor een reactie om is.",
              en: "Not everybody has been heard yet. Choose “Somebody has not been heard yet”, or wait until the time to answer is up.",
            },
          },
        ],
} as const satisfies TaskKind;

function hasRespondentAccount({ tasks }: Dossier): boolean {
  return tasks.some(
    ({ kind, about, answer }) => kind === "statement" && about !== "complainant" && answer?.outcome === "account",
  );
}
