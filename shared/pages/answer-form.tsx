import { fieldsOf } from "../domain/tasks/answer.ts";
import type { Field, Outcome, TaskKind } from "../domain/tasks/task-kind.ts";
import { speaking } from "../letters/wording/say.ts";
import { type Asked, FieldAsked } from "./field-asked.tsx";
import { RadioGroup } from "./radio-group.tsx";

interface AnswerFormProps extends Asked {
  readonly kind: TaskKind;
  readonly action: string;
}

/** The form of a task, made from its kind alone. Every field is asked once, also when several outcomes need it. */
export function AnswerForm({ kind, action, ...asked }: AnswerFormProps) {
  const say = speaking(asked.language);
  const choices: readonly Outcome[] = kind.outcomes.length > 1 ? kind.outcomes : [];
  return (
    <form class="answer utrecht-form" method="post" action={action} noValidate autocomplete="off">
      {choices.length > 0 && (
        <RadioGroup
          name="outcome"
          legend={say({ nl: "Hoe gaat het verder?", en: "What happens next?" })}
          options={choices}
          asked={asked}
          big
        />
      )}
      {kind.fields.map((field) => (
        <div class={`answer__field ${whenAsked(field, kind)}`}>
          <FieldAsked field={field} onlyWith={outcomesOf(field, kind)} asked={asked} />
        </div>
      ))}
      <div class="answer__end">
        <button class="utrecht-button utrecht-button--primary-action utrecht-button--html-button" type="submit">
          {say({ nl: "Versturen", en: "Send" })}
        </button>
        <p class="quiet">
          {say({
            nl: "Na het versturen kunt u uw antwoord niet meer veranderen.",
            en: "Once sent, you cannot change your answer.",
          })}
        </p>
      </div>
    </form>
  );
}

/** The outcomes for which a field is asked; none when it is asked for all. */
function outcomesOf(field: Field, kind: TaskKind): readonly Outcome[] {
  const some = kind.outcomes.filter(({ id }) => fieldsOf(kind, id).includes(field));
  return some.length === kind.outcomes.length ? [] : some;
}

/** `for-1 for-3`: the style sheet hides the field while another outcome is chosen. */
function whenAsked(field: Field, kind: TaskKind): string {
  if (outcomesOf(field, kind).length === 0) return "";
  return `answer__field--some ${kind.outcomes
    .flatMap(({ id }, index) => (fieldsOf(kind, id).includes(field) ? [`for-${index + 1}`] : []))
    .join(" ")}`;
}
