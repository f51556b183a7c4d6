import type { AnsweredTask, Dossier } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import { fieldsOf, optionsOf } from "../domain/tasks/answer.ts";
import { catalogue } from "../domain/tasks/catalogue.ts";
import type { Field } from "../domain/tasks/task-kind.ts";
import type { Language } from "../domain/text.ts";
import { dateInWords } from "../letters/wording/moment.ts";
import { nameAndTitle } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import { Moment } from "./moment.tsx";
import { WordsOf } from "./words-of.tsx";

interface EarlierProps {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
}

/** What was answered before in this case, task by task, oldest first. */
export function Earlier({ dossier, procedure, language }: EarlierProps) {
  const say = speaking(language);
  const answered = dossier.tasks.filter((task) => task.status === "answered");
  return answered.map((task) => (
    <details class="fold">
      <summary>
        {say(catalogue[task.kind].title)}
        {hasChoice(task) && (
          <>
            : <OutcomeLabel task={task} language={language} />
          </>
        )}
        <span class="fold__when">
          <Moment at={task.answeredAt} language={language} procedure={procedure} dayOnly />
        </span>
      </summary>
      <div class="fold__inside">
        <p class="quiet">{nameAndTitle(task.by, dossier, procedure, language)}</p>
        <dl class="utrecht-data-list facts">
          {fieldsOf(catalogue[task.kind], task.answer.outcome).flatMap((field) => {
            const value = task.answer.facts[field.name] ?? task.answer.private[field.name];
            if (value === undefined) return [];
            return [
              <div class="utrecht-data-list__item">
                <dt class="utrecht-data-list__item-key">{say(field.label)}</dt>
                <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">
                  <Answered field={field} value={value} procedure={procedure} language={language} />
                </dd>
              </div>,
            ];
          })}
        </dl>
      </div>
    </details>
  ));
}

/** Whether the task could end in more than one way: else its outcome says no more than that it was done. */
export function hasChoice({ kind }: AnsweredTask): boolean {
  return catalogue[kind].outcomes.length > 1;
}

/** The outcome in words. */
export function OutcomeLabel({ task, language }: { readonly task: AnsweredTask; readonly language: Language }) {
  const outcome = catalogue[task.kind].outcomes.find(({ id }) => id === task.answer.outcome);
  return <>{outcome === undefined ? task.answer.outcome : speaking(language)(outcome.label)}</>;
}

interface AnsweredProps {
  readonly field: Field;
  readonly value: string;
  readonly procedure: Procedure;
  readonly language: Language;
}

function Answered({ field, value, procedure, language }: AnsweredProps) {
  switch (field.control.type) {
    case "choice": {
      const option = optionsOf(field, procedure).find(({ id }) => id === value);
      return <>{option === undefined ? value : speaking(language)(option.label)}</>;
    }
    case "date":
      return <time dateTime={value}>{dateInWords(value, language)}</time>;
    case "line":
    case "paragraph":
      return <WordsOf text={value} otherwise="" />;
  }
}
