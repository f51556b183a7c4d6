import { PDFDocument } from "@cantoo/pdf-lib";
import { type ReportQuestion, reportFieldName } from "../../shared/domain/report-questions.ts";

/** The form with this typed at its questions, saved as the library saves. `talked` is the button that is pressed. */
export async function filledPdf(
  form: Uint8Array,
  answers: Readonly<Partial<Record<ReportQuestion, string>>>,
  useObjectStreams = true,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(form, { updateMetadata: false });
  const { talked, ...typed } = answers;
  for (const [question, answer] of Object.entries(typed)) {
    document.getForm().getTextField(`wederhoor-${question}`).setText(answer);
  }
  if (talked !== undefined) document.getForm().getRadioGroup(reportFieldName("talked")).select(talked);
  return document.save({ useObjectStreams, updateFieldAppearances: false });
}
