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
    nl: "Wij willen graag met u en de andere kant praten en samen een oplossing zoeken. U mag nee zeggen.",
    en: "We would like to talk with you and the other side and look for a solution together. You may say no.",
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
      hint: { nl: "Dan praten wij met u apart.", en: "Then we talk with you separately." },
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
