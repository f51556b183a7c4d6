import type { Dossier } from "../dossier.ts";
import type { Procedure } from "../procedure.ts";
import { isSamePerson } from "../roles.ts";
import { paragraphField } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** Written by one, answered for by the other (B27). */
export const approveOutcome = {
  kind: "approve-outcome",
  phase: "feedback",
  who: "owner",
  whenExpired: "next-up",
  duties: ["B27"],
  needed: isWrittenByAnother,
  title: { nl: "Keur de uitkomst goed", en: "Approve the outcome" },
  purpose: {
    nl: "U bent verantwoordelijk voor deze brieven. Lees ze. Zijn ze goed? Dan gaan ze meteen weg.",
    en: "You are responsible for these letters. Read them. Are they right? Then they go out at once.",
  },
  fields: [
    paragraphField(
      "reworkNote",
      { nl: "Wat moet er anders?", en: "What should be different?" },
      {
        nl: "De schrijver leest dit.",
        en: "The writer reads this.",
      },
    ),
  ],
  outcomes: [
    { id: "approved", label: { nl: "Goedkeuren en versturen", en: "Approve and send" }, fields: [] },
    { id: "rework", label: { nl: "Terug naar de schrijver", en: "Back to the writer" }, fields: ["reworkNote"] },
  ],
} as const satisfies TaskKind;

function isWrittenByAnother(dossier: Dossier, procedure: Procedure): boolean {
  const written = dossier.tasks.findLast(({ kind, status }) => kind === "write-outcome" && status === "answered");
  return written?.status === "answered" && !isSamePerson(written.by, dossier.owner, procedure, dossier);
}
