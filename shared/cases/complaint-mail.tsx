import { renderToString } from "preact-render-to-string";
import type { Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { composeMail } from "../mail/compose.ts";
import type { Instant } from "../ports.ts";
import type { WrittenComplaint } from "./complaint-form.ts";

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
  const text = [words, ...answers(form.report, language)].filter((part) => part !== "").join("\n\n");
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

/** Each question with its answer, as far as there is one (A14). */
function answers({ course, talked, tried }: WrittenComplaint["form"]["report"], language: Language): readonly string[] {
  const answer = (question: Text, given: string | undefined) =>
    given === undefined ? [] : [`${question[language]}\n${given}`];
  return [
    ...answer({ nl: "Welke training of cursus:", en: "Which course:" }, course),
    ...answer(
      { nl: "Al contact gehad met de persoon over wie het gaat:", en: "In touch already with the person it is about:" },
      talked === undefined ? undefined : yesOrNo[talked][language],
    ),
    ...answer({ nl: "Wat er al is geprobeerd:", en: "What was tried already:" }, tried),
  ];
}

const yesOrNo = { yes: { nl: "ja", en: "yes" }, no: { nl: "nee", en: "no" } } as const;
