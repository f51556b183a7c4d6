import { paragraphField } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** Talks with each side apart, when one is not willing to talk together (A21). */
export const separateTalks = {
  kind: "separate-talks",
  phase: "handling",
  who: "owner",
  branch: "mediation",
  whenExpired: "next-up",
  duties: ["A21"],
  title: { nl: "Praat met iedereen apart", en: "Talk with everybody separately" },
  purpose: {
    nl: "Een gesprek samen kan niet. Praat daarom met elke kant apart. Daarna beslist u.",
    en: "A talk together is not possible. So talk with each side separately. After that you decide.",
  },
  fields: [
    {
      name: "talkDates",
      label: { nl: "Op welke dagen, met wie?", en: "On which days, with whom?" },
      control: { type: "line" },
      keep: "private",
    },
    paragraphField(
      "minutes",
      { nl: "Verslag van de gesprekken", en: "Record of the talks" },
      { nl: "Alleen voor het dossier.", en: "For the file only." },
    ),
  ],
  outcomes: [
    {
      id: "held",
      label: { nl: "De gesprekken zijn gehouden", en: "The talks were held" },
      fields: ["talkDates", "minutes"],
    },
  ],
} as const satisfies TaskKind;
