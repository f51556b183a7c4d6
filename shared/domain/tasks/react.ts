import { paragraphField } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** The complainant says whether the outcome is acceptable; if not, what then depends on the procedure (B18, B29). */
export const react = {
  kind: "react",
  phase: "feedback",
  who: "complainant",
  whenExpired: "silent",
  duties: ["A18", "B18", "B29"],
  title: { nl: "Wat vindt u van de uitkomst?", en: "What do you think of the outcome?" },
  purpose: {
    nl: "U kreeg van ons de uitkomst van uw klacht. Laat ons weten of u daarmee verder kunt.",
    en: "We sent you the outcome of your complaint. Let us know whether you can go on with it.",
  },
  fields: [paragraphField("dissatisfaction", { nl: "Waarom bent u niet tevreden?", en: "Why are you not satisfied?" })],
  outcomes: [
    { id: "satisfied", label: { nl: "Ik kan hiermee verder", en: "I can go on with this" }, fields: [] },
    {
      id: "not-satisfied",
      label: { nl: "Ik ben niet tevreden", en: "I am not satisfied" },
      hint: {
        nl: "In de brief met de uitkomst leest u wat er dan kan.",
        en: "The letter with the outcome tells you what is possible then.",
      },
      fields: ["dissatisfaction"],
    },
  ],
  forParty: {
    silence: {
      nl: "Dan nemen wij aan dat u met de uitkomst verder kunt, en ronden wij de zaak af.",
      en: "Then we take it that you can go on with the outcome, and we complete the case.",
    },
    shows: ["outcome"],
  },
} as const satisfies TaskKind;
