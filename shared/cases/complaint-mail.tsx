import { renderToString } from "preact-render-to-string";
import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import { composeMail } from "../mail/compose.ts";
import type { Instant } from "../ports.ts";
import type { WrittenComplaint } from "./complaint-form.ts";
import { reportInWords } from "./report-in-words.ts";

/**
 * A form as the mail that its writer could have sent. Who they are stands in its header only: a respondent gets to read the text, and has no
 * need to know where they live. @throws {MailNotComposable}
 */
export function complaintMail(
  { words, form }: WrittenComplaint,
  mailId: string,
  procedure: Procedure,
  language: Language,
  date: Instant,
): Promise<Uint8Array> {
  const { name, email, phone, address } = form.complainant;
  const { complaintsAddress } = procedure.house;
  const { course } = form.report;
  const text = [words, ...reportInWords(form.report, language)].filter((part) => part !== "").join("\n\n");
  return composeMail({
    from: { name, address: email ?? complaintsAddress },
    to: { name: procedure.house.name, address: complaintsAddress },
    subject: course === undefined ? subject[language] : `${about[language]} ${course}`,
    text,
    html: `<!doctype html>${renderToString(<pre>{text}</pre>)}`,
    messageId: `${mailId}@${complaintsAddress.slice(complaintsAddress.lastIndexOf("@") + 1)}`,
    date,
    automatic: "no",
    headers: {
      "X-Form-Channel": form.channel,
      ...(phone !== undefined && { "X-Form-Phone": phone }),
      ...(address !== undefined && { "X-Form-Address": address.replaceAll("\n", ", ") }),
    },
  });
}

const subject = { nl: "Klacht via de website", en: "Complaint through the website" } as const;
const about = { nl: "Klacht over", en: "Complaint about" } as const;
