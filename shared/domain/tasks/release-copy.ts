import { latestAnswerOf } from "./prefill.ts";
import type { TaskKind } from "./task-kind.ts";

/** The copy to the respondents was held back for a reason; without it nobody can defend themselves (A16, B15). */
export const releaseCopy = {
  kind: "release-copy",
  phase: "analysis",
  who: "owner",
  duties: ["A16", "B15"],
  whenExpired: "next-up",
  needed: (dossier) => latestAnswerOf(dossier, "assess")["hold"] === "yes",
  title: { nl: "Geef de kopie van de klacht vrij", en: "Release the copy of the complaint" },
  purpose: {
    nl: "De kopie voor degene over wie het gaat, wacht nog. De reden staat in het dossier. Geef de kopie vrij zodra het kan. Daarna vragen wij beide kanten wat er is gebeurd.",
    en: "The copy for the person it is about is still held back. The reason is in the file. Release the copy as soon as you can. Then we ask both sides what happened.",
  },
  fields: [],
  outcomes: [{ id: "released", label: { nl: "Kopie vrijgeven", en: "Release the copy" }, fields: [] }],
} as const satisfies TaskKind;
