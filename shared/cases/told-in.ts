import type { Complainant, FiledForm, Report } from "../domain/events.ts";
import type { Language, Text } from "../domain/text.ts";
import { reportFormOf } from "../mail/attached-report-form.ts";
import type { FilledReportForm } from "../mail/filled-report-form.ts";
import { MAIL_LIMITS } from "../mail/limits.ts";
import type { ParsedMail } from "../mail/parsed-mail.ts";
import { manyLines } from "../mail/plain-text.ts";
import { formSays, formUnread, withRemarks } from "../mail/remarks.ts";
import { reportInWords } from "./report-in-words.ts";

interface Told {
  readonly complainant: Complainant;
  readonly text: string;
  readonly report?: Report;
  readonly formUnread?: true;
}

/**
 * What a mail tells of a complaint: its own words, and what the report form says that came with it (A13, A14). The address stays that of
 * the mail, for nobody has shown that another one is theirs.
 */
export function toldIn(mail: ParsedMail, writer: Complainant, form: FiledForm | undefined, language: Language): Told {
  if (form !== undefined) return { complainant: form.complainant, text: mail.text, report: form.report };
  const attached = reportFormOf(mail);
  const text = wordsWith(attached, mail, language);
  if (attached === undefined) return { complainant: writer, text };
  if (attached === "unreadable") return { complainant: writer, text, formUnread: true };
  const { name = "", phone, address } = attached.complainant;
  return {
    complainant: {
      ...writer,
      name: writer.name === "" ? name : writer.name,
      ...(phone !== undefined && { phone }),
      ...(address !== undefined && { address }),
    },
    text,
    report: attached.report,
  };
}

/** The words of a mail that adds to a case, and those on the report form that came with it. */
export function addedIn(mail: ParsedMail, language: Language): string {
  return wordsWith(reportFormOf(mail), mail, language);
}

/** In which words to look for the language of whoever wrote: in a mail that only brings the form they stand there. */
export function ownWordsIn(mail: ParsedMail): string {
  if (mail.text.trim() !== "") return mail.text;
  const attached = reportFormOf(mail);
  return attached === undefined || attached === "unreadable" ? "" : [attached.words, attached.report.tried].join("\n");
}

function wordsWith(
  attached: FilledReportForm | "unreadable" | undefined,
  mail: ParsedMail,
  language: Language,
): string {
  if (attached === undefined) return withRemarks(mail.text, mail, language);
  if (attached === "unreadable") return `${withRemarks(mail.text, mail, language)}\n\n[${formUnread[language]}]`.trim();
  const onForm = [
    attached.words,
    ...reportInWords(attached.report, language),
    ...otherwiseNamed(attached, mail, language),
  ].filter((part) => part !== "");
  const own = mail.text.trim();
  if (onForm.length === 0) return own;
  const form = [formSays[language], ...onForm].join("\n\n");
  // The form is what somebody wrote for us: a long mail gives way.
  const room = Math.max(0, MAIL_LIMITS.text - form.length - 2);
  return [manyLines(own, room).trim(), form].filter((part) => part !== "").join("\n\n");
}

/** Who filled in the form, where that is not what the mail says of its sender: the case goes by the mail, but nothing is to be lost. */
function otherwiseNamed(
  { complainant }: FilledReportForm,
  { from }: ParsedMail,
  language: Language,
): readonly string[] {
  const { name = "", email = "" } = complainant;
  const isOther = (onForm: string, inMail = "") => onForm !== "" && onForm.toLowerCase() !== inMail.toLowerCase();
  // A mail that names nobody takes the name of its form.
  const isNameTaken = from !== undefined && from.name === "";
  return [
    ...(!isNameTaken && isOther(name, from?.name) ? [`${nameOnForm[language]}\n${name}`] : []),
    ...(isOther(email, from?.address) ? [`${addressOnForm[language]}\n${email}`] : []),
  ];
}

const nameOnForm: Text = { nl: "Naam op het formulier:", en: "Name on the form:" };
const addressOnForm: Text = { nl: "Mailadres op het formulier:", en: "Mail address on the form:" };
