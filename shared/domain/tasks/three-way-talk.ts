import { dayField, paragraphField, proposedToComplainant } from "./common-fields.ts";
import { halfPromise, promiseFieldNames, promiseFields } from "./promise-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** A talk of both sides with the owner, to find a solution together (A18, A20). */
export const threeWayTalk = {
  kind: "three-way-talk",
  phase: "handling",
  who: "owner",
  branch: "mediation",
  whenExpired: "next-up",
  duties: ["A18", "A20"],
  title: { nl: "Houd het driegesprek", en: "Hold the three-way talk" },
  purpose: {
    nl: "Beide kanten willen praten. Maak een afspraak, zoek samen een oplossing en leg vast wat eruit kwam. Beide kanten bevestigen daarna de afspraak.",
    en: "Both sides are willing to talk. Set a date, look for a solution together and record what came of it. Both sides then confirm the agreement.",
  },
  fields: [
    dayField("talkDate", { nl: "Op welke dag was het gesprek?", en: "On which day was the talk?" }),
    paragraphField(
      "minutes",
      { nl: "Verslag van het gesprek", en: "Record of the talk" },
      { nl: "Alleen voor het dossier.", en: "For the file only." },
    ),
    paragraphField(
      "agreement",
      { nl: "Wat is afgesproken?", en: "What was agreed?" },
      proposedToComplainant({
        nl: "Beide kanten lezen dit en zeggen of het klopt. Schrijf het dus voor allebei.",
        en: "Both sides read this and say whether it is right, so write it for both.",
      }),
    ),
    ...promiseFields,
    paragraphField("notHeldReason", { nl: "Waarom ging het niet door?", en: "Why did it not take place?" }),
  ],
  outcomes: [
    {
      id: "agreement",
      label: { nl: "Er is een afspraak", en: "There is an agreement" },
      fields: ["talkDate", "minutes", "agreement", ...promiseFieldNames],
    },
    {
      id: "no-agreement",
      label: { nl: "Er is geen afspraak", en: "There is no agreement" },
      hint: { nl: "Daarna beslist u zelf.", en: "Then you decide yourself." },
      fields: ["talkDate", "minutes"],
    },
    {
      id: "not-held",
      label: { nl: "Het gesprek ging niet door", en: "The talk did not take place" },
      hint: { nl: "U praat dan met iedereen apart.", en: "You then talk with everybody separately." },
      fields: ["notHeldReason"],
    },
  ],
  check: halfPromise,
} as const satisfies TaskKind;
