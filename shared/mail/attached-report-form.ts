import { PdfWork } from "../pdf/pdf-work.ts";
import type { FilledReportForm } from "./filled-report-form.ts";
import { MAIL_LIMITS } from "./limits.ts";
import type { MailAttachment, ParsedMail } from "./parsed-mail.ts";
import { readReportForm } from "./report-form.ts";
import { readReportFormPdf } from "./report-form-pdf.ts";

type Read = FilledReportForm | "unreadable" | undefined;

/** A mail is asked more than once, also when others came at the same moment; reading a hostile one takes a second or two. */
const alreadyRead = new WeakMap<ParsedMail["attachments"], { readonly read: Read }>();

/**
 * The first filled-in report form among the attachments of a mail, of whichever organisation and however it is called; `unreadable` when only
 * one came of which we cannot read the answers: left empty, printed and scanned, encrypted or damaged (A13, A14). Never throws and always ends.
 */
export function reportFormOf({ attachments }: Pick<ParsedMail, "attachments">): Read {
  const { read } = alreadyRead.get(attachments) ?? { read: firstIn(attachments) };
  alreadyRead.set(attachments, { read });
  return read;
}

function firstIn(attachments: ParsedMail["attachments"]): Read {
  const work = new PdfWork();
  let found: "unreadable" | undefined;
  for (const attachment of smallFirst(attachments)) {
    const read = readAttached(attachment, work);
    if (typeof read === "object") return read;
    if (read === "unreadable" || isCalledSo(attachment)) found = "unreadable";
  }
  return found;
}

/** A form is small: large files that came with it must not use up what reading may cost. */
const smallFirst = (attachments: readonly MailAttachment[]) => {
  const isLarge = ({ bytes }: MailAttachment) => Number(bytes.length > 1_000_000);
  return attachments.toSorted((one, other) => isLarge(one) - isLarge(other));
};

function readAttached({ contentType, bytes, fileName }: MailAttachment, work: PdfWork): Read {
  const isText = contentType === "text/plain" || fileName.toLowerCase().endsWith(".txt");
  const text = isText ? readReportForm(decoded(bytes.subarray(0, MAIL_LIMITS.text))) : undefined;
  return text ?? readReportFormPdf(bytes, work);
}

/** What old editors save is not always UTF-8. */
function decoded(bytes: Uint8Array): string {
  const text = new TextDecoder("utf-8").decode(bytes);
  return text.includes("\uFFFD") ? new TextDecoder("windows-1252").decode(bytes) : text;
}

/** As the form is called when it is saved: what programs put before or behind it stays. */
const isCalledSo = ({ fileName }: MailAttachment) => /klachtformulier|complaint[-_ ]form/iu.test(fileName);
