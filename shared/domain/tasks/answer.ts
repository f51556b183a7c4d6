import type { Instant } from "../../ports.ts";
import { localDay } from "../calendar.ts";
import type { Dossier } from "../dossier.ts";
import type { Procedure } from "../procedure.ts";
import { isInvolved } from "../seats.ts";
import type { Text } from "../text.ts";
import { chooseOne, readValue } from "./field-value.ts";
import { peopleIn } from "./people-lines.ts";
import type { Answer, Field, Form, Option, OptionSource, Outcome, Problem } from "./task-kind.ts";

export { peopleIn } from "./people-lines.ts";

const missing: Text = { nl: "Vul dit in.", en: "Fill this in." };

/** The ways in which a form can end in this procedure and in this case. */
export function outcomesOf(form: Form, procedure: Procedure, dossier: Dossier): readonly Outcome[] {
  return form.outcomes.filter(
    ({ branch, offeredWhen }) =>
      (branch === undefined || procedure.branches[branch]) && offeredWhen?.(dossier, procedure) !== false,
  );
}

/** The fields that belong to an outcome in this procedure and in this case, in the order in which they are asked. */
export function fieldsOf(form: Form, outcomeId: string, procedure: Procedure, dossier: Dossier): readonly Field[] {
  const wanted = outcomesOf(form, procedure, dossier).find(({ id }) => id === outcomeId)?.fields ?? [];
  return wanted
    .flatMap((name) => form.fields.filter((field) => field.name === name))
    .filter(({ askedWhen }) => askedWhen?.(dossier, procedure) !== false);
}

/** The options that somebody can choose from now: none that was retired (B30). */
export function optionsOf(field: Field, procedure: Procedure, dossier: Dossier): readonly Option[] {
  const retired = retiredOf(field, procedure);
  return everyOptionOf(field, procedure, dossier).filter(({ id }) => !retired.includes(id));
}

function retiredOf({ control }: Field, procedure: Procedure): readonly string[] {
  if (!("from" in control) || (control.from !== "categories" && control.from !== "causes")) return [];
  return procedure[control.from].filter((one) => one.retired === true).map(({ id }) => id);
}

/** All options of a choice, its own or of the list that it names: also what was chosen before it was retired has its label. */
export function everyOptionOf({ control }: Field, procedure: Procedure, dossier: Dossier): readonly Option[] {
  if (control.type !== "choice" && control.type !== "several") return [];
  return "options" in control ? control.options : listed(control.from, procedure, dossier);
}

export type ParsedAnswer =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/** What an answer is judged by. */
interface Circumstances {
  readonly procedure: Procedure;
  readonly dossier: Dossier;
  readonly now: Instant;
}

/**
 * Checks what was posted for a form. Only the fields of the chosen outcome count; white space around words does not.
 * A form that can end in one way only needs no choice of it.
 */
export function parseAnswer(
  form: Form,
  posted: Readonly<Record<string, string>>,
  { procedure, dossier, now }: Circumstances,
): ParsedAnswer {
  const outcome = chosenOutcome(posted["outcome"], outcomesOf(form, procedure, dossier));
  if (outcome === undefined) return { ok: false, problems: [{ field: "outcome", message: chooseOne }] };

  const today = localDay(now, procedure.calendar.timeZone);
  const facts: Record<string, string> = {};
  const words: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const field of fieldsOf(form, outcome, procedure, dossier)) {
    const filledIn = (posted[field.name] ?? "").toWellFormed().replaceAll("\r\n", "\n").trim();
    if (filledIn === "") {
      if (field.optional !== true)
        problems.push({ field: field.name, message: field.control.type === "choice" ? chooseOne : missing });
      continue;
    }
    const read = readValue(field.control, filledIn, optionsOf(field, procedure, dossier), today);
    if ("problem" in read) problems.push({ field: field.name, message: read.problem });
    else (field.keep === "fact" ? facts : words)[field.name] = read.value;
  }

  const answer: Answer = { outcome, facts, private: words };
  const [first, ...rest] = problems.length > 0 ? problems : (form.check?.(answer, dossier, procedure) ?? []);
  return first === undefined ? { ok: true, answer } : { ok: false, problems: [first, ...rest] };
}

function chosenOutcome(posted: string | undefined, offered: readonly Outcome[]): string | undefined {
  if (posted !== undefined && posted !== "") return offered.find(({ id }) => id === posted)?.id;
  return offered.length === 1 ? offered[0]?.id : undefined;
}

function listed(from: OptionSource, procedure: Procedure, dossier: Dossier): readonly Option[] {
  switch (from) {
    case "categories":
    case "causes":
      return procedure[from];
    case "roles":
      return procedure.roles.map(({ id, title }) => ({ id, label: title }));
    case "consultable":
      return procedure.roles
        .filter(({ id }) => procedure.consultable.includes(id))
        .map(({ id, title }) => ({ id, label: title }));
    case "people":
      return procedure.people.map(({ id, name }) => called(id, name));
    case "colleagues":
      return procedure.people
        .filter(({ id }) => !isInvolved(id, dossier, procedure))
        .map(({ id, name }) => called(id, name));
    case "respondents":
      return dossier.respondents.map(({ party, name }) => called(party, name));
    case "candidates": {
      const proposal = dossier.tasks.findLast(
        ({ kind, status }) => kind === "propose-independents" && status === "answered",
      );
      return peopleIn(proposal?.answer?.private["candidates"] ?? "").map(({ name }, index) =>
        called(String(index + 1), name),
      );
    }
  }
}

/** A name is the same in every language. */
function called(id: string, name: string): Option {
  return { id, label: { nl: name, en: name } };
}
