import type { AnsweredTask, Dossier } from "../domain/dossier.ts";
import { type Party, party as partyCode } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import { isSamePerson, personOf } from "../domain/roles.ts";
import { fieldsOf } from "../domain/tasks/answer.ts";
import { formOf } from "../domain/tasks/catalogue.ts";
import type { Language } from "../domain/text.ts";
import { nameAndTitle, titleOf } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import { taskName } from "../letters/wording/task-name.ts";
import { AboutField } from "./about-field.tsx";
import { AnsweredField } from "./answered-field.tsx";
import { Entry } from "./entry.tsx";
import { Moment } from "./moment.tsx";

interface EarlierProps {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
  /** Whose task it is read for: what is new to them since their own last answer stands open. Left out, all is folded. */
  readonly newTo?: Party | undefined;
}

/** What was answered before in this case, task by task, oldest first: accounts of both sides too. */
export function Earlier({ dossier, procedure, language, newTo }: EarlierProps) {
  const say = speaking(language);
  const { tasks } = dossier;
  const answered = tasks.filter((task) => task.status === "answered");
  const theirs = answered.filter(({ by }) => newTo !== undefined && isSamePerson(by, newTo, procedure, dossier));
  const lastTheirs =
    theirs
      .map(({ answeredAt }) => answeredAt)
      .toSorted()
      .at(-1) ?? "";
  return tasks.flatMap((task, index) => {
    if (task.status !== "answered") return [];
    // What was asked and offered then: a second proposal has other names than the first.
    const then = { ...dossier, tasks: tasks.slice(0, index) };
    return [
      <details class="fold" open={newTo !== undefined && task.answeredAt > lastTheirs}>
        <summary>
          {say(taskName(task, dossier))}
          {hasChoice(task) && (
            <>
              {say(taskName(task, dossier)).endsWith("?") ? " " : ": "}
              <OutcomeLabel task={task} language={language} />
            </>
          )}
          <span class="fold__when">
            <bdi>{nameOf(task.onBehalfOf ?? task.by, then, procedure, language)}</bdi>,{" "}
            <Moment at={task.answeredAt} language={language} procedure={procedure} dayOnly />
          </span>
        </summary>
        <div class="fold__inside">
          <p class="quiet">{answeredBy(task, dossier, procedure, language)}</p>
          <dl class="utrecht-data-list facts">
            {fieldsOf(formOf(task), task.answer.outcome, procedure, then).flatMap((field) => {
              const value = task.answer.facts[field.name] ?? task.answer.private[field.name];
              if (value === undefined) return [];
              return [
                <Entry term={say(field.label)}>
                  <AboutField about={field.about?.(then, language)} />
                  <AnsweredField field={field} value={value} dossier={then} procedure={procedure} language={language} />
                </Entry>,
              ];
            })}
          </dl>
        </div>
      </details>,
    ];
  });
}

function nameOf(who: Party, dossier: Dossier, procedure: Procedure, language: Language): string {
  return personOf(who, procedure, dossier)?.name || titleOf(who, procedure, language);
}

/** Who answered; with whom they asked, and whom it is about. */
function answeredBy(
  { by, onBehalfOf, about }: AnsweredTask,
  dossier: Dossier,
  procedure: Procedure,
  language: Language,
): string {
  const say = speaking(language);
  const name = nameAndTitle(by, dossier, procedure, language);
  if (onBehalfOf !== undefined) {
    const asked = nameAndTitle(onBehalfOf, dossier, procedure, language);
    return say({ nl: `${asked}, opgeschreven door ${name}`, en: `${asked}, written down by ${name}` });
  }
  const whom = partyCode.safeParse(about).data;
  if (whom === undefined || whom === by) return name;
  const other = nameAndTitle(whom, dossier, procedure, language);
  return say({ nl: `${name}, over ${other}`, en: `${name}, about ${other}` });
}

/** Whether the task could end in more than one way: else its outcome says no more than that it was done. */
export function hasChoice(task: AnsweredTask): boolean {
  return formOf(task).outcomes.length > 1;
}

/** The outcome in words. */
export function OutcomeLabel({ task, language }: { readonly task: AnsweredTask; readonly language: Language }) {
  const outcome = formOf(task).outcomes.find(({ id }) => id === task.answer.outcome);
  return <>{outcome === undefined ? task.answer.outcome : speaking(language)(outcome.label)}</>;
}
