import type { Dossier } from "../dossier.ts";
import { mailsHeld, saidInMail } from "../held-mail.ts";
import { optionalParagraph } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

const who = ["complainantName", "complainantEmail"] as const;

/** A mail came in of which a machine should not decide what it is (A12, A23, B14): nothing that comes in is lost. */
export const lookAtMail = {
  kind: "look-at-mail",
  phase: "intake",
  who: "intake",
  matter: "mail",
  whenExpired: "next-up",
  beside: true,
  hurry: true,
  duties: ["A12", "A23", "B9", "B14"],
  title: { nl: "Kijk naar een mail", en: "Look at a mail" },
  purpose: {
    nl: "Deze mail kwam binnen op het klachtenadres. De afzender kreeg nog geen bericht. Wij weten niet zeker wat het is. Zegt u het?",
    en: "This mail came in at the complaints address. The sender has not heard from us yet. We are not sure what it is. Can you say?",
  },
  fields: [
    {
      name: "complainantName",
      label: { nl: "Hoe heet de klager?", en: "What is the name of the complainant?" },
      control: { type: "line" },
      optional: true,
      keep: "private",
    },
    {
      name: "complainantEmail",
      label: { nl: "Mailadres van de klager", en: "Mail address of the complainant" },
      hint: {
        nl: "Hier gaat de ontvangstbevestiging naartoe. Twijfelt u of het adres echt is? Laat het leeg: dan brengt een collega de brieven over.",
        en: "The receipt goes here. Are you not sure that the address is real? Leave it empty: then a colleague brings the letters over.",
      },
      control: { type: "email" },
      optional: true,
      keep: "private",
    },
    {
      name: "caseNumber",
      label: { nl: "Bij welke zaak hoort het?", en: "Which case does it belong to?" },
      hint: {
        nl: "Het nummer staat in de brieven en op de pagina van de zaak.",
        en: "The number stands in the letters and on the page of the case.",
      },
      control: { type: "line" },
      keep: "private",
    },
    {
      name: "notForUs",
      label: { nl: "Wat is het?", en: "What is it?" },
      control: {
        type: "choice",
        options: [
          { id: "advertising", label: { nl: "Reclame of oplichting", en: "Advertising or fraud" } },
          { id: "machine", label: { nl: "Een bericht van een machine", en: "A message from a machine" } },
          { id: "other-door", label: { nl: "Bedoeld voor een ander adres", en: "Meant for another address" } },
          { id: "nothing", label: { nl: "Er staat niets in", en: "There is nothing in it" } },
        ],
      },
      keep: "fact",
    },
    optionalParagraph("remark", { nl: "Wilt u er iets bij zeggen?", en: "Would you like to add something?" }),
  ],
  outcomes: [
    {
      id: "new-case",
      label: { nl: "Dit is een klacht", en: "This is a complaint" },
      hint: {
        nl: "Er komt een zaak van. De klager krijgt bericht dat wij de klacht hebben.",
        en: "It becomes a case. The complainant is told that we have the complaint.",
      },
      fields: who,
    },
    {
      id: "belongs",
      label: { nl: "Dit hoort bij een zaak", en: "This belongs to a case" },
      hint: {
        nl: "De mail komt in die zaak. Wie de zaak behandelt, krijgt bericht.",
        en: "The mail goes into that case. Whoever handles the case is told.",
      },
      fields: ["caseNumber"],
    },
    {
      id: "not-for-us",
      label: { nl: "Dit is niet voor ons", en: "This is not for us" },
      hint: {
        nl: "Wij doen er niets mee. De mail blijft bewaard zolang als een afgesloten zaak.",
        en: "We do nothing with it. The mail is kept as long as a closed case.",
      },
      fields: ["notForUs", "remark"],
    },
    {
      id: "one-by-one",
      label: { nl: "Ik wil ze één voor één bekijken", en: "I want to look at them one by one" },
      hint: {
        nl: "U krijgt voor elke mail een eigen taak.",
        en: "You get a task for each mail.",
      },
      fields: [],
      offeredWhen: (dossier: Dossier) => mailsHeld(dossier).length > 1,
    },
  ],
  prefill: (dossier: Dossier, procedure): Readonly<Record<string, string>> => saidInMail(dossier, procedure),
} as const satisfies TaskKind;
