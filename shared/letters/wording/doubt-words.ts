import type { Doubt } from "../../domain/doubt.ts";
import type { Text } from "../../domain/text.ts";

/** Why a person has to look at a mail, in a sentence. */
export const doubtInWords: { readonly [One in Doubt]: Text } = {
  virus: {
    nl: "Er zit een virus in. Wij laten de mail niet zien.",
    en: "There is a virus in it. We do not show the mail.",
  },
  spam: { nl: "Het lijkt reclame of oplichting.", en: "It looks like advertising or fraud." },
  "forged-sender": { nl: "De afzender is misschien vervalst.", en: "The sender may be forged." },
  "no-sender": {
    nl: "Er staat geen afzender in aan wie wij kunnen antwoorden.",
    en: "It names no sender whom we can answer.",
  },
  "several-senders": { nl: "Er staan meer afzenders in.", en: "It names more than one sender." },
  "web-form": {
    nl: "De mail komt van een machine, maar misschien voor een mens.",
    en: "A machine sent it, perhaps for a person.",
  },
  "perhaps-automatic": {
    nl: "Het lijkt een automatische mail, maar misschien schreef een mens hem.",
    en: "It looks like an automatic mail, but a person may have written it.",
  },
  unreadable: { nl: "Wij kunnen de mail niet lezen.", en: "We cannot read the mail." },
  empty: { nl: "De mail is leeg.", en: "The mail is empty." },
  "too-big": {
    nl: "Deze mail was groter dan 40 MB. Alleen het begin is bewaard. De afzender hoorde van de eigen mailserver dat de mail te groot is.",
    en: "This mail was over 40 MB. Only its beginning is kept. The sender heard from their own mail server that it is too big.",
  },
  asked: {
    nl: "Wij dachten dat niemand ernaar hoefde te kijken. Een collega denkt van wel.",
    en: "We thought that nobody had to look at it. A colleague thinks otherwise.",
  },
  "too-many": {
    nl: "Van of voor dit adres kwam vandaag heel veel mail. Wij antwoorden er vandaag niet meer op.",
    en: "Very much mail came from or for this address today. We do not answer it any more today.",
  },
};
