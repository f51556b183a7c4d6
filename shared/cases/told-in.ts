import type { Complainant, FiledForm, Report } from "../domain/events.ts";
import type { Language } from "../domain/text.ts";
import type { ParsedMail } from "../mail/parsed-mail.ts";
import { withRemarks } from "../mail/remarks.ts";
import { reportFormOf } from "../mail/report-form.ts";
import { reportInWords } from "./report-in-words.ts";

interface Told {
  readonly complainant: Complainant;
  readonly text: string;
  readonly report?: Report;
}

/**
 * What a mail tells of a complaint: its own words, and what the report form says that came with it (A13, A14). The address stays that of
 * the mail, for nobody has shown that another one is theirs.
 */
export function toldIn(mail: ParsedMail, writer: Complainant, form: FiledForm | undefined, language: Language): Told {
  if (form !== undefined) return { complainant: form.complainant, text: mail.text, report: form.report };
  const attached = reportFormOf(mail);
  if (attached === undefined) return { complainant: writer, text: withRemarks(mail.text, mail, language) };
  const { name = "", phone, address } = attached.complainant;
  const text = [mail.text.trim(), attached.words, ...reportInWords(attached.report, language)];
  return {
    complainant: {
      ...writer,
      name: writer.name === "" ? name : writer.name,
      ...(phone !== undefined && { phone }),
      ...(address !== undefined && { address }),
    },
    text: text.filter((part) => part !== "").join("\n\n"),
    report: attached.report,
  };
}
