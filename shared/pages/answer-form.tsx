import { fieldsOf, outcomesOf } from "../domain/tasks/answer.ts";
import type { Field, Form, Outcome } from "../domain/tasks/task-kind.ts";
import type { Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { ChoiceGroup } from "./choice-group.tsx";
import { type Asked, FieldAsked } from "./field-asked.tsx";
import { foldedAway, isOpen } from "./field-folds.ts";
import { inputId } from "./field-ids.ts";

/** What stands under the button of a task's form. */
export const isFinal: Text = {
  nl: "Na het versturen kunt u uw antwoord niet meer veranderen.",
  en: "Once sent, you cannot change your answer.",
};

interface AnswerFormProps extends Asked {
  readonly form: Form;
  /** Where it is posted to. */
  readonly action: string;
  /** What stands under the button. */
  readonly note: string;
}

/**
 * A form made from its description alone, with only what this case and procedure have. Every field is asked once, also when several outcomes
 * need it. Where there is no choice of outcome, the button itself is the choice.
 */
export function AnswerForm({ form, action, note, ...asked }: AnswerFormProps) {
  const { procedure, dossier, language } = asked;
  const say = speaking(language);
  const outcomes = outcomesOf(form, procedure, dossier);
  const only = outcomes.length === 1 ? outcomes[0] : undefined;
  const fieldsWith = outcomes.map(({ id }) => fieldsOf(form, id, procedure, dossier));
  const fields = form.fields.filter((field) => fieldsWith.some((some) => some.includes(field)));
  const shown = (field: Field) => (
    <div class={`answer__field ${whenAsked([field], fieldsWith)}`}>
      <FieldAsked field={field} onlyWith={onlyWith(field, outcomes, fieldsWith)} asked={asked} />
    </div>
  );
  return (
    <form class="answer utrecht-form" method="post" action={action} noValidate autocomplete="off">
      {only === undefined && (
        <ChoiceGroup
          name="outcome"
          legend={say({ nl: "Wat kiest u?", en: "What do you choose?" })}
          options={outcomes}
          asked={asked}
          big
        />
      )}
      {foldedAway(fields).map((group) =>
        group.title === undefined ? (
          group.fields.map(shown)
        ) : (
          <details class={`fold ${whenAsked(group.fields, fieldsWith)}`} open={isOpen(group, asked)}>
            <summary>{say(group.title)}</summary>
            <div class="fold__inside">{group.fields.map(shown)}</div>
          </details>
        ),
      )}
      <div class="answer__end">
        <button
          class="utrecht-button utrecht-button--primary-action utrecht-button--html-button"
          type="submit"
          {...(only !== undefined && { id: inputId("outcome", only.id), name: "outcome", value: only.id })}
        >
          {say(only?.label ?? { nl: "Versturen", en: "Send" })}
        </button>
        <p class="quiet">{note}</p>
      </div>
    </form>
  );
}

/** The outcomes for which a field is asked; none when it is asked for all. */
function onlyWith(
  field: Field,
  outcomes: readonly Outcome[],
  fieldsWith: readonly (readonly Field[])[],
): readonly Outcome[] {
  const some = outcomes.filter((_outcome, index) => fieldsWith[index]?.includes(field) === true);
  return some.length === outcomes.length ? [] : some;
}

/** `for-1 for-3`: the style sheet hides these fields while another outcome is chosen. */
function whenAsked(fields: readonly Field[], fieldsWith: readonly (readonly Field[])[]): string {
  const asks = (some: readonly Field[]) => fields.some((field) => some.includes(field));
  if (fieldsWith.every(asks)) return "";
  const places = fieldsWith.flatMap((some, index) => (asks(some) ? [`for-${index + 1}`] : []));
  return `answer__field--some ${places.join(" ")}`;
}
