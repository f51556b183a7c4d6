import type { TaskKind } from "./task-kind.ts";

/** The owner's reasoned and binding judgment; it cannot be changed once given (A22). */
export const giveJudgment = {
  kind: "give-judgment",
  phase: "handling",
  responsibility: "owner",
  duties: ["A17", "A18", "A22"],
  title: { nl: "Geef een oordeel", en: "Give judgment" },
  purpose: {
    nl: "Uw oordeel is bindend. U kunt het daarna niet meer veranderen. Beide partijen lezen het.",
    en: "Your judgment is binding. You cannot change it afterwards. Both sides read it.",
  },
  fields: [
    {
      name: "judgment",
      label: { nl: "Uw oordeel", en: "Your judgment" },
      hint: { nl: "Wat vindt u, en waarom?", en: "What do you find, and why?" },
      control: { type: "paragraph" },
      keep: "private",
    },
    {
      name: "consequence",
      label: { nl: "Wat gaat er nu gebeuren?", en: "What is going to happen now?" },
      hint: {
        nl: "Voor de klager en voor degene over wie het gaat.",
        en: "For the complainant and for the person it is about.",
      },
      control: { type: "paragraph" },
      keep: "private",
    },
  ],
  outcomes: [
    { id: "given", label: { nl: "Oordeel gegeven", en: "Judgment given" }, fields: ["judgment", "consequence"] },
  ],
} as const satisfies TaskKind;
