import type { Text } from "../../domain/text.ts";
import { speaking } from "../../letters/wording/say.ts";
import type { Filled } from "../complain-field.tsx";
import { inputId, problemId } from "../field-ids.ts";

interface DateFieldProps {
  readonly name: string;
  readonly label: Text;
  readonly filled: Filled;
}

/** A day, with its problem. */
export function DateField({ name, label, filled }: DateFieldProps) {
  const say = speaking(filled.language);
  const problem = filled.problems.find(({ field }) => field === name);
  return (
    <div class={`utrecht-form-field${problem === undefined ? "" : " utrecht-form-field--invalid"}`}>
      <label class="utrecht-form-label utrecht-form-field__label" for={inputId(name)}>
        {say(label)}
      </label>
      {problem !== undefined && (
        <p class="utrecht-form-field-error-message" id={problemId(name)}>
          {say(problem.message)}
        </p>
      )}
      <input
        class="utrecht-textbox utrecht-textbox--html-input date"
        type="date"
        id={inputId(name)}
        name={name}
        value={filled.values[name] ?? ""}
        {...(problem !== undefined && { "aria-invalid": true, "aria-describedby": problemId(name) })}
      />
    </div>
  );
}
