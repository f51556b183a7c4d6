import { reportFieldName, reportMarkName, reportQuestionNames } from "../domain/report-questions.ts";
import { pdfFields, pdfKeywords } from "../pdf/pdf-fields.ts";
import { isPdf, pdfObjects } from "../pdf/pdf-objects.ts";
import type { PdfWork } from "../pdf/pdf-work.ts";
import { type FilledReportForm, filledReportForm } from "./filled-report-form.ts";

const names = new Set([reportMarkName, ...reportQuestionNames.map(reportFieldName)]);

/** Bytes of one PDF. The form is of 20 KB, and of half a MB when a program put its own fonts into it. */
const largest = 8_000_000;

/**
 * What a PDF tells if it is our report form: what was filled in, `unreadable` when it is ours and no answer is in it (left empty, or made
 * into a picture), and `undefined` when it is something else. Never throws and always ends.
 */
export function readReportFormPdf(bytes: Uint8Array, work: PdfWork): FilledReportForm | "unreadable" | undefined {
  if (!isPdf(bytes)) return undefined;
  const ours = isMarked(bytes) ? "unreadable" : undefined;
  if (bytes.length > largest) return ours;
  try {
    const objects = pdfObjects(bytes, work);
    const fields = pdfFields(objects, names, work);
    const filled = filledReportForm((question) => fields.get(reportFieldName(question)) ?? "");
    if (filled !== undefined) return filled;
    return fields.size > 0 || pdfKeywords(objects, work).includes(reportMarkName) ? "unreadable" : ours;
  } catch {
    // Too much work, or a file that is odd in a way we did not think of: a person looks at it.
    return ours;
  }
}

/** The mark stands among the properties of the document too, which mostly stay when the fields are made into a picture. */
function isMarked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(reportMarkName);
}
