import { describe, expect, test } from "vitest";
import { languages } from "../../shared/domain/text.ts";
import { reportFormOf } from "../../shared/mail/attached-report-form.ts";
import { readReportForm, reportForm } from "../../shared/mail/report-form.ts";
import { procedures } from "../support/case-under-test.ts";

/** The form with this typed below its questions, by number. */
function filledIn(language: (typeof languages)[number], answers: Readonly<Record<number, string>>): string {
  const lines = reportForm(procedures.sterker, language).split("\r\n");
  return lines
    .flatMap((line) => {
      const answer = answers[Number(/^\[(\d)\]/.exec(line)?.[1])];
      return answer === undefined ? [line] : [line, answer];
    })
    .join("\r\n");
}

const answers = {
  1: "De trainer kwam te laat.\r\n\r\nDe zaal was op slot.",
  2: "Sanne de Wit",
  3: " Sanne@Zorggroep.example ",
  4: "06 555 01 23",
  5: "Dorpsstraat 1\r\n6511 AB Nijmegen",
  6: "Omgaan met agressie",
  8: "Ik heb gebeld.",
};

describe("the report form (A13, A14)", () => {
  test.each([
    { language: "nl", typed: "Ja, vorige week", talked: "yes" },
    { language: "nl", typed: "nee", talked: "no" },
    { language: "en", typed: "No", talked: "no" },
    { language: "en", typed: "I do not know", talked: undefined },
  ] as const)("filled in ($language, “$typed”) is read back", ({ language, typed, talked }) => {
    expect(readReportForm(filledIn(language, { ...answers, 7: typed }))).toEqual({
      words: "De trainer kwam te laat.\n\nDe zaal was op slot.",
      complainant: {
        name: "Sanne de Wit",
        email: "Sanne@zorggroep.example",
        phone: "06 555 01 23",
        address: "Dorpsstraat 1\n6511 AB Nijmegen",
      },
      report: {
        course: "Omgaan met agressie",
        tried: "Ik heb gebeld.",
        ...(talked !== undefined && { talked }),
      },
    });
  });

  test.each(languages)("says in %s where to mail it and which question is needed", (language) => {
    const form = reportForm(procedures.sterker, language);
    expect(form).toContain("klachten@sterker.example");
    expect(form.split("\r\n").filter((line) => /^\[\d\]/.test(line))).toHaveLength(8);
    expect(form.replaceAll("\r\n", "")).not.toContain("\n");
  });

  test("understands an answer on the line of its question, and a question that was taken out", () => {
    const form =
      "KLACHTFORMULIER · Sterker\n[1] Wat is er gebeurd? De zaal was koud.\n[2] Uw naam: Sanne\n[8]\nGevraagd.";
    expect(readReportForm(form)).toEqual({
      words: "De zaal was koud.",
      complainant: { name: "Sanne" },
      report: { tried: "Gevraagd." },
    });
  });

  test.each([
    ["an empty form", reportForm(procedures.sterker, "nl")],
    ["another text", "Notulen\n[1] Opening"],
    ["nothing", ""],
  ])("%s tells nothing", (_what, text) => {
    expect(readReportForm(text)).toBeUndefined();
  });

  test("no address that could be two gets out of it", () => {
    const read = readReportForm(filledIn("nl", { 1: "x", 3: "a@b.example, c@d.example" }));
    expect(read?.complainant).toEqual({});
  });
});

describe("a mail with a report form attached", () => {
  const attachment = (bytes: Uint8Array, more: { fileName?: string; contentType?: string } = {}) => ({
    fileName: "klachtformulier.txt",
    contentType: "text/plain",
    disposition: "attachment" as const,
    bytes,
    ...more,
  });
  const mail = (...attachments: ReturnType<typeof attachment>[]) => ({
    inReplyTo: [],
    references: [],
    replyTo: [],
    to: [],
    cc: [],
    subject: "",
    text: "",
    attachments,
    headers: new Map(),
    contentType: "multipart/mixed",
    defects: [],
  });
  const form = filledIn("nl", { 1: "Het café was dicht." });

  test("tells what the form tells, also saved by an old editor or called something else", () => {
    const utf8 = attachment(Buffer.from(`\uFEFF${form}`));
    const windows = attachment(Buffer.from(form, "latin1"));
    const unnamed = attachment(Buffer.from(form), { contentType: "application/octet-stream" });
    for (const one of [utf8, windows, unnamed]) {
      expect(reportFormOf(mail(one))).toMatchObject({ words: "Het café was dicht." });
    }
  });

  test("and other files is searched for the form", () => {
    const photo = attachment(Buffer.from([0xff, 0xd8]), { fileName: "foto.jpg", contentType: "image/jpeg" });
    const notes = attachment(Buffer.from("Notities"), { fileName: "notities.txt" });
    expect(reportFormOf(mail(photo, notes, attachment(Buffer.from(form))))).toMatchObject({
      words: "Het café was dicht.",
    });
    expect(reportFormOf(mail(photo, notes))).toBeUndefined();
  });
});
