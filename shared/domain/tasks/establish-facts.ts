import { category, cause, proposedToComplainant } from "./common-fields.ts";
import { latestFact } from "./prefill.ts";
import type { TaskKind } from "./task-kind.ts";

/** What happened, whether the complaint is founded, and why it could happen (A16, B23, B30, B32). */
export const establishFacts = {
  kind: "establish-facts",
  phase: "analysis",
  responsibility: "owner",
  duties: ["A16", "A17", "B17", "B20", "B23", "B24", "B30", "B32"],
  title: { nl: "Stel vast wat er is gebeurd", en: "Establish what happened" },
  purpose: {
    nl: "Praat met de klager en met degene over wie het gaat. Leg vast wat u vond en wat de oorzaak is.",
    en: "Talk to the complainant and to the person it is about. Record what you found and what the cause is.",
  },
  fields: [
    {
      name: "spokenOn",
      label: { nl: "Wanneer had u contact met de klager?", en: "When were you in touch with the complainant?" },
      hint: {
        nl: "Per mail, telefoon of in een gesprek. De ontvangstbevestiging telt niet.",
        en: "By mail, by phone or in person. The receipt does not count.",
      },
      control: { type: "date", when: "past" },
      optional: true,
      keep: "fact",
    },
    {
      name: "whatHappened",
      label: { nl: "Wat is er gebeurd?", en: "What happened?" },
      hint: proposedToComplainant({
        nl: "Schrijf van beide kanten op wat zij vertelden, en wat volgens u vaststaat.",
        en: "Write what both sides told you, and what you consider established.",
      }),
      control: { type: "paragraph" },
      keep: "private",
    },
    {
      name: "finding",
      label: { nl: "Is de klacht terecht?", en: "Is the complaint founded?" },
      control: {
        type: "choice",
        options: [
          { id: "founded", label: { nl: "Ja", en: "Yes" } },
          { id: "partly-founded", label: { nl: "Voor een deel", en: "Partly" } },
          { id: "unfounded", label: { nl: "Nee", en: "No" } },
          { id: "cannot-be-established", label: { nl: "Niet vast te stellen", en: "Cannot be established" } },
        ],
      },
      keep: "fact",
    },
    category,
    cause,
  ],
  outcomes: [
    {
      id: "established",
      label: { nl: "Vastgesteld", en: "Established" },
      fields: ["spokenOn", "whatHappened", "finding", "category", "cause"],
    },
  ],
  prefill: (dossier) => latestFact(dossier, "category"),
} as const satisfies TaskKind;
