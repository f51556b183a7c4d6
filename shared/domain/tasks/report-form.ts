import { yesOrNo } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** The two questions of the report form, to whoever complained without it (A13, A14). Never holds anything up. */
export const reportForm = {
  kind: "report-form",
  phase: "intake",
  who: "complainant",
  branch: "reportForm",
  duties: ["A13", "A14"],
  whenExpired: "silent",
  beside: true,
  quiet: true,
  title: { nl: "Vul uw klacht aan", en: "Tell us a little more" },
  purpose: {
    nl: "Met deze vragen helpt u ons. Ze zijn niet verplicht. Wij kijken ook zonder antwoord naar uw klacht.",
    en: "These questions help us. You do not have to answer them. We look at your complaint without them too.",
  },
  fields: [
    {
      name: "talked",
      label: {
        nl: "Hebt u er al over gepraat met de persoon over wie het gaat?",
        en: "Have you talked about it with the person it is about?",
      },
      control: { type: "choice", options: yesOrNo },
      keep: "fact",
    },
    {
      name: "tried",
      label: { nl: "Wat is er al gedaan om het op te lossen?", en: "What has been done to solve it so far?" },
      control: { type: "paragraph" },
      optional: true,
      keep: "private",
    },
    {
      name: "wish",
      label: { nl: "Wat zou u graag willen?", en: "What would you like to happen?" },
      control: { type: "paragraph" },
      optional: true,
      keep: "private",
    },
  ],
  outcomes: [{ id: "answered", label: { nl: "Versturen", en: "Send" }, fields: ["talked", "tried", "wish"] }],
  forParty: {
    silence: {
      nl: "Dan gaan wij verder met wat wij weten. Uw klacht telt net zo goed.",
      en: "Then we go on with what we know. Your complaint counts just as much.",
    },
    shows: ["complaint"],
  },
} as const satisfies TaskKind;
