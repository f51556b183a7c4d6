import { remark } from "./common-fields.ts";
import type { Option, TaskKind } from "./task-kind.ts";

const marks: readonly Option[] = [
  { id: "5", label: { nl: "5 – heel tevreden", en: "5 – very satisfied" } },
  { id: "4", label: { nl: "4 – tevreden", en: "4 – satisfied" } },
  { id: "3", label: { nl: "3 – gaat wel", en: "3 – so-so" } },
  { id: "2", label: { nl: "2 – ontevreden", en: "2 – dissatisfied" } },
  { id: "1", label: { nl: "1 – heel ontevreden", en: "1 – very dissatisfied" } },
];

const heard: readonly Option[] = [
  { id: "5", label: { nl: "5 – ja, helemaal", en: "5 – yes, fully" } },
  { id: "4", label: { nl: "4 – ja, grotendeels", en: "4 – yes, mostly" } },
  { id: "3", label: { nl: "3 – een beetje", en: "3 – a little" } },
  { id: "2", label: { nl: "2 – nee, niet echt", en: "2 – no, not really" } },
  { id: "1", label: { nl: "1 – nee, helemaal niet", en: "1 – no, not at all" } },
];

/** How the complainant looks back (B35). */
export const satisfaction = {
  kind: "satisfaction",
  phase: "learning",
  who: "complainant",
  branch: "survey",
  whenExpired: "silent",
  duties: ["B35"],
  title: { nl: "Hoe tevreden bent u?", en: "How satisfied are you?" },
  purpose: {
    nl: "Uw klacht is afgerond. Wij willen graag weten hoe dat voor u ging. Het kost u een minuut.",
    en: "Your complaint has been completed. We would like to know how it went for you. It takes a minute.",
  },
  fields: [
    {
      name: "score",
      label: {
        nl: "Hoe tevreden bent u over hoe wij met uw klacht omgingen?",
        en: "How satisfied are you with how we handled your complaint?",
      },
      control: { type: "choice", options: marks },
      keep: "fact",
    },
    {
      name: "heardScore",
      label: { nl: "Voelde u zich gehoord?", en: "Did you feel heard?" },
      control: { type: "choice", options: heard },
      optional: true,
      keep: "fact",
    },
    remark,
  ],
  outcomes: [{ id: "rated", label: { nl: "Versturen", en: "Send" }, fields: ["score", "heardScore", "remark"] }],
  forParty: {
    silence: {
      nl: "Dan gebeurt er niets. U hoeft niet mee te doen.",
      en: "Then nothing happens. You do not have to take part.",
    },
    shows: [],
  },
} as const satisfies TaskKind;
