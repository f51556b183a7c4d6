import { dayField, paragraphField } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** A session at which whoever decides hears both sides in person. */
export const holdSession = {
  kind: "hold-session",
  phase: "analysis",
  who: "owner",
  branch: "session",
  whenExpired: "next-up",
  duties: ["A16"],
  title: { nl: "Houd een zitting", en: "Hold a hearing" },
  purpose: {
    nl: "Nodig beide kanten uit en hoor hen. Maak een verslag.",
    en: "Invite both sides and hear them. Make a record.",
  },
  fields: [
    dayField("sessionDate", { nl: "Op welke dag?", en: "On which day?" }),
    paragraphField("sessionMinutes", { nl: "Verslag", en: "Record" }),
    paragraphField("sessionReason", { nl: "Waarom ging het niet door?", en: "Why did it not take place?" }),
  ],
  outcomes: [
    {
      id: "held",
      label: { nl: "De zitting is gehouden", en: "The hearing was held" },
      fields: ["sessionDate", "sessionMinutes"],
    },
    { id: "not-held", label: { nl: "Er was geen zitting", en: "There was no hearing" }, fields: ["sessionReason"] },
  ],
} as const satisfies TaskKind;
