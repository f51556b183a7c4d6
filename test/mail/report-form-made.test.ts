import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRadioGroup, PDFTextField } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { reportFieldName, reportQuestionNames, reportQuestions } from "../../shared/domain/report-questions.ts";
import { languages } from "../../shared/domain/text.ts";
import { pdfObjects } from "../../shared/pdf/pdf-objects.ts";
import { unpacked } from "../../shared/pdf/pdf-stream.ts";
import { PdfWork } from "../../shared/pdf/pdf-work.ts";
import { reportFormPdf } from "../../shared/pdf/report-form-pdf.ts";
import { procedures } from "../support/case-under-test.ts";

const each = Object.values(procedures).flatMap((procedure) =>
  languages.map((language) => ({ id: procedure.id, language, procedure })),
);

describe.each(each)("the report form of $id in $language", ({ procedure, language }) => {
  const made = () => reportFormPdf(procedure, language);

  test("is two sheets of A4, smaller than the page promises, and the same every time it is made", async () => {
    const [one, other] = [await made(), await made()];
    expect(Buffer.compare(one, other)).toBe(0);
    expect(one.length).toBeLessThan(50_000);
    const pages = (await PDFDocument.load(one)).getPages();
    expect(pages.map((page) => [page.getWidth(), page.getHeight()])).toEqual([
      [595, 842],
      [595, 842],
    ]);
  });

  test("asks every question in its order, and tells a screen reader what is asked at each box", async () => {
    const fields = (await PDFDocument.load(await made())).getForm().getFields();
    const asked = fields.filter((field) => !field.isReadOnly());
    expect(asked.map((field) => field.getName())).toEqual(reportQuestionNames.map(reportFieldName));
    for (const [index, question] of reportQuestionNames.entries()) {
      const told = asked[index]?.acroField.dict.lookup(PDFName.of("TU"), PDFHexString).decodeText();
      expect(told).toMatch(new RegExp(`^${reportQuestions[question][language].replace(/[?]/g, "\\?")}`));
    }
    const [words, tried] = ["words", "tried"] as const;
    for (const field of asked) {
      if (field instanceof PDFTextField) expect(field.getMaxLength()).toBeUndefined();
    }
    for (const question of [words, tried, "address"] as const) {
      expect(
        asked.some(
          (field) =>
            field instanceof PDFTextField && field.getName() === reportFieldName(question) && field.isMultiline(),
        ),
      ).toBe(true);
    }
    const talked = asked.find((field) => field instanceof PDFRadioGroup);
    expect(talked?.acroField.getWidgets().map((widget) => widget.getOnValue()?.decodeText())).toEqual(["yes", "no"]);
  });

  test("says where to send it, what happens then and by when, as the procedure has it", async () => {
    const text = wordsOn(await made());
    const { house } = procedure;
    for (const told of [house.name, house.complaintsAddress, house.phone]) expect(text).toContain(told);
    expect(text).toContain(language === "nl" ? "Binnen 24 uur schrijven wij u" : "Within 24 hours we write to you");
    expect(text).toContain(language === "nl" ? "krijgt u de uitkomst." : "you get the outcome.");
  });

  test("has a title, a language and a reading order, and says which form it is", async () => {
    const document = await PDFDocument.load(await made());
    expect(document.getTitle()).toContain(procedure.house.name);
    expect(document.getLanguage()).toBe(language === "nl" ? "nl-NL" : "en-GB");
    const mark = `${procedure.id} ${procedure.version} ${language}`;
    expect(document.getKeywords()).toBe(`wederhoor-form ${mark}`);
    expect(document.getForm().getTextField("wederhoor-form").getText()).toBe(mark);
    expect(
      document.catalog.lookup(PDFName.of("ViewerPreferences"), PDFDict).get(PDFName.of("DisplayDocTitle"))?.toString(),
    ).toBe("true");
    for (const page of document.getPages()) expect(page.node.get(PDFName.of("Tabs"))).toBe(PDFName.of("S"));
    expect(readAloud(document)).toEqual(["H1", ...Array<string>(9).fill("Form")]);
  });
});

test("a name with letters that the fonts do not know is shown by letters that look like them", async () => {
  const { house } = procedures.sterker;
  const procedure = { ...procedures.sterker, house: { ...house, name: "Škola Łódź 学 “Ő”" } };
  const form = await reportFormPdf(procedure, "nl");
  expect(wordsOn(form)).toContain("Škola ?ódz ? “O”");
  expect((await PDFDocument.load(form)).getTitle()).toContain("Škola Łódź 学 “Ő”");
});

test("the form is longer when there is more to say, and still two sheets", async () => {
  const { house } = procedures.sterker;
  const name =
    "Stichting voor Opleiding, Nascholing en Begeleiding van Vrijwilligers in Gelderland en Overijssel ".repeat(3);
  const form = await reportFormPdf({ ...procedures.sterker, house: { ...house, name } }, "nl");
  const document = await PDFDocument.load(form);
  expect(document.getPageCount()).toBe(2);
  const bottoms = document
    .getForm()
    .getFields()
    .flatMap(({ acroField }) => acroField.getWidgets().map((widget) => widget.getRectangle().y));
  expect(Math.min(...bottoms.filter((y) => y !== -0.5))).toBeGreaterThan(40);
});

/** Which headings of the first rank and which fields a screen reader meets, in order. */
function readAloud(document: PDFDocument): readonly string[] {
  const { context, catalog } = document;
  const root = catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  const [whole] = root.lookup(PDFName.of("K"), PDFArray).asArray();
  const parts = context.lookup(whole, PDFDict).lookup(PDFName.of("K"), PDFArray).asArray();
  const kinds = parts.map((part) => String(context.lookup(part, PDFDict).get(PDFName.of("S"))).slice(1));
  return kinds.filter((kind) => kind === "H1" || kind === "Form");
}

/** What is written on the sheets, one line after another. */
function wordsOn(form: Uint8Array): string {
  const work = new PdfWork();
  const drawn = [...pdfObjects(form, work).byNumber.values()].map((one) =>
    one.type === "stream" ? (unpacked(one, work) ?? "") : "",
  );
  const lines = drawn.flatMap((content) => [...content.matchAll(/<([0-9A-F]+)> Tj/g)].map(([, hex = ""]) => hex));
  return lines.map((hex) => new TextDecoder("windows-1252").decode(Buffer.from(hex, "hex"))).join(" ");
}
