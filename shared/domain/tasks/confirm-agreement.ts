import { paragraphField } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** Each side says whether what was agreed or proposed is right for them (A7, A18, A20, B18). */
export const confirmAgreement = {
  kind: "confirm-agreement",
  phase: "handling",
  who: "party",
  whenExpired: "silent",
  duties: ["A7", "A18", "A20", "B18"],
  title: { nl: "Klopt deze afspraak voor u?", en: "Is this agreement right for you?" },
  purpose: {
    nl: "Hieronder leest u een afspraak uit een gesprek, of een voorstel van ons. Laat ons weten of u daarmee verder kunt. Zegt u nee, dan beslist degene die de klacht behandelt hoe het verder gaat.",
    en: "Below you can read what was agreed in a talk, or what we propose. Let us know whether you can go on with this. If you say no, whoever handles the complaint decides how to go on.",
  },
  fields: [paragraphField("objection", { nl: "Wat klopt er niet?", en: "What is not right?" })],
  outcomes: [
    { id: "confirmed", label: { nl: "Ja, dit klopt voor mij", en: "Yes, this is right for me" }, fields: [] },
    {
      id: "disputed",
      label: { nl: "Nee, dit klopt niet", en: "No, this is not right" },
      hint: {
        nl: "Dan beslist degene die de klacht behandelt hoe het verder gaat.",
        en: "Then whoever handles the complaint decides how to go on.",
      },
      fields: ["objection"],
    },
  ],
  forParty: {
    silence: { nl: "Dan nemen wij aan dat het voor u klopt.", en: "Then we take it that it is right for you." },
    shows: ["agreement", "solution"],
  },
} as const satisfies TaskKind;
