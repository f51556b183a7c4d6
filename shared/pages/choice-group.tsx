import type { Option } from "../domain/tasks/task-kind.ts";
import { speaking } from "../letters/wording/say.ts";
import { AboutField } from "./about-field.tsx";
import type { Asked } from "./field-asked.tsx";
import { aboutId, hintId, inputId, mailId, onlyWithId, optionHintId, problemId } from "./field-ids.ts";
import { FromMail } from "./from-mail.tsx";

interface ChoiceGroupProps {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly note?: string | undefined;
  /** Words of the file that the choice is about. */
  readonly about?: string | undefined;
  readonly options: readonly Option[];
  readonly asked: Asked;
  /** Several may be ticked; else one is chosen. */
  readonly several?: boolean;
  /** The choice that decides what else is asked: shown as cards, numbered for the style sheet. */
  readonly big?: boolean;
}

/** A choice from a list, as radio buttons or as checkboxes. */
export function ChoiceGroup({
  name,
  legend,
  hint,
  note,
  about,
  options,
  asked,
  several = false,
  big = false,
}: ChoiceGroupProps) {
  const say = speaking(asked.language);
  const problem = asked.problems.find((one) => one.field === name);
  const described = [
    ...(about === undefined ? [] : [aboutId(name)]),
    ...(note === undefined ? [] : [onlyWithId(name)]),
    ...(hint === undefined ? [] : [hintId(name)]),
    ...(asked.fromMail?.has(name) === true ? [mailId(name)] : []),
    ...(problem === undefined ? [] : [problemId(name)]),
  ].join(" ");
  const value = asked.values[name] ?? "";
  const chosen = several ? value.split(",") : [value];
  const look = several ? "checkbox" : "utrecht-radio-button utrecht-radio-button--html-input";
  return (
    <div class={`utrecht-form-fieldset${problem === undefined ? "" : " utrecht-form-fieldset--invalid"}`}>
      <fieldset
        class={`utrecht-form-fieldset__fieldset utrecht-form-fieldset__fieldset--html-fieldset choice${big ? " choice--big" : ""}`}
        {...(described !== "" && { "aria-describedby": described })}
      >
        <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">{legend}</legend>
        <AboutField about={about} id={aboutId(name)} />
        {note !== undefined && (
          <p class="utrecht-form-field-description only-with" id={onlyWithId(name)}>
            {note}
          </p>
        )}
        {hint !== undefined && (
          <p class="utrecht-form-field-description" id={hintId(name)}>
            {hint}
          </p>
        )}
        <FromMail name={name} asked={asked} />
        {problem !== undefined && (
          <p class="utrecht-form-field-error-message" id={problemId(name)}>
            {say(problem.message)}
          </p>
        )}
        <div class="choice__options">
          {options.map((option, index) => (
            <div class="choice__option">
              <input
                class={`${look}${big ? ` chooses-${index + 1}` : ""}`}
                type={several ? "checkbox" : "radio"}
                id={inputId(name, option.id)}
                name={name}
                value={option.id}
                checked={chosen.includes(option.id)}
                {...(option.hint !== undefined && { "aria-describedby": optionHintId(name, option.id) })}
              />
              <div>
                <label class="utrecht-form-label utrecht-form-label--radio" for={inputId(name, option.id)}>
                  {say(option.label)}
                </label>
                {option.hint !== undefined && (
                  <p class="utrecht-form-field-description" id={optionHintId(name, option.id)}>
                    {say(option.hint)}
                  </p>
                )}
              </div>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
