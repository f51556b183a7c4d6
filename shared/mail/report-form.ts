import type { Complainant, Report } from "../domain/events.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { isBareAddress } from "./address.ts";
import { MAIL_LIMITS } from "./limits.ts";
import { bareAddress } from "./mailboxes.ts";
import type { ParsedMail } from "./parsed-mail.ts";
import { manyLines, oneLine } from "./plain-text.ts";

/** The questions, each behind a sign by which its answer is found again in whatever language the form was. */
const questions = [
  { sign: "[1]", name: "words", text: { nl: "Wat is er gebeurd?", en: "What happened?" } },
  { sign: "[2]", name: "name", text: { nl: "Uw naam", en: "Your name" } },
  { sign: "[3]", name: "email", text: { nl: "Uw e-mailadres", en: "Your e-mail address" } },
  { sign: "[4]", name: "phone", text: { nl: "Uw telefoon", en: "Your phone" } },
  {
    sign: "[5]",
    name: "address",
    text: { nl: "Uw adres, als u liever post krijgt", en: "Your address, if you prefer post" },
  },
  {
    sign: "[6]",
    name: "course",
    text: { nl: "Over welke training of cursus gaat het?", en: "Which course is it about?" },
  },
  {
    sign: "[7]",
    name: "talked",
    text: {
      nl: "Hebt u er al over gepraat met de persoon om wie het gaat? Ja of nee",
      en: "Have you talked about it with the person it is about? Yes or no",
    },
  },
  {
    sign: "[8]",
    name: "tried",
    text: { nl: "Wat is er al gedaan om het op te lossen?", en: "What has been done so far to solve it?" },
  },
] as const satisfies readonly { readonly sign: string; readonly name: string; readonly text: Text }[];
type Question = (typeof questions)[number]["name"];

const title = { nl: "KLACHTFORMULIER", en: "COMPLAINT FORM" } as const satisfies Text;
const isOurs = new RegExp(`^\\s*(?:${title.nl}|${title.en})\\b`, "u");

/** The report form as a text file that opens everywhere: filled in and mailed as an attachment it is read back (A13, A14). */
export function reportForm({ house }: Procedure, language: Language): string {
  const how: Text = {
    nl: `Vul in wat u kwijt wilt. Alleen de eerste vraag is nodig. Bewaar dit bestand.\nMail het als bijlage naar ${house.complaintsAddress}.`,
    en: `Fill in what you want to tell. Only the first question is needed. Save this file.\nMail it as an attachment to ${house.complaintsAddress}.`,
  };
  const asked = questions.map(({ sign, text }) => `${sign} ${text[language]}\n\n`);
  return [`${title[language]} · ${house.name}`, how[language], "", ...asked].join("\n").replaceAll("\n", "\r\n");
}

/** What a filled-in report form tells. */
export interface FilledReportForm {
  readonly words: string;
  readonly complainant: Partial<Complainant>;
  readonly report: Report;
}

/** The first report form among the attachments of a mail. */
export function reportFormOf({ attachments }: ParsedMail): FilledReportForm | undefined {
  for (const { contentType, bytes, fileName } of attachments) {
    const isText = contentType === "text/plain" || fileName.toLowerCase().endsWith(".txt");
    const filled = isText ? readReportForm(decoded(bytes.subarray(0, MAIL_LIMITS.text))) : undefined;
    if (filled !== undefined) return filled;
  }
  return undefined;
}

/** What old editors save is not always UTF-8. */
function decoded(bytes: Uint8Array): string {
  const text = new TextDecoder("utf-8").decode(bytes);
  return text.includes("\uFFFD") ? new TextDecoder("windows-1252").decode(bytes) : text;
}

/** Reads a report form back; `undefined` when the text is none, or nothing was filled in. */
export function readReportForm(file: string): FilledReportForm | undefined {
  const text = manyLines(file.replace(/^\uFEFF/u, ""), MAIL_LIMITS.text);
  if (!isOurs.test(text)) return undefined;
  const answers = answersIn(text);
  const given = (name: Question) => answers.get(name) ?? "";
  if ([...answers.values()].every((answer) => answer === "")) return undefined;
  const [name, phone, address] = [
    oneLine(given("name"), MAIL_LIMITS.name),
    oneLine(given("phone"), 40),
    given("address"),
  ];
  const email = bareAddress(given("email"));
  const [course, tried, talked] = [oneLine(given("course"), 200), given("tried"), yesOrNo(given("talked"))];
  return {
    words: given("words"),
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

/** What stands below each question, up to the next one. The question itself may have been taken out or written in. */
function answersIn(text: string): ReadonlyMap<Question, string> {
  const answers = new Map<Question, string>();
  let current: Question | undefined;
  for (const line of text.split("\n")) {
    const asked = questions.find(({ sign }) => line.trimStart().startsWith(sign));
    if (asked !== undefined) {
      current = asked.name;
      answers.set(current, besideQuestion(line, asked));
    } else if (current !== undefined) {
      answers.set(current, `${answers.get(current) ?? ""}\n${line}`);
    }
  }
  return new Map([...answers].map(([name, answer]) => [name, answer.trim()]));
}

/** What somebody typed on the line of the question, behind it. */
function besideQuestion(line: string, { sign, text }: (typeof questions)[number]): string {
  const rest = line.trim().slice(sign.length).trim();
  const question = [text.nl, text.en].find((one) => rest.startsWith(one));
  return rest
    .slice(question?.length ?? 0)
    .replace(/^[\s:]+/u, "")
    .trim();
}

function yesOrNo(answer: string): Report["talked"] {
  if (/^(ja|yes|j|y)\b/iu.test(answer)) return "yes";
  return /^(nee|neen|no|n)\b/iu.test(answer) ? "no" : undefined;
}
