import { outcomeFieldNames, outcomeFields } from "./outcome-fields.ts";
import { proposedLetters } from "./outcome-proposal.ts";
import { latestWords } from "./prefill.ts";
import { halfPromise, promiseFieldNames, promiseFields } from "./promise-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** What the organisation decides after the independent advice; there is no second round (B29). */
export const finalOutcome = {
  kind: "final-outcome",
  phase: "feedback",
  who: "owner",
  branch: "independent",
  whenExpired: "next-up",
  duties: ["B27", "B28", "B29"],
  title: { nl: "Schrijf de laatste uitkomst", en: "Write the final outcome" },
  purpose: {
    nl: "Lees het onafhankelijke advies. Beslis, en schrijf wat u ermee doet en waarom. Hierna is er geen nieuwe ronde.",
    en: "Read the independent advice. Decide, and write what you do with it and why. There is no new round after this.",
  },
  fields: [...outcomeFields, ...promiseFields],
  outcomes: [
    { id: "written", label: { nl: "Versturen", en: "Send" }, fields: [...outcomeFieldNames, ...promiseFieldNames] },
  ],
  check: halfPromise,
  prefill: (dossier, { house }) => proposedLetters(dossier, house.language, latestWords(dossier, "independentAdvice")),
} as const satisfies TaskKind;
