import { Temporal } from "temporal-polyfill";
import { localDay } from "../../shared/domain/calendar.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import { fieldsOf, optionsOf, outcomesOf, parseAnswer } from "../../shared/domain/tasks/answer.ts";
import type { Field, Form } from "../../shared/domain/tasks/task-kind.ts";
import type { Language } from "../../shared/domain/text.ts";
import type { Instant } from "../../shared/ports.ts";

/** What an answer is judged by. */
interface Answering {
  readonly procedure: Procedure;
  readonly dossier: Dossier;
  readonly now: Instant;
}

type Posted = Readonly<Record<string, string>>;

/** How much of a form somebody fills in, and how far ahead they choose a date, days. */
const attempts = [
  { everything: false, daysAhead: 14 },
  { everything: true, daysAhead: 14 },
  { everything: true, daysAhead: 90 },
] as const;
type Attempt = (typeof attempts)[number];

/** An example complaint is an ordinary one: these questions are not answered with their first option. */
const ordinary: Posted = { claim: "no" };

/** Nobody by these names works anywhere; more than any form asks for. */
const people = [
  ["Robin Visser", "robin.visser@trainers.example"],
  ["Kim Postma", "kim.postma@opdrachtgever.example"],
  ["Anouk Smit", "anouk.smit@raad.example"],
  ["Hassan Idrissi", "hassan.idrissi@raad.example"],
  ["Eva Nijland", "eva.nijland@raad.example"],
  ["Bas Kramer", "bas.kramer@raad.example"],
] as const;

/**
 * What somebody could post for a form: the first way in which it can end that its own checks allow, with what it proposes itself and else
 * the first option of each choice. `undefined` when no such answer is taken.
 */
export function exampleAnswer(form: Form, answering: Answering, language: Language): Posted | undefined {
  const { procedure, dossier } = answering;
  for (const { id } of outcomesOf(form, procedure, dossier)) {
    for (const attempt of attempts) {
      const posted = { ...filledIn(form, id, attempt, answering, language), outcome: id };
      if (parseAnswer(form, posted, answering).ok) return posted;
    }
  }
  return undefined;
}

function filledIn(form: Form, outcome: string, attempt: Attempt, answering: Answering, language: Language): Posted {
  const { procedure, dossier } = answering;
  const proposed = form.prefill?.(dossier, procedure, language) ?? {};
  const wanted = fieldsOf(form, outcome, procedure, dossier).filter(
    // Without people whom it is about, much of a procedure would not be seen.
    ({ optional, control }) => attempt.everything || optional !== true || control.type === "people",
  );
  const values = wanted.map((field): readonly [string, string] => [
    field.name,
    // A form may propose an empty field.
    ordinaryValue(field, answering) ??
      (proposed[field.name] || exampleValue(field, form, attempt, answering, language)),
  ]);
  return { ...proposed, ...Object.fromEntries(values) };
}

function ordinaryValue(field: Field, { procedure, dossier }: Answering): string | undefined {
  return optionsOf(field, procedure, dossier).find(({ id }) => id === ordinary[field.name])?.id;
}

function exampleValue(
  field: Field,
  form: Form,
  { daysAhead }: Attempt,
  { procedure, dossier, now }: Answering,
  language: Language,
): string {
  const { control, label } = field;
  switch (control.type) {
    case "line":
    case "paragraph":
      return { nl: `Voorbeeld bij: ${label.nl}`, en: `Example for: ${label.en}` }[language];
    case "email":
      return people[0][1];
    case "date": {
      const today = localDay(now, procedure.calendar.timeZone);
      return control.when === "past" ? today : Temporal.PlainDate.from(today).add({ days: daysAhead }).toString();
    }
    case "choice":
    case "several":
      return firstOption(field, form, { procedure, dossier, now });
    case "people": {
      const before = form.fields
        .filter((one) => one.control.type === "people")
        .findIndex(({ name }) => name === field.name);
      return people
        .slice(before, before + (control.atLeast ?? 1))
        .map(([name, email]) => `${name}, ${email}`)
        .join("\n");
    }
  }
}

/** Of questions that choose from the same list, such as a first and a second choice, each takes the next. */
function firstOption(field: Field, form: Form, { procedure, dossier }: Answering): string {
  const source = (one: Field) => ("from" in one.control ? one.control.from : undefined);
  const alike = form.fields.filter((one) => source(one) !== undefined && source(one) === source(field));
  const options = optionsOf(field, procedure, dossier);
  return (options[alike.indexOf(field)] ?? options[0])?.id ?? "";
}
