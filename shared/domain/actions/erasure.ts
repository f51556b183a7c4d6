import type { Dossier } from "../dossier.ts";
import { isHeld } from "../erasure.ts";
import { isStaff, type Party } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import { isSamePerson } from "../roles.ts";
import { mayReadFile } from "../seats.ts";
import type { ActionKind, Actor } from "./action-kind.ts";
import { reason } from "./reason.ts";

/** Personal data of this case have to be kept longer than usual, for a reason such as a lawsuit. */
export const holdErasure = {
  action: "hold-erasure",
  duties: [],
  isFor: (actor, dossier, procedure, now) =>
    answersForClosed(actor, dossier, procedure) && !isHeld(dossier, procedure, now),
  title: { nl: "Bewaar de persoonsgegevens langer", en: "Keep the personal data longer" },
  purpose: {
    nl: "Wij wissen namen en teksten als een zaak lang dicht is. Doe dit alleen als wij ze echt nog nodig hebben, bijvoorbeeld voor een rechtszaak.",
    en: "We erase names and texts when a case has been closed for long. Only do this when we really still need them, for example for a lawsuit.",
  },
  fields: [
    {
      name: "holdUntil",
      label: { nl: "Tot welke dag?", en: "Until which day?" },
      hint: { nl: "Weet u dat nog niet? Laat het dan leeg.", en: "Do you not know yet? Then leave it empty." },
      control: { type: "date", when: "coming" },
      optional: true,
      keep: "fact",
    },
    reason,
  ],
  outcomes: [{ id: "held", label: { nl: "Langer bewaren", en: "Keep longer" }, fields: ["holdUntil", "reason"] }],
} as const satisfies ActionKind;

/** They are not needed any more: they go after the usual time, which is announced once more. */
export const liftHold = {
  action: "lift-hold",
  duties: [],
  isFor: (actor, dossier, procedure, now) =>
    answersForClosed(actor, dossier, procedure) && isHeld(dossier, procedure, now),
  title: { nl: "Bewaar de persoonsgegevens niet langer", en: "Keep the personal data no longer" },
  purpose: {
    nl: "Wij wissen ze dan na de gewone tijd. U krijgt daarover eerst nog een mail.",
    en: "Then we erase them after the usual time. You get a mail about that first.",
  },
  fields: [],
  outcomes: [{ id: "lifted", label: { nl: "Niet langer bewaren", en: "Keep no longer" }, fields: [] }],
} as const satisfies ActionKind;

/** The owner, or the director, of a closed file in which there still are personal data. */
function answersForClosed({ by }: Actor, dossier: Dossier, procedure: Procedure): boolean {
  const director: Party = `role:${procedure.responsibilities.director}`;
  return (
    dossier.status === "closed" &&
    dossier.erasure.erasedAt === undefined &&
    isStaff(by) &&
    mayReadFile(by, dossier, procedure) &&
    [dossier.owner, director].some((one) => isSamePerson(by, one, procedure, dossier))
  );
}
