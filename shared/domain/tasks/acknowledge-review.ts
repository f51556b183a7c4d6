import { optionalParagraph } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** The director has read the overview with its analysis, decisions and advice (B4, B34). */
export const acknowledgeReview = {
  kind: "acknowledge-review",
  phase: "learning",
  who: "director",
  matter: "review",
  whenExpired: "next-up",
  duties: ["A25", "B4", "B34"],
  title: { nl: "Lees het overzicht van de klachten", en: "Read the overview of the complaints" },
  purpose: {
    nl: "Het overzicht is klaar, met de analyse en de besluiten. Bevestig dat u het hebt gelezen.",
    en: "The overview is ready, with the analysis and the decisions. Confirm that you have read it.",
  },
  fields: [
    optionalParagraph("directorNote", { nl: "Wilt u er iets bij zeggen?", en: "Would you like to add something?" }),
  ],
  outcomes: [{ id: "acknowledged", label: { nl: "Gelezen", en: "Read" }, fields: ["directorNote"] }],
} as const satisfies TaskKind;
