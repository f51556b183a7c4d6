import { category, proposedToComplainant } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** First look at a complaint: complete the registration and choose the way (A12-A14, B6, B7, B11, B13). */
export const assess = {
  kind: "assess",
  phase: "intake",
  responsibility: "intake",
  duties: ["A4", "A6", "A12", "A14", "A17", "B6", "B7", "B11", "B13"],
  title: { nl: "Beoordeel de klacht", en: "Assess the complaint" },
  purpose: {
    nl: "Lees de klacht, vul de registratie aan en kies hoe het verder gaat.",
    en: "Read the complaint, complete the registration and choose what happens next.",
  },
  fields: [
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
              nl: "Er kan schade of een claim uit komen, of iemand is onveilig.",
              en: "It may lead to damage or a claim, or somebody is not safe.",
            },
          },
        ],
      },
      keep: "fact",
    },
    {
      name: "about",
      label: { nl: "Over wie gaat het?", en: "Who is it about?" },
      hint: {
        nl: "Naam en functie. Gaat het over niemand, schrijf dan waarover.",
        en: "Name and position. If it is about nobody, write what it is about.",
      },
      control: { type: "line" },
      keep: "private",
    },
    {
      name: "course",
      label: { nl: "Welke training of cursus?", en: "Which training or course?" },
      control: { type: "line" },
      optional: true,
      keep: "private",
    },
    {
      name: "talked",
      label: { nl: "Is er al met deze persoon over gesproken?", en: "Has it been talked over with this person?" },
      control: {
        type: "choice",
        options: [
          { id: "yes", label: { nl: "Ja", en: "Yes" } },
          { id: "no", label: { nl: "Nee", en: "No" } },
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
  ],
  outcomes: [
    {
      id: "handle",
      label: { nl: "In behandeling nemen", en: "Take it up" },
      hint: { nl: "De klacht wordt onderzocht.", en: "The complaint will be looked into." },
      fields: ["category", "severity", "about", "course", "talked", "tried"],
    },
    {
      id: "solved",
      label: { nl: "Al opgelost", en: "Solved already" },
      hint: { nl: "U hebt het zelf met de klager opgelost.", en: "You solved it with the complainant yourself." },
      fields: ["category", "severity", "about", "course", "solution"],
    },
    {
      id: "not-a-complaint",
      label: { nl: "Dit is geen klacht", en: "This is not a complaint" },
      hint: {
        nl: "De afzender krijgt uitleg en het juiste adres.",
        en: "The sender gets an explanation and the right address.",
      },
      fields: ["reason", "rightDoor"],
    },
  ],
} as const satisfies TaskKind;
