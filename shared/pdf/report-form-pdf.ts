import { PDFDict, PDFDocument, PDFName, PDFString, StandardFonts } from "@cantoo/pdf-lib";
import type { Procedure } from "../domain/procedure.ts";
import {
  type ReportQuestion,
  reportFieldName,
  reportFormTitle,
  reportMarkName,
  reportQuestions,
} from "../domain/report-questions.ts";
import type { Language } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { textWidth } from "./form-look.ts";
import { FormSheets } from "./form-sheets.ts";
import { formWords } from "./report-form-words.ts";

/**
 * The report form as a PDF to fill in, on a screen or with a pen, made of the procedure file (A13, A14, A4, B6, B11). It is tagged, has a title and a
 * language, and says by itself of which organisation and version it is. The same procedure always gives the same bytes.
 */
export async function reportFormPdf(procedure: Procedure, language: Language): Promise<Uint8Array> {
  const { house } = procedure;
  const say = speaking(language);
  const title = `${say(reportFormTitle)} · ${house.name}`;
  const document = await PDFDocument.create({ updateMetadata: false });
  const mark = `${procedure.id} ${procedure.version} ${language}`;
  describe(document, { title, author: house.name, language, mark });
  const face = {
    regular: document.embedStandardFont(StandardFonts.Helvetica),
    bold: document.embedStandardFont(StandardFonts.HelveticaBold),
  };
  const sheets = new FormSheets(document, face);
  const words = formWords(procedure, language);

  const ask = (question: ReportQuestion, box: Parameters<FormSheets["box"]>[2], hint?: string) => {
    const label = say(reportQuestions[question]);
    const place = {
      ...(box.left !== undefined && { left: box.left }),
      ...(box.width !== undefined && { width: box.width }),
    };
    sheets.words(label, "P", { bold: true, after: hint === undefined ? 3 : 0, ...place });
    if (hint !== undefined) sheets.words(hint, "P", { size: 9.5, colour: "quiet", after: 3, ...place });
    sheets.box(reportFieldName(question), [label, hint].filter((part) => part !== undefined).join(" "), box);
  };

  sheets.words(house.name, "P", { colour: "quiet", after: 0 });
  sheets.words(say(reportFormTitle), "H1");
  sheets.words(words.lead, "P", { size: 12, after: 4 });
  for (const { heading, paragraphs } of words.about) {
    sheets.words(heading, "H2");
    for (const paragraph of paragraphs) sheets.words(paragraph);
  }
  sheets.words(words.yourComplaint, "H2");
  ask("words", { height: sheets.room - 40, manyLines: true }, words.hints.words);
  sheets.hidden(reportMarkName, mark);

  sheets.nextSheet();
  sheets.words(words.answering.heading, "H2", { before: 0 });
  sheets.words(words.answering.why, "P", { after: 8 });
  ask("name", { height: 26 });
  const half = (textWidth - 16) / 2;
  sheets.beside(
    () => ask("email", { height: 26, width: half }),
    () => ask("phone", { height: 26, width: half, left: half + 16 }),
  );
  ask("address", { height: 66, manyLines: true });
  sheets.words(words.more.heading, "H2");
  sheets.words(words.more.why, "P", { after: 8 });
  ask("course", { height: 26 });
  const talked = say(reportQuestions.talked);
  sheets.words(talked, "P", { bold: true });
  sheets.choice(reportFieldName("talked"), talked, [
    { id: "yes", label: say({ nl: "Ja", en: "Yes" }) },
    { id: "no", label: say({ nl: "Nee", en: "No" }) },
  ]);
  ask("tried", { height: sheets.room - 62, manyLines: true });
  sheets.words(words.done, "P", { bold: true, before: 4 });

  sheets.foot(title, (sheet, of) => say({ nl: `bladzijde ${sheet} van ${of}`, en: `page ${sheet} of ${of}` }));
  sheets.finish();
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}

interface Description {
  readonly title: string;
  readonly author: string;
  readonly language: Language;
  readonly mark: string;
}

function describe(document: PDFDocument, { title, author, language, mark }: Description): void {
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setAuthor(author);
  document.setLanguage(language === "nl" ? "nl-NL" : "en-GB");
  document.setProducer("Wederhoor");
  // In plain letters, to be found again in a copy that lost its fields.
  const about = document.context.lookup(document.context.trailerInfo.Info, PDFDict);
  about.set(PDFName.of("Keywords"), PDFString.of(`${reportMarkName} ${mark}`));
}
