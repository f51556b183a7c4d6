import { paragraphField } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** The independent person reads the file and gives advice (B29). */
export const independentAdvice = {
  kind: "independent-advice",
  phase: "feedback",
  who: "independent",
  branch: "independent",
  whenExpired: "silent",
  duties: ["B29"],
  title: { nl: "Geef een onafhankelijk advies", en: "Give independent advice" },
  purpose: {
    nl: "U bent gevraagd om onafhankelijk naar een klacht te kijken. Beide kanten horen uw advies. De organisatie beslist daarna.",
    en: "You have been asked to look at a complaint independently. Both sides hear your advice. The organisation then decides.",
  },
  fields: [
    paragraphField(
      "independentAdvice",
      { nl: "Uw advies", en: "Your advice" },
      { nl: "Beide kanten lezen dit.", en: "Both sides read this." },
    ),
  ],
  outcomes: [
    { id: "advised", label: { nl: "Ik geef advies", en: "I give advice" }, fields: ["independentAdvice"] },
    { id: "declined", label: { nl: "Ik kan dit niet doen", en: "I cannot do this" }, fields: [] },
  ],
  forParty: {
    silence: { nl: "Dan vragen wij iemand anders.", en: "Then we ask somebody else." },
    shows: ["complaint", "accounts", "outcome"],
  },
} as const satisfies TaskKind;
