import type { LetterKind } from "../../domain/letter-kinds.ts";
import type { Text } from "../../domain/text.ts";

/** What each kind of letter is called where one is spoken of, in a few words: in lists, on pages, in a task to bring one over. */
export const letterNames = {
  receipt: { nl: "ontvangstbevestiging", en: "receipt" },
  task: { nl: "taak", en: "task" },
  reminder: { nl: "herinnering", en: "reminder" },
  overdue: { nl: "te laat", en: "overdue" },
  escalation: { nl: "nog steeds niet gedaan", en: "still not done" },
  "taken-over": { nl: "taak is overgenomen", en: "task was taken over" },
  "handed-over": { nl: "taak is overgedragen", en: "task was handed over" },
  "case-warning": { nl: "termijn van de zaak", en: "term of the case" },
  "owner-assigned": { nl: "de zaak is nu van u", en: "the case is yours now" },
  question: { nl: "vraag", en: "question" },
  "question-reminder": { nl: "herinnering aan een vraag", en: "reminder of a question" },
  copy: { nl: "kopie van de klacht", en: "copy of the complaint" },
  "copy-inside": { nl: "afschrift voor collega's", en: "copy for colleagues" },
  "talk-invitation": { nl: "uitnodiging om te praten", en: "invitation to talk" },
  "talk-invitation-respondent": { nl: "verzoek om te praten", en: "request to talk" },
  delay: { nl: "het duurt langer", en: "it takes longer" },
  "delay-respondent": { nl: "het duurt langer, voor de ander", en: "it takes longer, for the other" },
  "delay-unknown": { nl: "te laat, nog zonder nieuwe datum", en: "late, without a new date yet" },
  "delay-unknown-respondent": {
    nl: "te laat, nog zonder nieuwe datum, voor de ander",
    en: "late, without a new date yet, for the other",
  },
  outcome: { nl: "uitkomst", en: "outcome" },
  "outcome-respondent": { nl: "uitkomst voor de ander", en: "outcome for the other" },
  "outcome-client": { nl: "uitkomst voor de opdrachtgever", en: "outcome for the client" },
  "outcome-inside": { nl: "uitkomst voor collega's", en: "outcome for colleagues" },
  referral: { nl: "verwijzing", en: "referral" },
  withdrawn: { nl: "klacht is ingetrokken", en: "complaint was withdrawn" },
  "withdrawn-respondent": { nl: "klacht is ingetrokken, voor de ander", en: "complaint was withdrawn, for the other" },
  closing: { nl: "klacht is afgesloten", en: "complaint was closed" },
  reopened: { nl: "klacht is heropend", en: "complaint was opened again" },
  "reopened-respondent": { nl: "klacht is heropend, voor de ander", en: "complaint was opened again, for the other" },
  "message-filed": { nl: "nieuw bericht in de zaak", en: "new message in the case" },
} as const satisfies Record<LetterKind, Text>;
