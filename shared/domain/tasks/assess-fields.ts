import { category, onePerLine, proposedToComplainant, yesOrNo } from "./common-fields.ts";
import type { Field } from "./task-kind.ts";

/** What is asked about a complaint at the first look: one set of fields for all ways in which it comes in (B11). */
export const assessFields = [
  {
    name: "question",
    label: { nl: "Wat wilt u vragen?", en: "What do you want to ask?" },
    control: { type: "paragraph" },
    keep: "private",
  },
  {
    name: "consultWhom",
    label: { nl: "Aan wie?", en: "Whom?" },
    control: { type: "choice", from: "consultable" },
    keep: "fact",
  },
  category,
  {
    name: "severity",
    label: { nl: "Hoe ernstig is de klacht?", en: "How serious is the complaint?" },
    control: {
      type: "choice",
      options: [
        { id: "ordinary", label: { nl: "Gewoon", en: "Ordinary" } },
        {
          id: "serious",
          label: { nl: "Ernstig", en: "Serious" },
          hint: {
            nl: "Er is schade, of iemand is niet veilig.",
            en: "There is damage, or somebody is not safe.",
          },
        },
      ],
    },
    keep: "fact",
  },
  {
    name: "claim",
    label: { nl: "Kan er een claim uit komen?", en: "May it lead to a claim?" },
    hint: {
      nl: "Bijvoorbeeld: iemand wil geld terug of vergoeding van schade.",
      en: "For example: somebody wants money back or damages.",
    },
    control: { type: "choice", options: yesOrNo },
    keep: "fact",
  },
  {
    name: "respondentStaff",
    label: { nl: "Over welke collega's gaat het?", en: "Which colleagues is it about?" },
    hint: {
      nl: "Wie u kiest, behandelt deze klacht niet en leest het dossier niet.",
      en: "Whoever you choose does not handle this complaint and does not read the file.",
    },
    control: { type: "several", from: "people" },
    optional: true,
    keep: "private",
  },
  {
    name: "respondentOthers",
    label: { nl: "Over wie gaat het nog meer?", en: "Who else is it about?" },
    hint: onePerLine,
    control: { type: "people", atMost: 9 },
    optional: true,
    keep: "private",
  },
  {
    name: "client",
    label: { nl: "Voor welke opdrachtgever was de training?", en: "For which client was the training?" },
    hint: {
      nl: "Naam, mailadres. De opdrachtgever krijgt een brief als de klacht klaar is.",
      en: "Name, mail address. The client gets a letter when the complaint is done.",
    },
    control: { type: "people", atMost: 1 },
    optional: true,
    keep: "private",
  },
  {
    name: "course",
    label: { nl: "Welke training of cursus?", en: "Which training or course?" },
    hint: {
      nl: "Alleen de naam van de training, geen namen van mensen. Dit blijft in het register staan.",
      en: "Only the name of the training, no names of people. This stays in the register.",
    },
    control: { type: "line" },
    optional: true,
    keep: "fact",
  },
  {
    name: "talked",
    label: { nl: "Is er al met deze persoon over gesproken?", en: "Has it been talked over with this person?" },
    control: {
      type: "choice",
      options: [
        ...yesOrNo,
        { id: "unknown", label: { nl: "Dat staat er niet bij", en: "The complaint does not say" } },
      ],
    },
    keep: "fact",
  },
  {
    name: "tried",
    label: { nl: "Wat is er al geprobeerd?", en: "What has been tried already?" },
    control: { type: "paragraph" },
    optional: true,
    keep: "private",
  },
  {
    name: "hold",
    label: { nl: "Moet de kopie nog wachten?", en: "Does the copy have to wait?" },
    hint: {
      nl: "Degene over wie het gaat, krijgt een kopie van de klacht. Houd die alleen tegen als dat echt nodig is.",
      en: "The person it is about gets a copy of the complaint. Hold it back only when that is really needed.",
    },
    control: {
      type: "choice",
      options: [
        { id: "no", label: { nl: "Nee, stuur de kopie", en: "No, send the copy" } },
        { id: "yes", label: { nl: "Ja, houd de kopie nog tegen", en: "Yes, hold the copy back for now" } },
      ],
    },
    optional: true,
    keep: "fact",
  },
  {
    name: "holdReason",
    label: { nl: "Waarom moet de kopie wachten?", en: "Why does the copy have to wait?" },
    control: { type: "line" },
    optional: true,
    keep: "private",
  },
  {
    name: "solution",
    label: { nl: "Hoe is het opgelost?", en: "How was it solved?" },
    hint: proposedToComplainant({
      nl: "Wat is afgesproken, met wie, en is de klager tevreden?",
      en: "What was agreed, with whom, and is the complainant satisfied?",
    }),
    control: { type: "paragraph" },
    keep: "private",
  },
  {
    name: "reason",
    label: { nl: "Waarom is dit geen klacht?", en: "Why is this not a complaint?" },
    hint: { nl: "De afzender leest dit in de brief.", en: "The sender reads this in the letter." },
    control: { type: "paragraph" },
    keep: "private",
  },
  {
    name: "rightDoor",
    label: { nl: "Waar kan de afzender wel terecht?", en: "Where can the sender go instead?" },
    control: { type: "line" },
    keep: "private",
  },
] as const satisfies readonly Field[];
