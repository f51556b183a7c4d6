import type { Complainant, Report } from "../domain/events.ts";
import { type ReportQuestion, reportQuestionNames } from "../domain/report-questions.ts";
import { isBareAddress } from "./address.ts";
import { MAIL_LIMITS } from "./limits.ts";
import { bareAddress } from "./mailboxes.ts";
import { manyLines, oneLine } from "./plain-text.ts";

/** What a filled-in report form tells. */
export interface FilledReportForm {
  readonly words: string;
  readonly complainant: Partial<Complainant>;
  readonly report: Report;
}

/** Characters. Together with the words of a mail they fit an item of the store; the file itself holds the rest. */
const longest = { words: 50_000, phone: 40, address: 500, course: 200, tried: 10_000 } as const;

/** What was typed at each question, made safe to keep and to show; `undefined` when nothing was filled in. */
export function filledReportForm(typed: (question: ReportQuestion) => string): FilledReportForm | undefined {
  if (reportQuestionNames.every((question) => typed(question).trim() === "")) return undefined;
  const line = (question: ReportQuestion, max: number) => oneLine(typed(question), max);
  const lines = (question: ReportQuestion, max: number) => manyLines(typed(question).trim(), max).trim();
  const email = bareAddress(typed("email"));
  const [name, phone, address] = [
    line("name", MAIL_LIMITS.name),
    line("phone", longest.phone),
    lines("address", longest.address),
  ];
  const [course, tried] = [line("course", longest.course), lines("tried", longest.tried)];
  const talked = yesOrNo(typed("talked").trim());
  return {
    words: lines("words", longest.words),
    complainant: {
      ...(name !== "" && { name }),
      ...(email !== undefined && isBareAddress(email) && { email }),
      ...(phone !== "" && { phone }),
      ...(address !== "" && { address }),
    },
    report: {
      ...(course !== "" && { course }),
      ...(talked !== undefined && { talked }),
      ...(tried !== "" && { tried }),
    },
  };
}

/** Some programs write the name of a button with the slash that begins a name in a PDF. */
function yesOrNo(answer: string): Report["talked"] {
  if (/^\/?(ja|yes|j|y)\b/iu.test(answer)) return "yes";
  return /^\/?(nee|neen|no|n)\b/iu.test(answer) ? "no" : undefined;
}
