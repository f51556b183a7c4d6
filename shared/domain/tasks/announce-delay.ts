import { localDay } from "../calendar.ts";
import { dueAt } from "../clocks.ts";
import { paragraphField } from "./common-fields.ts";
import type { Option, TaskKind } from "./task-kind.ts";

/** Why an outcome comes later, as it is counted. */
export const delayReasons = [
  { id: "waiting-complainant", label: { nl: "Wij wachten op de klager", en: "We are waiting for the complainant" } },
  {
    id: "waiting-respondent",
    label: { nl: "Wij wachten op degene over wie het gaat", en: "We are waiting for the person it is about" },
  },
  { id: "absence", label: { nl: "Iemand is er niet", en: "Somebody is away" } },
  { id: "complex", label: { nl: "Het is veel uitzoekwerk", en: "There is a lot to find out" } },
  { id: "other", label: { nl: "Iets anders", en: "Something else" } },
] as const satisfies readonly Option[];

/** The outcome will not be in time: when then, and why (B22). */
export const announceDelay = {
  kind: "announce-delay",
  phase: "handling",
  who: "owner",
  whenExpired: "next-up",
  beside: true,
  hurry: true,
  duties: ["B21", "B22"],
  title: { nl: "Zeg wanneer de uitkomst komt", en: "Say when the outcome will come" },
  purpose: {
    nl: "De tijd voor de uitkomst loopt bijna af. Lukt het op tijd? Zo niet, kies dan een nieuwe datum en leg uit waarom. De klager krijgt daar meteen een brief over.",
    en: "The time for the outcome is nearly up. Will it be in time? If not, choose a new date and explain why. The complainant gets a letter about it at once.",
  },
  fields: [
    {
      name: "newDate",
      label: { nl: "Wanneer komt de uitkomst?", en: "When will the outcome come?" },
      control: { type: "date", when: "coming" },
      keep: "fact",
    },
    {
      name: "delayWhy",
      label: { nl: "Wat is de reden?", en: "What is the reason?" },
      hint: {
        nl: "Alleen voor ons eigen overzicht. Dit komt niet in de brief.",
        en: "Only for our own overview. It is not in the letter.",
      },
      control: { type: "choice", options: delayReasons },
      keep: "fact",
    },
    paragraphField(
      "delayReason",
      { nl: "Waarom duurt het langer?", en: "Why does it take longer?" },
      {
        nl: "De klager en degene over wie het gaat lezen dit.",
        en: "The complainant and the person it is about read this.",
      },
    ),
  ],
  outcomes: [
    {
      id: "delay",
      label: { nl: "Het duurt langer", en: "It takes longer" },
      fields: ["newDate", "delayWhy", "delayReason"],
    },
    { id: "on-time", label: { nl: "Het lukt op tijd", en: "It will be in time" }, fields: [] },
  ],
  check: ({ facts }, dossier, procedure) => {
    const now = localDay(dueAt("decision", dossier, procedure), procedure.calendar.timeZone);
    const chosen = facts["newDate"];
    if (chosen === undefined || chosen > now) return [];
    return [
      {
        field: "newDate",
        message: { nl: "Kies een datum na de datum die nu geldt.", en: "Choose a date after the one that holds now." },
      },
    ];
  },
} as const satisfies TaskKind;
