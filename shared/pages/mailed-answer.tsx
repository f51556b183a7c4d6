import { decide } from "../domain/decide.ts";
import { fieldsOf, outcomesOf } from "../domain/tasks/answer.ts";
import type { FilledFromMail } from "../domain/tasks/by-mail/filled-from-mail.ts";
import { formOf } from "../domain/tasks/catalogue.ts";
import type { Field, Outcome } from "../domain/tasks/task-kind.ts";
import type { Text } from "../domain/text.ts";
import { together } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import { isFinal } from "./answer-form.tsx";
import { AnsweredField } from "./answered-field.tsx";
import { Entry } from "./entry.tsx";
import { Moment } from "./moment.tsx";
import type { MailedAnswer, TaskPage } from "./task-page.tsx";
import { WordsOf } from "./words-of.tsx";

interface MailedAnswerProps {
  readonly view: TaskPage;
  readonly mailed: MailedAnswer;
  readonly filled: FilledFromMail;
}

/** As many characters of somebody's own words as are repeated beside the button; the form has all of them. */
const shownOfWords = 400;

/**
 * For a colleague who answered by mail: what that mail would decide, in words, with one button that posts just that; or, where it does not tell
 * enough, what is still to be filled in.
 */
export function MailedAnswerNotice({ view, mailed, filled }: MailedAnswerProps) {
  const { procedure, language } = view;
  const say = speaking(language);
  const outcome = outcomeIn(view, filled);
  const missing = outcome === undefined ? undefined : missingIn(outcome, view, filled);
  const isAnythingFilledIn = filled.fromMail.size > 0;
  return (
    <section class="mailed" aria-labelledby="mailed-title">
      <h2 class="utrecht-heading-2" id="mailed-title">
        {say(missing?.length === 0 ? isThisRight : isAnythingFilledIn ? filledInAhead : nothingFilledIn)}
      </h2>
      <p>
        {say(
          isAnythingFilledIn
            ? { nl: "Dit komt uit uw mail van", en: "This comes from your mail of" }
            : { nl: "Wij lazen uw mail van", en: "We read your mail of" },
        )}{" "}
        <Moment at={mailed.at} language={language} procedure={procedure} />.{" "}
        {say({ nl: "Er is nog niets besloten.", en: "Nothing has been decided yet." })}
      </p>
      {outcome !== undefined && missing?.length === 0 ? (
        <Confirm view={view} filled={filled} outcome={outcome} />
      ) : (
        <p>
          <strong>
            {missing === undefined || missing.length === 0
              ? say(chooseYourself)
              : say({
                  nl: `Nog nodig: ${together(missing.map(inQuotes), language)}`,
                  en: `Still needed: ${together(missing.map(inQuotes), language)}`,
                })}
          </strong>
          {". "}
          {isAnythingFilledIn &&
            say({
              nl: "Kijk bij ‘Uw antwoord’ ook na wat er al staat.",
              en: "Under ‘Your answer’ check what is there already, too.",
            })}
        </p>
      )}
      {!(missing?.length === 0 && isRepeated(mailed.words, filled)) && (
        <details class="fold">
          <summary>{say({ nl: "Wat schreef u ook alweer?", en: "What was it that you wrote?" })}</summary>
          <div class="fold__inside">
            <WordsOf text={mailed.words} otherwise="" />
          </div>
        </details>
      )}
    </section>
  );

  function inQuotes({ label }: Pick<Field, "label">): string {
    return `‘${say(label)}’`;
  }
}

const isThisRight: Text = { nl: "Klopt dit? Bevestig het dan", en: "Is this right? Then confirm it" };
const filledInAhead: Text = { nl: "Wij vulden vast in wat u mailde", en: "We filled in what you mailed" };
const nothingFilledIn: Text = {
  nl: "Wij konden uit uw mail niets invullen",
  en: "We could not fill in anything from your mail",
};
const chooseYourself: Text = {
  nl: "Kies zelf wat u besluit: dat lazen wij niet zeker in uw mail",
  en: "Choose yourself what you decide: we did not read that for sure in your mail",
};

interface ConfirmProps {
  readonly view: TaskPage;
  readonly filled: FilledFromMail;
  readonly outcome: Outcome;
}

function Confirm({ view, filled: { values }, outcome }: ConfirmProps) {
  const { dossier, task, procedure, language, links } = view;
  const say = speaking(language);
  const fields = fieldsOf(formOf(task), outcome.id, procedure, dossier).filter(
    ({ name }) => (values[name] ?? "") !== "",
  );
  return (
    <>
      <form class="mailed__confirm" method="post" action={links.here} autocomplete="off">
        <p class="lead">
          {say({ nl: "U bevestigt:", en: "You confirm:" })} <strong>{say(outcome.label)}</strong>
        </p>
        {fields.length > 0 && (
          <dl class="utrecht-data-list facts">
            {fields.map((field) => (
              <Entry term={say(field.label)}>
                <AnsweredField
                  field={field}
                  value={excerpt(field, values[field.name] ?? "")}
                  dossier={dossier}
                  procedure={procedure}
                  language={language}
                />
              </Entry>
            ))}
          </dl>
        )}
        {fields.map(({ name }) => (
          <input type="hidden" name={name} value={values[name]} />
        ))}
        <div class="answer__end">
          <button
            class="utrecht-button utrecht-button--primary-action utrecht-button--html-button"
            type="submit"
            name="outcome"
            value={outcome.id}
          >
            {say({ nl: "Bevestigen", en: "Confirm" })}
          </button>
          <p class="quiet">
            {say(isFinal)}{" "}
            {say({
              nl: "Klopt er iets niet? Verander het bij ‘Uw antwoord’ en verstuur het daar.",
              en: "Is something not right? Change it under ‘Your answer’ and send it there.",
            })}
          </p>
        </div>
      </form>
      <p class="mailed__changed">
        <strong>
          {say({
            nl: "U hebt iets veranderd bij ‘Uw antwoord’. Verstuur het daar.",
            en: "You have changed something under ‘Your answer’. Send it there.",
          })}
        </strong>
      </p>
    </>
  );
}

/** Whether the whole mail stands beside the button already. */
function isRepeated(words: string, { values }: FilledFromMail): boolean {
  return words.length <= shownOfWords && Object.values(values).includes(words);
}

function excerpt({ control }: Field, value: string): string {
  if (control.type !== "paragraph" || value.length <= shownOfWords) return value;
  return `${value.slice(0, shownOfWords).toWellFormed()} …`;
}

/** How the task would end; `undefined` where the mail leaves that open. */
function outcomeIn({ task, dossier, procedure }: TaskPage, { values, isSettled }: FilledFromMail): Outcome | undefined {
  const offered = outcomesOf(formOf(task), procedure, dossier);
  if (!isSettled) return undefined;
  return offered.length === 1 ? offered[0] : offered.find(({ id }) => id === values["outcome"]);
}

/** What still stands in the way of an answer, each question once; none when it would be taken as it is. */
function missingIn(
  outcome: Outcome,
  { by, task, dossier, procedure, now }: TaskPage,
  { values }: FilledFromMail,
): readonly Pick<Field, "label">[] {
  const posted = { ...values, outcome: outcome.id };
  const trial = decide({ type: "AnswerTask", taskId: task.taskId, by, posted }, dossier, procedure, now);
  if (trial.ok) return [];
  const names = trial.refusal.reason === "invalid-answer" ? trial.refusal.problems.map(({ field }) => field) : [];
  return [...new Set(names)].map(
    (name) =>
      formOf(task).fields.find((field) => field.name === name) ?? { label: { nl: "Uw keuze", en: "Your choice" } },
  );
}
