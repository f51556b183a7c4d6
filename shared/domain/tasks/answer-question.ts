import { paragraphField } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** Something that only the complainant can tell (B24). */
export const answerQuestion = {
  kind: "answer-question",
  phase: "analysis",
  who: "complainant",
  whenExpired: "silent",
  duties: ["A16", "B24"],
  title: { nl: "Beantwoord een vraag over uw klacht", en: "Answer a question about your complaint" },
  purpose: {
    nl: "Wij zoeken uit wat er is gebeurd. Daarbij kwam een vraag op die alleen u kunt beantwoorden.",
    en: "We are finding out what happened. A question came up that only you can answer.",
  },
  fields: [paragraphField("questionAnswer", { nl: "Uw antwoord", en: "Your answer" })],
  outcomes: [{ id: "answered", label: { nl: "Versturen", en: "Send" }, fields: ["questionAnswer"] }],
  forParty: {
    silence: { nl: "Dan gaan wij verder zonder uw antwoord.", en: "Then we go on without your answer." },
    shows: ["question"],
  },
} as const satisfies TaskKind;
