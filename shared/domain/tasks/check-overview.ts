import { optionalParagraph } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** Somebody who knows the complaints looks whether the overview of a period is right (A25, B33). */
export const checkOverview = {
  kind: "check-overview",
  phase: "learning",
  who: "checker",
  matter: "review",
  whenExpired: "next-up",
  duties: ["A25", "B33"],
  title: { nl: "Controleer het overzicht", en: "Check the overview" },
  purpose: {
    nl: "Het overzicht van de klachten is gemaakt. Kloppen de cijfers met wat u weet? Ook als er geen klachten waren.",
    en: "The overview of the complaints has been made. Are the figures in line with what you know? Also when there were no complaints.",
  },
  fields: [
    optionalParagraph("checkNote", {
      nl: "Wat moet een lezer weten bij deze cijfers?",
      en: "What should a reader know about these figures?",
    }),
  ],
  outcomes: [
    { id: "checked", label: { nl: "Het overzicht klopt", en: "The overview is right" }, fields: ["checkNote"] },
  ],
} as const satisfies TaskKind;
