import type { Dossier } from "../../dossier.ts";
import { caseNumbersIn } from "../../held-mail.ts";
import type { Procedure } from "../../procedure.ts";
import { fieldsOf, optionsOf, outcomesOf } from "../answer.ts";
import type { Field, Outcome, TaskKind } from "../task-kind.ts";
import { namedDays } from "./named-days.ts";
import { namedOption } from "./named-options.ts";
import { namedOutcome } from "./named-outcome.ts";
import { approval, assent, notFromMail, remarkFields } from "./phrases.ts";
import { isDenied, sentencesOf, tokensOf } from "./spoken.ts";

type Values = Readonly<Record<string, string>>;

/** What a colleague wrote to answer a task. */
export interface MailedWords {
  readonly words: string;
  /** The local date on which it came, `2026-01-05`. */
  readonly day: string;
}

/** A form with what could be taken from a mail; the rest is what the form proposes by itself. */
export interface FilledFromMail {
  readonly values: Values;
  /** The names of the fields whose value comes from the mail; `outcome` when that was named in it. */
  readonly fromMail: ReadonlySet<string>;
  /** Whether the mail leaves no doubt about how the task ends: it names the outcome, or there is only one and it denies nothing. */
  readonly isSettled: boolean;
}

/**
 * Fills in a form from the words of a mail: an outcome that it clearly names, the words themselves where the form asks for words, days and
 * choices. What it does not say stays as proposed. Only a person who looks at it makes an answer of it.
 */
export function filledFromMail(
  form: TaskKind,
  mail: MailedWords,
  proposed: Values,
  { dossier, procedure }: { readonly dossier: Dossier; readonly procedure: Procedure },
): FilledFromMail {
  const words = mail.words.trim();
  if (words === "") return { values: proposed, fromMail: new Set(), isSettled: false };
  const outcomes = outcomesOf(form, procedure, dossier);
  const asked = (outcome: Outcome) => fieldsOf(form, outcome.id, procedure, dossier);
  const forWords = (outcome: Outcome) => wordsField(form, asked(outcome));
  const named =
    outcomes.length === 1
      ? undefined
      : namedOutcome(form.kind, words, outcomes, (outcome) => asked(outcome).length === 0);
  const outcome = named ?? (outcomes.length === 1 ? outcomes[0] : undefined);
  const fields = outcome === undefined ? [...new Set(outcomes.flatMap(asked))] : asked(outcome);
  const days = namedDays(words, mail.day);

  const found: Record<string, string> = named === undefined ? {} : { outcome: named.id };
  for (const { name } of (outcome === undefined ? outcomes : [outcome]).flatMap((one) => forWords(one) ?? [])) {
    if (isReplacing(words, proposed[name])) found[name] = words;
  }
  for (const field of fields) {
    const value =
      dayFor(field, fields, days, mail.day) ??
      caseFor(field, words, procedure) ??
      namedOption(field, optionsOf(field, procedure, dossier), words);
    if (value !== undefined) found[field.name] = value;
  }
  const isSettled = named !== undefined || (outcome !== undefined && !isDoubtful(words, forWords(outcome)));
  return { values: { ...proposed, ...found }, fromMail: new Set(Object.keys(found)), isSettled };
}

/** "Not yet", "should we?": somebody has to read that again before it becomes the only answer there is. */
function isDoubtful(words: string, takesThem: Field | undefined): boolean {
  const [first = ""] = sentencesOf(words);
  const said = takesThem === undefined || takesThem.optional === true ? words : first;
  return said.includes("?") || isDenied(tokensOf(said));
}

/**
 * Whether a mail only says yes to what was written before, as people reply to a letter that asks them to confirm. Where a form can end in
 * several ways, such a yes may be an answer of its own.
 */
export function saysNothingNew(form: TaskKind, words: string): boolean {
  const only = form.outcomes.length === 1 ? [...assent, ...approval] : assent;
  return tokensOf(words).every((one) => only.includes(one));
}

/** The first words that an outcome cannot do without, or the remark that may be made with it. */
function wordsField({ kind }: TaskKind, fields: readonly Field[]): Field | undefined {
  const required = fields.find(
    ({ control, optional, name }) => control.type === "paragraph" && optional !== true && !notFromMail.has(name),
  );
  return required ?? fields.find(({ name }) => name === remarkFields[kind]);
}

/** A remark in a few words does not take the place of a whole letter that the form proposes. */
function isReplacing(words: string, proposal = ""): boolean {
  return words.length * 2 >= proposal.length;
}

/** The one case that is named by its number, where a form asks for one. */
function caseFor({ name }: Field, words: string, { house }: Procedure): string | undefined {
  const numbers = name === "caseNumber" ? [...new Set(caseNumbersIn(words, house.numberPrefix))] : [];
  return numbers.length === 1 ? numbers[0] : undefined;
}

/** The one named day that this question can have; none when there are several, or when two questions could have it. */
function dayFor({ control, optional }: Field, fields: readonly Field[], days: readonly string[], today: string) {
  if (control.type !== "date" || optional === true) return undefined;
  const alike = fields.filter((one) => one.control.type === "date" && one.control.when === control.when);
  const fitting = days.filter((day) => (control.when === "past" ? day <= today : day >= today));
  return alike.filter((one) => one.optional !== true).length === 1 && fitting.length === 1 ? fitting[0] : undefined;
}
