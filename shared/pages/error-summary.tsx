import type { Dossier } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import { optionsOf, outcomesOf } from "../domain/tasks/answer.ts";
import type { Form, Problem } from "../domain/tasks/task-kind.ts";
import type { Language } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { inputId } from "./field-ids.ts";

interface ErrorSummaryProps {
  readonly problems: readonly Problem[];
  readonly form: Form;
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
}

/** What must be put right, each linked to its field. It takes the focus, so that nobody has to look for it. */
export function ErrorSummary({ problems, form, dossier, procedure, language }: ErrorSummaryProps) {
  if (problems.length === 0) return null;
  const say = speaking(language);
  return (
    <div
      class="utrecht-alert utrecht-alert--error problems"
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: the page came back because of these problems; without scripts nothing else can bring the reader to them
      autoFocus
      aria-labelledby="problems-title"
    >
      <div class="utrecht-alert__content">
        <div class="utrecht-alert__message">
          <h2 class="utrecht-heading-3" id="problems-title">
            {say({ nl: "Er ging iets mis", en: "There is a problem" })}
          </h2>
          <p>{say({ nl: "Uw antwoord is nog niet verstuurd.", en: "Your answer has not been sent yet." })}</p>
          <ul class="utrecht-link-list utrecht-link-list--html-ul">
            {problems.map((problem) => (
              <li>
                <a
                  class="utrecht-link utrecht-link--html-a"
                  href={`#${firstInput(problem.field, form, procedure, dossier)}`}
                >
                  {label(problem.field, form, language)}
                </a>{" "}
                {say(problem.message)}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

function label(name: string, form: Form, language: Language): string {
  const field = form.fields.find((one) => one.name === name);
  return speaking(language)(field?.label ?? { nl: "Wat kiest u?", en: "What do you choose?" });
}

/** A link to a group of choices goes to the first of them. */
function firstInput(name: string, form: Form, procedure: Procedure, dossier: Dossier): string {
  if (name === "outcome") return inputId(name, outcomesOf(form, procedure, dossier)[0]?.id);
  const field = form.fields.find((one) => one.name === name);
  const first = field === undefined ? undefined : optionsOf(field, procedure, dossier)[0];
  return inputId(name, first?.id);
}
