import type { TaskKind } from "./task-kind.ts";

/** With advice in hand the complainant chooses whether it becomes a complaint after all (A8). */
export const chooseAfterAdvice = {
  kind: "choose-after-advice",
  phase: "intake",
  who: "complainant",
  branch: "advice",
  duties: ["A8"],
  whenExpired: "silent",
  title: { nl: "Kies wat u met ons advies wilt", en: "Choose what to do with our advice" },
  purpose: {
    nl: "U leest hier ons advies. Is het zo goed? Of wilt u toch een klacht indienen? De keus is aan u.",
    en: "Here you read our advice. Is this enough? Or do you want to file a complaint after all? It is up to you.",
  },
  fields: [
    {
      name: "remark",
      label: { nl: "Wilt u nog iets kwijt?", en: "Is there anything you want to add?" },
      control: { type: "paragraph" },
      optional: true,
      keep: "private",
    },
  ],
  outcomes: [
    {
      id: "settled",
      label: { nl: "Het is zo goed", en: "This is enough" },
      hint: { nl: "Wij sluiten de zaak.", en: "We close the case." },
      fields: ["remark"],
    },
    {
      id: "official",
      label: { nl: "Er moet toch een klacht komen", en: "It has to become a complaint" },
      hint: {
        nl: "Wij zoeken het uit en horen beide kanten.",
        en: "We look into it and hear both sides.",
      },
      fields: ["remark"],
    },
  ],
  forParty: {
    silence: {
      nl: "Dan sluiten wij de zaak. Er komt geen klacht. U kunt later altijd nog een klacht sturen.",
      en: "Then we close the case. No complaint is made of it. You can still send a complaint later.",
    },
    shows: ["advice"],
  },
} as const satisfies TaskKind;
