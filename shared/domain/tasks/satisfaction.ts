import type { Dossier } from "../dossier.ts";
import { remark, yesOrNo } from "./common-fields.ts";
import type { Field, Option, TaskKind } from "./task-kind.ts";

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

const heardScore = {
  name: "heardScore",
  label: { nl: "Voelde u zich gehoord?", en: "Did you feel heard?" },
  control: { type: "choice", options: heard },
  optional: true,
  keep: "fact",
} as const satisfies Field;

/** How each side looks back (B18, B35). The complainant may ask to hear what we do with it (A30, B1). */
export const satisfaction = {
  kind: "satisfaction",
  phase: "learning",
  who: "party",
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
    heardScore,
    remark,
    {
      name: "tellMe",
      label: { nl: "Wilt u horen wat wij ermee doen?", en: "Would you like to hear what we do with it?" },
      hint: {
        nl: "Verbeteren wij iets door uw klacht? Dan schrijven wij u dat als het zover is.",
        en: "Do we improve something because of your complaint? Then we write to you when it is done.",
      },
      control: { type: "choice", options: yesOrNo },
      optional: true,
      keep: "fact",
    },
  ],
  outcomes: [
    {
      id: "rated",
      label: { nl: "Versturen", en: "Send" },
      fields: ["score", "heardScore", "remark", "tellMe"],
    },
  ],
  forRespondent: {
    title: { nl: "Hoe ging het voor u?", en: "How did it go for you?" },
    purpose: {
      nl: "De klacht die over u ging, is afgerond. Wij willen graag weten hoe wij met u omgingen. Het kost u een minuut.",
      en: "The complaint about you has been completed. We would like to know how we treated you. It takes a minute.",
    },
    fields: [
      {
        name: "score",
        label: {
          nl: "Hoe tevreden bent u over hoe wij met u omgingen?",
          en: "How satisfied are you with how we treated you?",
        },
        control: { type: "choice", options: marks },
        keep: "fact",
      },
      heardScore,
      remark,
    ],
    outcomes: [{ id: "rated", label: { nl: "Versturen", en: "Send" }, fields: ["score", "heardScore", "remark"] }],
  },
  forParty: {
    silence: {
      nl: "Dan gebeurt er niets. U hoeft niet mee te doen.",
      en: "Then nothing happens. You do not have to take part.",
    },
    shows: [],
  },
} as const satisfies TaskKind;

/** Whether the complainant wishes to hear what comes of it; what they said last counts. */
export function wishesToHear({ tasks }: Dossier): boolean {
  const said = tasks.flatMap(({ kind, answer }) => (kind === "satisfaction" ? (answer?.facts["tellMe"] ?? []) : []));
  return said.at(-1) === "yes";
}
