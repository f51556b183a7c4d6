import type { Text } from "./text.ts";

export const reportFormTitle = { nl: "Klachtformulier", en: "Complaint form" } as const satisfies Text;

/** What the report form asks, as a text file and as a PDF (A4, A13, A14, B6, B11). Only the first needs an answer. */
export const reportQuestions = {
  words: { nl: "Wat is er gebeurd?", en: "What happened?" },
  name: { nl: "Uw naam", en: "Your name" },
  email: { nl: "Uw e-mailadres", en: "Your e-mail address" },
  phone: { nl: "Uw telefoon", en: "Your phone" },
  address: { nl: "Uw adres, als u liever post krijgt", en: "Your address, if you prefer post" },
  course: { nl: "Over welke training of cursus gaat het?", en: "Which course is it about?" },
  talked: {
    nl: "Hebt u er al over gepraat met de persoon om wie het gaat?",
    en: "Have you talked about it with the person it is about?",
  },
  tried: {
    nl: "Wat is er al gedaan om het op te lossen?",
    en: "What has been done so far to solve it?",
  },
} as const satisfies Readonly<Record<string, Text>>;
export type ReportQuestion = keyof typeof reportQuestions;

/** The questions in their order. */
export const reportQuestionNames = [
  "words",
  "name",
  "email",
  "phone",
  "address",
  "course",
  "talked",
  "tried",
] as const satisfies readonly ReportQuestion[];

/** What a question is called inside the PDF, in every language and of every organisation. */
export const reportFieldName = (question: ReportQuestion): string => `wederhoor-${question}`;

/** The field that nobody sees and that says which form it is: organisation, version of its procedure, language. */
export const reportMarkName = "wederhoor-form";
