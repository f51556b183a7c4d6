import type { Procedure } from "../domain/procedure.ts";
import {
  type ReportQuestion,
  reportFormTitle,
  reportQuestionNames,
  reportQuestions,
} from "../domain/report-questions.ts";
import type { Language, Text } from "../domain/text.ts";
import { type FilledReportForm, filledReportForm } from "./filled-report-form.ts";
import { MAIL_LIMITS } from "./limits.ts";
import { manyLines } from "./plain-text.ts";

/** Each question behind a sign, by which its answer is found again in whatever language the form was. */
const asked = reportQuestionNames.map((name, index) => ({ name, sign: `[${index + 1}]`, text: askedInText(name) }));
type Asked = (typeof asked)[number];

/** On paper and in a PDF there are two boxes to choose from; here is none. */
function askedInText(name: ReportQuestion): Text {
  const { nl, en } = reportQuestions[name];
  return name === "talked" ? { nl: `${nl} Ja of nee`, en: `${en} Yes or no` } : { nl, en };
}

const title = { nl: reportFormTitle.nl.toUpperCase(), en: reportFormTitle.en.toUpperCase() };
const isOurs = new RegExp(`^\\s*(?:${title.nl}|${title.en})\\b`, "u");

/** The report form as a text file that opens everywhere: filled in and mailed as an attachment it is read back (A13, A14). */
export function reportForm({ house }: Procedure, language: Language): string {
  const how: Text = {
    nl: `Vul in wat u kwijt wilt. Alleen de eerste vraag is nodig. Bewaar dit bestand.\nMail het als bijlage naar ${house.complaintsAddress}.`,
    en: `Fill in what you want to tell. Only the first question is needed. Save this file.\nMail it as an attachment to ${house.complaintsAddress}.`,
  };
  const questions = asked.map(({ sign, text }) => `${sign} ${text[language]}\n\n`);
  return [`${title[language]} · ${house.name}`, how[language], "", ...questions].join("\n").replaceAll("\n", "\r\n");
}

/** Reads a report form back; `undefined` when the text is none, or nothing was filled in. */
export function readReportForm(file: string): FilledReportForm | undefined {
  const text = manyLines(file.replace(/^\uFEFF/u, ""), MAIL_LIMITS.text);
  if (!isOurs.test(text)) return undefined;
  const answers = answersIn(text);
  return filledReportForm((question) => answers.get(question) ?? "");
}

/** What stands below each question, up to the next one. The question itself may have been taken out or written in. */
function answersIn(text: string): ReadonlyMap<ReportQuestion, string> {
  const answers = new Map<ReportQuestion, string>();
  let current: ReportQuestion | undefined;
  for (const line of text.split("\n")) {
    const question = asked.find(({ sign }) => line.trimStart().startsWith(sign));
    if (question !== undefined) {
      current = question.name;
      answers.set(current, besideQuestion(line, question));
    } else if (current !== undefined) {
      answers.set(current, `${answers.get(current) ?? ""}\n${line}`);
    }
  }
  return new Map([...answers].map(([name, answer]) => [name, answer.trim()]));
}

/** What somebody typed on the line of the question, behind it. */
function besideQuestion(line: string, { sign, text }: Asked): string {
  const rest = line.trim().slice(sign.length).trim();
  const question = [text.nl, text.en].find((one) => rest.startsWith(one));
  return rest
    .slice(question?.length ?? 0)
    .replace(/^[\s:]+/u, "")
    .trim();
}
