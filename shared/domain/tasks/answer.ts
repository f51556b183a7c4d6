import { z } from "zod";
import type { Instant } from "../../ports.ts";
import { localDay } from "../calendar.ts";
import type { Procedure } from "../procedure.ts";
import type { Text } from "../text.ts";
import type { Answer, Field, Option, Problem, TaskKind } from "./task-kind.ts";

const longest = { line: 300, paragraph: 20_000 } as const;

const missing: Text = { nl: "Vul dit in.", en: "Fill this in." };
const chooseOne: Text = { nl: "Kies een van de mogelijkheden.", en: "Choose one of the options." };
const comingOnly: Text = { nl: "Kies vandaag of een latere datum.", en: "Choose today or a later date." };
const pastOnly: Text = { nl: "Kies vandaag of een eerdere datum.", en: "Choose today or an earlier date." };
const notADate: Text = {
  nl: "Vul een datum in, bijvoorbeeld 2026-03-31.",
  en: "Enter a date, for example 2026-03-31.",
};
const tooLong = (limit: number): Text => ({
  nl: `Dit is te lang. Gebruik hoogstens ${limit} tekens.`,
  en: `This is too long. Use ${limit} characters at most.`,
});

/** The options of a choice: its own, or the list of the procedure that it names. */
export function optionsOf(field: Field, procedure: Procedure): readonly Option[] {
  if (field.control.type !== "choice") return [];
  if ("options" in field.control) return field.control.options;
  return field.control.from === "roles"
    ? procedure.roles.map(({ id, title }) => ({ id, label: title }))
    : procedure[field.control.from];
}

/** The fields that belong to an outcome, in the order in which they are asked. */
export function fieldsOf(kind: TaskKind, outcomeId: string): readonly Field[] {
  const wanted = kind.outcomes.find(({ id }) => id === outcomeId)?.fields ?? [];
  return wanted.flatMap((name) => kind.fields.filter((field) => field.name === name));
}

export type ParsedAnswer =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/**
 * Checks what was posted for a task. Only the fields of the chosen outcome count; white space around words does not.
 * A task with a single outcome needs no choice of it.
 */
export function parseAnswer(
  kind: TaskKind,
  posted: Readonly<Record<string, string>>,
  procedure: Procedure,
  now: Instant,
): ParsedAnswer {
  const outcome = kind.outcomes.length === 1 ? kind.outcomes[0].id : posted["outcome"];
  if (!kind.outcomes.some(({ id }) => id === outcome) || outcome === undefined) {
    return { ok: false, problems: [{ field: "outcome", message: chooseOne }] };
  }

  const facts: Record<string, string> = {};
  const words: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const field of fieldsOf(kind, outcome)) {
    const value = (posted[field.name] ?? "").toWellFormed().replaceAll("\r\n", "\n").trim();
    if (value === "") {
      if (field.optional !== true)
        problems.push({ field: field.name, message: field.control.type === "choice" ? chooseOne : missing });
      continue;
    }
    const problem = problemWith(field, value, procedure, localDay(now, procedure.calendar.timeZone));
    if (problem !== undefined) problems.push({ field: field.name, message: problem });
    else (field.keep === "fact" ? facts : words)[field.name] = value;
  }

  const answer: Answer = { outcome, facts, private: words };
  const [first, ...rest] = problems.length > 0 ? problems : (kind.check?.(answer) ?? []);
  return first === undefined ? { ok: true, answer } : { ok: false, problems: [first, ...rest] };
}

function problemWith(field: Field, value: string, procedure: Procedure, today: string): Text | undefined {
  switch (field.control.type) {
    case "line":
      return value.length > longest.line ? tooLong(longest.line) : undefined;
    case "paragraph":
      return value.length > longest.paragraph ? tooLong(longest.paragraph) : undefined;
    case "date":
      if (!z.iso.date().safeParse(value).success) return notADate;
      if (field.control.when === "coming" && value < today) return comingOnly;
      return field.control.when === "past" && value > today ? pastOnly : undefined;
    case "choice":
      return optionsOf(field, procedure).some(({ id }) => id === value) ? undefined : chooseOne;
  }
}
