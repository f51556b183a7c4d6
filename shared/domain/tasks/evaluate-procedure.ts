import type { Dossier } from "../dossier.ts";
import { optionalParagraph, paragraphField } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** Once a year the procedure itself is looked at: does it work as it was meant (A29, B1)? */
export const evaluateProcedure = {
  kind: "evaluate-procedure",
  phase: "learning",
  who: "checker",
  matter: "review",
  whenExpired: "next-up",
  needed: isYearly,
  duties: ["A29", "B1"],
  title: { nl: "Kijk of de klachtenregeling werkt", en: "See whether the complaints procedure works" },
  purpose: {
    nl: "Is de regeling duidelijk? Is zij te vinden? Zijn de termijnen haalbaar? Kijk met de ogen van wie klaagt en van wie behandelt.",
    en: "Is the procedure clear? Can it be found? Are the terms feasible? Look with the eyes of those who complain and of those who handle it.",
  },
  fields: [
    paragraphField("works", { nl: "Wat werkt goed, en wat niet?", en: "What works well, and what does not?" }),
    optionalParagraph("change", { nl: "Wat moet er veranderen?", en: "What must change?" }),
  ],
  outcomes: [{ id: "evaluated", label: { nl: "Bekeken", en: "Evaluated" }, fields: ["works", "change"] }],
} as const satisfies TaskKind;

function isYearly({ matter }: Dossier): boolean {
  return matter.kind === "review" && matter.review.cycle === "yearly";
}
