import { paragraphField } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** Each side answers what the other told (A16). */
export const replyToAccount = {
  kind: "reply-to-account",
  phase: "analysis",
  who: "party",
  whenExpired: "silent",
  duties: ["A16"],
  title: { nl: "Reageer op wat de ander vertelde", en: "Answer what the other told" },
  purpose: {
    nl: "Hieronder leest u wat de andere kant vertelde. Klopt het volgens u? Wat wilt u erover zeggen?",
    en: "Below you can read what the other side told. Is it right in your view? What do you want to say about it?",
  },
  fields: [paragraphField("reply", { nl: "Uw reactie", en: "Your answer" })],
  outcomes: [
    { id: "replied", label: { nl: "Ik reageer", en: "I answer" }, fields: ["reply"] },
    { id: "nothing-to-add", label: { nl: "Ik heb niets toe te voegen", en: "I have nothing to add" }, fields: [] },
  ],
  forParty: {
    silence: {
      nl: "Dan gaan wij verder met wat u al vertelde.",
      en: "Then we go on with what you told before.",
    },
    shows: ["complaint", "accounts"],
  },
} as const satisfies TaskKind;
