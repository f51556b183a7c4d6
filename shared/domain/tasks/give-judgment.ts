import { proposedToComplainant } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** The owner's reasoned and binding judgment; it cannot be changed once given (A22). */
export const giveJudgment = {
  kind: "give-judgment",
  phase: "handling",
  who: "owner",
  whenExpired: "next-up",
  duties: ["A17", "A18", "A22"],
  title: { nl: "Geef een oordeel", en: "Give judgment" },
  purpose: {
    nl: "Uw oordeel is bindend. U kunt het daarna niet meer veranderen. De klager leest het in de brief met de uitkomst. Degene over wie het gaat krijgt een eigen brief.",
    en: "Your judgment is binding. You cannot change it afterwards. The complainant reads it in the outcome letter. The person it is about gets a letter of their own.",
  },
  fields: [
    {
      name: "judgment",
      label: { nl: "Uw oordeel", en: "Your judgment" },
      hint: proposedToComplainant({ nl: "Wat vindt u, en waarom?", en: "What do you find, and why?" }),
      control: { type: "paragraph" },
      keep: "private",
    },
    {
      name: "consequence",
      label: { nl: "Wat gaat er nu gebeuren?", en: "What is going to happen now?" },
      hint: proposedToComplainant({
        nl: "Schrijf het voor de klager.",
        en: "Write it for the complainant.",
      }),
      control: { type: "paragraph" },
      keep: "private",
    },
  ],
  outcomes: [
    { id: "given", label: { nl: "Oordeel gegeven", en: "Judgment given" }, fields: ["judgment", "consequence"] },
  ],
} as const satisfies TaskKind;
