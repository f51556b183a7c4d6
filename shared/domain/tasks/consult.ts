import type { TaskKind } from "./task-kind.ts";

/** Whom the intake officer consults says what they would do (B8). */
export const consult = {
  kind: "consult",
  phase: "intake",
  who: "consulted",
  branch: "consult",
  duties: ["B8"],
  whenExpired: "next-up",
  title: { nl: "Geef raad over een klacht", en: "Give your view on a complaint" },
  purpose: {
    nl: "Een collega vraagt u om raad. Lees de klacht en de vraag. Met uw antwoord kiest uw collega hoe het verder gaat.",
    en: "A colleague asks for your view. Read the complaint and the question. With your answer they choose what to do.",
  },
  fields: [
    {
      name: "consultAdvice",
      label: { nl: "Wat raadt u aan?", en: "What do you advise?" },
      control: { type: "paragraph" },
      keep: "private",
    },
  ],
  outcomes: [{ id: "advised", label: { nl: "Versturen", en: "Send" }, fields: ["consultAdvice"] }],
} as const satisfies TaskKind;
