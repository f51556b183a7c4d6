import type { Dossier } from "../dossier.ts";
import type { Procedure } from "../procedure.ts";
import { lastOfEach } from "../rounds.ts";
import { paragraphField } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** Somebody gets in touch with whoever is not satisfied, of either side, and may open the case again, once (B18, B35). */
export const followUp = {
  kind: "follow-up",
  phase: "learning",
  who: "owner",
  branch: "survey",
  whenExpired: "next-up",
  duties: ["B18", "B35"],
  needed: isLow,
  title: { nl: "Bel wie niet tevreden is", en: "Call whoever is not satisfied" },
  purpose: {
    nl: "De klager gaf een laag cijfer, of iemand over wie de klacht ging. Vraag wat er beter kon en of er nog iets te herstellen is.",
    en: "The complainant gave a low mark, or somebody the complaint was about. Ask what could have been better and whether something can still be put right.",
  },
  fields: [
    paragraphField("followUp", {
      nl: "Wat hoorde u, en wat doet u ermee?",
      en: "What did you hear, and what do you do with it?",
    }),
    paragraphField(
      "reopenReason",
      { nl: "Waarom gaat de zaak weer open?", en: "Why is the case opened again?" },
      {
        nl: "Degene over wie de klacht gaat, leest dit in een brief.",
        en: "The person the complaint is about reads this in a letter.",
      },
    ),
  ],
  outcomes: [
    {
      id: "done",
      label: { nl: "Besproken, de zaak blijft dicht", en: "Talked over, the case stays closed" },
      fields: ["followUp"],
    },
    {
      id: "reopen",
      label: { nl: "De zaak gaat weer open", en: "Open the case again" },
      hint: { nl: "Dat kan één keer.", en: "That is possible once." },
      fields: ["reopenReason"],
      offeredWhen: (dossier) => dossier.reopened === undefined,
    },
  ],
} as const satisfies TaskKind;

/** Somebody who was asked since the case was closed gave a low mark; what was said before it was opened again is past. */
function isLow(dossier: Dossier, { survey }: Procedure): boolean {
  const since = dossier.status === "closed" ? dossier.closedAt : "";
  return lastOfEach(dossier, "satisfaction").some(({ openedAt, answer }) => {
    const score = openedAt >= since ? answer?.facts["score"] : undefined;
    return score !== undefined && Number(score) <= survey.lowScore;
  });
}
