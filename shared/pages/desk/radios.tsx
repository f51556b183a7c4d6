import type { Text } from "../../domain/text.ts";
import { speaking } from "../../letters/wording/say.ts";
import type { Filled } from "../complain-field.tsx";
import { inputId, problemId } from "../field-ids.ts";

interface RadiosProps {
  readonly name: string;
  readonly legend: Text;
  readonly options: readonly { readonly id: string; readonly label: Text }[];
  readonly filled: Filled;
  readonly optional?: boolean;
}

/** One choice out of a few, with its problem. */
export function Radios({ name, legend, options, filled, optional = false }: RadiosProps) {
  const say = speaking(filled.language);
  const problem = filled.problems.find(({ field }) => field === name);
  return (
    <fieldset
      class={`utrecht-form-fieldset__fieldset utrecht-form-fieldset__fieldset--html-fieldset choice${problem === undefined ? "" : " utrecht-form-field--invalid"}`}
      {...(problem !== undefined && { "aria-describedby": problemId(name) })}
    >
      <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">
        {say(legend)}
        {optional && <span class="optional"> ({say({ nl: "niet verplicht", en: "optional" })})</span>}
      </legend>
      {problem !== undefined && (
        <p class="utrecht-form-field-error-message" id={problemId(name)}>
          {say(problem.message)}
        </p>
      )}
      <div class="choice__options">
        {options.map(({ id, label }) => (
          <div class="choice__option">
            <input
              class="utrecht-radio-button utrecht-radio-button--html-input"
              type="radio"
              id={inputId(name, id)}
              name={name}
              value={id}
              checked={filled.values[name] === id}
            />
            <div>
              <label class="utrecht-form-label utrecht-form-label--radio" for={inputId(name, id)}>
                {say(label)}
              </label>
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
