import type { Answer, Problem, TaskKind } from "./task-kind.ts";

/** A colleague sent a complaint in: whose is it, and how can we reach them (B5, B14)? The receipt waits for it. */
export const completeRegistration = {
  kind: "complete-registration",
  phase: "intake",
  who: "colleague",
  duties: ["A23", "B5", "B6", "B11", "B13", "B14"],
  whenExpired: "next-up",
  hurry: true,
  needed: ({ passedOnBy, identified }) => passedOnBy !== undefined && !identified,
  title: { nl: "Zeg van wie de klacht is", en: "Say whose complaint it is" },
  purpose: {
    nl: "Een collega stuurde deze klacht in. Wij willen weten wie klaagt. Dan krijgt die persoon bericht dat de klacht er is.",
    en: "A colleague sent this complaint in. We want to know who complains. Then that person is told that we have it.",
  },
  fields: [
    {
      name: "channel",
      label: { nl: "Hoe kwam de klacht binnen?", en: "How did the complaint come in?" },
      control: {
        type: "choice",
        options: [
          { id: "phone", label: { nl: "Per telefoon", en: "By phone" } },
          { id: "counter", label: { nl: "In een gesprek", en: "In person" } },
          { id: "letter", label: { nl: "Per brief", en: "By letter" } },
          { id: "email", label: { nl: "Per mail", en: "By mail" } },
        ],
      },
      keep: "fact",
    },
    {
      name: "complainantName",
      label: { nl: "Hoe heet de klager?", en: "What is the name of the complainant?" },
      control: { type: "line" },
      keep: "private",
    },
    {
      name: "complainantEmail",
      label: { nl: "Mailadres van de klager", en: "Mail address of the complainant" },
      hint: {
        nl: "Met een mailadres krijgt de klager meteen bericht. Anders brengt een collega elke brief over.",
        en: "With a mail address the complainant is told at once. Without one a colleague brings each letter over.",
      },
      control: { type: "email" },
      optional: true,
      keep: "private",
    },
    {
      name: "complainantPhone",
      label: { nl: "Telefoonnummer van de klager", en: "Phone number of the complainant" },
      control: { type: "line" },
      optional: true,
      keep: "private",
    },
    {
      name: "complainantAddress",
      label: { nl: "Postadres van de klager", en: "Postal address of the complainant" },
      control: { type: "paragraph" },
      optional: true,
      keep: "private",
    },
    {
      name: "complainantLanguage",
      label: { nl: "Welke taal leest de klager?", en: "Which language does the complainant read?" },
      control: {
        type: "choice",
        options: [
          { id: "nl", label: { nl: "Nederlands", en: "Dutch" } },
          { id: "en", label: { nl: "Engels", en: "English" } },
        ],
      },
      askedWhen: (_dossier, { house }) => house.languages.length > 1,
      keep: "fact",
    },
    {
      name: "complaint",
      label: { nl: "Wat is de klacht?", en: "What is the complaint?" },
      hint: {
        nl: "Schrijf het op in de woorden van de klager. Haal weg wat er niet bij hoort.",
        en: "Write it in the words of the complainant. Take out what does not belong to it.",
      },
      control: { type: "paragraph" },
      keep: "private",
    },
  ],
  outcomes: [
    {
      id: "passed-on",
      label: { nl: "De klacht is van iemand anders", en: "The complaint is somebody else's" },
      fields: [
        "channel",
        "complainantName",
        "complainantEmail",
        "complainantPhone",
        "complainantAddress",
        "complainantLanguage",
        "complaint",
      ],
    },
    {
      id: "own",
      label: {
        nl: "De collega die de klacht stuurde, klaagt zelf",
        en: "The colleague who sent it in is the one who complains",
      },
      fields: [],
    },
  ],
  prefill: ({ language, text }) => ({ complainantLanguage: language, complaint: text }),
  check: ({ outcome, private: words }: Answer): readonly Problem[] => {
    const ways = ["complainantEmail", "complainantPhone", "complainantAddress"];
    if (outcome === "own" || ways.some((way) => words[way] !== undefined)) return [];
    return [
      {
        field: "complainantEmail",
        message: {
          nl: "Vul een mailadres, een telefoonnummer of een postadres in. Anders kunnen wij de klager niet bereiken.",
          en: "Enter a mail address, a phone number or a postal address. Else we cannot reach the complainant.",
        },
      },
    ];
  },
} as const satisfies TaskKind;
