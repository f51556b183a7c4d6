import type { Dossier } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import { optionsOf } from "../domain/tasks/answer.ts";
import type { Control, Field, Option, Outcome, Problem } from "../domain/tasks/task-kind.ts";
import type { Language } from "../domain/text.ts";
import { titleOf } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import { AboutField } from "./about-field.tsx";
import { ChoiceGroup } from "./choice-group.tsx";
import { aboutId, hintId, inputId, mailId, onlyWithId, problemId } from "./field-ids.ts";
import { FromMail } from "./from-mail.tsx";

/** What every field of a form needs to know. */
export interface Asked {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
  /** The fields that were filled in from a mail. */
  readonly fromMail?: ReadonlySet<string>;
}

interface FieldAskedProps {
  readonly field: Field;
  /** The outcomes that need it, when not all do. */
  readonly onlyWith: readonly Outcome[];
  readonly asked: Asked;
}

/** A radio button cannot be let go of: whoever may skip a choice must be able to choose that. Posted as nothing. */
const noAnswer: Option = { id: "", label: { nl: "Geen", en: "None" } };

/** One question with its hint, its problem and its input, bound to each other. */
export function FieldAsked({ field, onlyWith, asked }: FieldAskedProps) {
  const say = speaking(asked.language);
  const { name, control } = field;
  const optional = field.optional === true ? ` (${say({ nl: "niet verplicht", en: "optional" })})` : "";
  const label = `${say(field.label)}${optional}`;
  const about = field.about?.(asked.dossier, asked.language);
  const note = onlyWith.length === 0 ? undefined : onlyWithNote(onlyWith, asked.language);
  if (control.type === "choice" || control.type === "several") {
    const listed = optionsOf(field, asked.procedure, asked.dossier);
    const options = "from" in control && control.from === "people" ? listed.map((one) => titled(one, asked)) : listed;
    return (
      <ChoiceGroup
        name={name}
        legend={label}
        hint={field.hint === undefined ? undefined : say(field.hint)}
        note={note}
        about={about}
        options={control.type === "choice" && field.optional === true ? [...options, noAnswer] : options}
        asked={asked}
        several={control.type === "several"}
      />
    );
  }

  const problem = asked.problems.find((one) => one.field === name);
  const described = [
    ...(about === undefined ? [] : [aboutId(name)]),
    ...(note === undefined ? [] : [onlyWithId(name)]),
    ...(field.hint === undefined ? [] : [hintId(name)]),
    ...(asked.fromMail?.has(name) === true ? [mailId(name)] : []),
    ...(problem === undefined ? [] : [problemId(name)]),
  ].join(" ");
  const common = {
    id: inputId(name),
    name,
    dir: "auto",
    ...(described !== "" && { "aria-describedby": described }),
    ...(problem !== undefined && { "aria-invalid": true }),
  } as const;
  return (
    <div class={`utrecht-form-field${problem === undefined ? "" : " utrecht-form-field--invalid"}`}>
      <label class="utrecht-form-label utrecht-form-field__label" for={inputId(name)}>
        {label}
      </label>
      <AboutField about={about} id={aboutId(name)} />
      {note !== undefined && (
        <p class="utrecht-form-field-description only-with" id={onlyWithId(name)}>
          {note}
        </p>
      )}
      {field.hint !== undefined && (
        <p class="utrecht-form-field-description" id={hintId(name)}>
          {say(field.hint)}
        </p>
      )}
      <FromMail name={name} asked={asked} />
      {problem !== undefined && (
        <p class="utrecht-form-field-error-message" id={problemId(name)}>
          {say(problem.message)}
        </p>
      )}
      <Input control={control} common={common} value={asked.values[name] ?? ""} />
    </div>
  );
}

/** Whoever does not know a colleague by name may know what they do. */
function titled(one: Option, { procedure }: Asked): Option {
  const title = (language: Language) => titleOf(`person:${one.id}`, procedure, language);
  return { ...one, label: { nl: `${one.label.nl} (${title("nl")})`, en: `${one.label.en} (${title("en")})` } };
}

interface InputProps {
  readonly control: Exclude<Control, { readonly type: "choice" | "several" }>;
  readonly common: Readonly<Record<string, string | boolean>>;
  readonly value: string;
}

const textbox = "utrecht-textbox utrecht-textbox--html-input";

function Input({ control, common, value }: InputProps) {
  switch (control.type) {
    case "paragraph":
      return <Lines rows={value === "" ? 6 : 14} common={common} value={value} />;
    case "people":
      return <Lines rows={Math.min(4, control.atMost + 1)} common={common} value={value} />;
    case "date":
      return <input class={`${textbox} date`} type="date" {...common} value={value} />;
    case "email":
      return <input class={textbox} type="email" inputMode="email" spellcheck={false} {...common} value={value} />;
    case "line":
      return <input class={textbox} type="text" {...common} value={value} />;
  }
}

function Lines({ rows, common, value }: Omit<InputProps, "control"> & { readonly rows: number }) {
  return (
    <textarea
      class={`utrecht-textarea utrecht-textarea--html-textarea${rows < 6 ? " few" : ""}`}
      rows={rows}
      {...common}
      value={value}
    />
  );
}

function onlyWithNote(outcomes: readonly Outcome[], language: Language): string {
  const say = speaking(language);
  const names = outcomes.map(({ label }) => `“${say(label)}”`);
  const or = new Intl.ListFormat(language, { type: "disjunction" }).format(names);
  return say({ nl: `Alleen bij ${or}.`, en: `Only with ${or}.` });
}
