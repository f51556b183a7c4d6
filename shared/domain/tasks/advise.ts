import type { TaskKind } from "./task-kind.ts";

/** Help for who does not want to file a complaint; kept apart from the count of complaints (A8). */
export const advise = {
  kind: "advise",
  phase: "intake",
  who: "adviser",
  branch: "advice",
  duties: ["A8"],
  whenExpired: "next-up",
  title: { nl: "Geef de klager advies", en: "Advise the complainant" },
  purpose: {
    nl: "De klager wil nu geen klacht indienen, maar wel weten wat er kan. Schrijf uw advies voor de klager. Daarna kiest de klager: is dit genoeg, of wordt het toch een klacht?",
    en: "The complainant does not want to file a complaint now, but to know what is possible. Write your advice for the complainant, who then chooses: is this enough, or a complaint after all?",
  },
  fields: [
    {
      name: "advice",
      label: { nl: "Uw advies", en: "Your advice" },
      hint: {
        nl: "De klager leest dit precies zoals u het schrijft.",
        en: "The complainant reads this just as you write it.",
      },
      control: { type: "paragraph" },
      keep: "private",
    },
  ],
  outcomes: [{ id: "advised", label: { nl: "Advies versturen", en: "Send the advice" }, fields: ["advice"] }],
} as const satisfies TaskKind;
