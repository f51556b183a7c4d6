import { dayField, paragraphField } from "./common-fields.ts";
import type { Answer, Problem, TaskKind } from "./task-kind.ts";

/** On a founded complaint the owner talks to whom it concerns, and sets conditions (B25, B26, B38). */
export const addressRespondent = {
  kind: "address-respondent",
  phase: "handling",
  who: "owner",
  branch: "addressing",
  whenExpired: "next-up",
  duties: ["B25", "B26", "B38"],
  title: { nl: "Spreek de betrokkene aan", en: "Talk to the person concerned" },
  purpose: {
    nl: "De klacht is terecht, helemaal of voor een deel. Bespreek dat met degene over wie het gaat. Leg vast wat er moet veranderen, zodat het niet nog eens gebeurt.",
    en: "The complaint is founded, wholly or partly. Talk about it with the person concerned. Record what must change so that it does not happen again.",
  },
  fields: [
    dayField("addressedOn", {
      nl: "Op welke dag sprak u deze persoon?",
      en: "On which day did you talk to this person?",
    }),
    paragraphField("addressedNote", { nl: "Wat is er besproken?", en: "What was said?" }),
    paragraphField("condition", {
      nl: "Wat moet er anders, om herhaling te voorkomen?",
      en: "What must change to prevent it from happening again?",
    }),
    {
      name: "measureType",
      label: { nl: "Is er een maatregel nodig?", en: "Is a measure needed?" },
      control: {
        type: "choice",
        options: [
          { id: "none", label: { nl: "Nee", en: "No" } },
          { id: "retraining", label: { nl: "Bijscholing", en: "Further training" } },
          { id: "placement", label: { nl: "Stage of meelopen", en: "Placement or shadowing" } },
          { id: "exclusion", label: { nl: "Niet meer inzetten", en: "No more assignments" } },
          { id: "other", label: { nl: "Iets anders", en: "Something else" } },
        ],
      },
      keep: "fact",
    },
    {
      name: "measureDue",
      label: { nl: "Voor welke datum?", en: "By what date?" },
      hint: { nl: "Alleen als er een maatregel nodig is.", en: "Only when a measure is needed." },
      control: { type: "date", when: "coming" },
      optional: true,
      keep: "fact",
    },
  ],
  outcomes: [
    {
      id: "addressed",
      label: { nl: "Besproken", en: "Talked over" },
      fields: ["addressedOn", "addressedNote", "condition", "measureType", "measureDue"],
    },
  ],
  check: undated,
} as const satisfies TaskKind;

/** A measure has a date, or it does not exist (A28). */
function undated({ facts }: Answer): readonly Problem[] {
  const { measureType, measureDue } = facts;
  if (measureType === "none" || measureDue !== undefined) return [];
  const message = { nl: "Vul in wanneer de maatregel klaar is.", en: "Enter when the measure will be done." };
  return [{ field: "measureDue", message }];
}
