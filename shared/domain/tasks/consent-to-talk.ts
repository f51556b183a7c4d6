import { optionalParagraph } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** Whether each side is willing to talk together with the owner (A19, A21). */
export const consentToTalk = {
  kind: "consent-to-talk",
  phase: "handling",
  who: "party",
  branch: "mediation",
  whenExpired: "silent",
  duties: ["A18", "A19", "A21"],
  title: { nl: "Wilt u samen om de tafel?", en: "Are you willing to talk together?" },
  purpose: {
    nl: "Wij willen graag met u en de andere kant samen een oplossing zoeken. Degene die de klacht behandelt zit erbij. U mag nee zeggen. Dat werkt niet tegen u. Dan praten wij apart met iedereen, en daarna volgt een besluit.",
    en: "We would like to look for a solution together with you and the other side. Whoever handles the complaint is there too. You may say no. It does not count against you. Then we talk with everybody separately, and a decision follows.",
  },
  fields: [
    optionalParagraph("availability", { nl: "Wanneer kunt u?", en: "When can you come?" }),
    optionalParagraph("whyNot", { nl: "Wilt u zeggen waarom niet?", en: "Would you like to say why not?" }),
  ],
  outcomes: [
    { id: "yes", label: { nl: "Ja, dat wil ik", en: "Yes, I do" }, fields: ["availability"] },
    {
      id: "no",
      label: { nl: "Nee, liever niet", en: "No, I would rather not" },
      hint: {
        nl: "Dan praten wij met u apart. Daarna volgt een besluit. Nee zeggen werkt niet tegen u.",
        en: "Then we talk with you separately. After that a decision follows. Saying no does not count against you.",
      },
      fields: ["whyNot"],
    },
  ],
  forParty: {
    silence: {
      nl: "Dan denken wij dat u geen gesprek samen wilt. Wij praten dan met iedereen apart.",
      en: "Then we take it that you do not want to talk together. We then talk with everybody separately.",
    },
    shows: ["complaint"],
  },
} as const satisfies TaskKind;
