import { wasAnswered } from "../alarms.ts";
import { isSamePerson, mailboxOf } from "../roles.ts";
import type { ActionKind } from "./action-kind.ts";

/** The complainant does not want to go on. Possible until the outcome is told; we still learn from it. */
export const withdraw = {
  action: "withdraw",
  duties: ["A4"],
  // Who cannot be mailed says so by phone, and the owner records it.
  isFor: ({ by }, dossier, procedure) =>
    dossier.matter.kind === "complaint" &&
    dossier.status === "open" &&
    dossier.withdrawn === undefined &&
    !wasAnswered(dossier) &&
    (by === "complainant" ||
      (mailboxOf("complainant", procedure, dossier) === undefined &&
        isSamePerson(by, dossier.owner, procedure, dossier))),
  title: { nl: "Trek uw klacht in", en: "Withdraw your complaint" },
  purpose: {
    nl: "Wij stoppen dan met uw klacht. Iedereen die ervan weet, hoort dat. Wij kijken nog wel wat wij ervan leren.",
    en: "Then we stop with your complaint. Everybody who knows of it is told. We still look at what we can learn from it.",
  },
  fields: [
    {
      name: "reason",
      label: { nl: "Wilt u zeggen waarom?", en: "Would you like to say why?" },
      hint: { nl: "Dat hoeft niet. Het helpt ons wel.", en: "You do not have to. It does help us." },
      control: { type: "paragraph" },
      optional: true,
      keep: "private",
    },
  ],
  outcomes: [
    {
      id: "withdrawn",
      label: { nl: "Ja, ik trek mijn klacht in", en: "Yes, I withdraw my complaint" },
      fields: ["reason"],
    },
  ],
} as const satisfies ActionKind;
