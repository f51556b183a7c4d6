import type { Problem } from "../domain/tasks/task-kind.ts";
import type { Language, Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { hintId, inputId, problemId } from "./field-ids.ts";

/** What a visitor filled in, and what is wrong with it. */
export interface Filled {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly language: Language;
}

interface ComplainFieldProps {
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text;
  readonly optional?: boolean;
  /** What browsers may fill in from what they know (WCAG 1.3.5). */
  readonly autocomplete?: "name" | "email" | "tel" | "street-address";
  readonly type?: "text" | "email" | "tel";
  /** Several lines, this many to begin with. */
  readonly rows?: number;
  readonly filled: Filled;
}

const textbox = "utrecht-textbox utrecht-textbox--html-input";

/** One question with its hint, its problem and its input, bound to each other. */
export function ComplainField(props: ComplainFieldProps) {
  const { name, label, hint, optional = false, autocomplete = "off", type = "text", rows, filled } = props;
  const say = speaking(filled.language);
  const problem = filled.problems.find(({ field }) => field === name);
  const described = [
    ...(hint === undefined ? [] : [hintId(name)]),
    ...(problem === undefined ? [] : [problemId(name)]),
  ].join(" ");
  const common = {
    id: inputId(name),
    name,
    dir: "auto",
    autocomplete,
    value: filled.values[name] ?? "",
    ...(described !== "" && { "aria-describedby": described }),
    ...(problem !== undefined && { "aria-invalid": true }),
  } as const;
  return (
    <div class={`utrecht-form-field${problem === undefined ? "" : " utrecht-form-field--invalid"}`}>
      <label class="utrecht-form-label utrecht-form-field__label" for={inputId(name)}>
        {say(label)}
        {optional && <span class="optional"> ({say({ nl: "niet verplicht", en: "optional" })})</span>}
      </label>
      {hint !== undefined && (
        <p class="utrecht-form-field-description" id={hintId(name)}>
          {say(hint)}
        </p>
      )}
      {problem !== undefined && (
        <p class="utrecht-form-field-error-message" id={problemId(name)}>
          {say(problem.message)}
        </p>
      )}
      {rows !== undefined ? (
        <textarea class="utrecht-textarea utrecht-textarea--html-textarea" rows={rows} {...common} />
      ) : type === "email" ? (
        <input class={textbox} type="email" {...common} />
      ) : type === "tel" ? (
        <input class={textbox} type="tel" {...common} />
      ) : (
        <input class={textbox} type="text" {...common} />
      )}
    </div>
  );
}
