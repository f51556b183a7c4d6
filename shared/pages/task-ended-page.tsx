import type { AnsweredTask, Dossier, ExpiredTask } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import { catalogue } from "../domain/tasks/catalogue.ts";
import type { Language } from "../domain/text.ts";
import { nameAndTitle } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import type { Instant } from "../ports.ts";
import { hasChoice, OutcomeLabel } from "./earlier-answers.tsx";
import { page } from "./layout.tsx";
import { Moment } from "./moment.tsx";
import { PhaseSteps } from "./phase-steps.tsx";

/** What the page behind `/t/<secret>` is made of once its task has ended. */
export interface TaskEndedPage {
  readonly dossier: Dossier;
  readonly task: AnsweredTask | ExpiredTask;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly now: Instant;
  /** This very visit answered it: thank the visitor. */
  readonly justAnswered?: boolean;
  /** This very visit tried to answer it, after it had ended. */
  readonly late?: boolean;
}

/**
 * The whole HTML document: who did what and when, and what happens now. For a second click, another browser, a late
 * click. The link is dead, so nothing of the file is on it: no complaint, no words of the answer.
 */
export function taskEndedPage(view: TaskEndedPage): string {
  const { dossier, task, procedure, language, justAnswered = false, late = false } = view;
  const say = speaking(language);
  const title = justAnswered
    ? say({ nl: "Dank u wel", en: "Thank you" })
    : task.status === "answered"
      ? say({ nl: "Deze taak is al klaar", en: "This task is done already" })
      : say({ nl: "Deze link werkt niet meer", en: "This link no longer works" });
  return page({
    title: `${title} · ${dossier.number}`,
    language,
    procedure,
    children: (
      <>
        <PhaseSteps dossier={dossier} language={language} />
        <div class="opening">
          <p class="eyebrow">
            {say({ nl: "Zaak", en: "Case" })} {dossier.number}
          </p>
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">{lead(view)}</p>
          {late && (
            <p>
              {say({
                nl: "Moet er toch iets in de zaak? Stuur het dan als antwoord op de mail die u van ons kreeg.",
                en: "Is there still something for the case? Then send it as a reply to the mail you had from us.",
              })}
            </p>
          )}
        </div>
        <dl class="utrecht-data-list due">
          <div class="utrecht-data-list__item">
            <dt class="utrecht-data-list__item-key">{say({ nl: "Taak", en: "Task" })}</dt>
            <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">
              {say(catalogue[task.kind].title)}
            </dd>
          </div>
          {task.status === "answered" ? (
            <>
              <div class="utrecht-data-list__item">
                <dt class="utrecht-data-list__item-key">{say({ nl: "Gedaan door", en: "Done by" })}</dt>
                <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">
                  {nameAndTitle(task.by, dossier, procedure, language)}
                </dd>
              </div>
              <div class="utrecht-data-list__item">
                <dt class="utrecht-data-list__item-key">{say({ nl: "Op", en: "On" })}</dt>
                <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">
                  <Moment at={task.answeredAt} language={language} procedure={procedure} />
                </dd>
              </div>
              {hasChoice(task) && (
                <div class="utrecht-data-list__item">
                  <dt class="utrecht-data-list__item-key">{say({ nl: "Keuze", en: "Choice" })}</dt>
                  <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">
                    <OutcomeLabel task={task} language={language} />
                  </dd>
                </div>
              )}
            </>
          ) : (
            <>
              <div class="utrecht-data-list__item">
                <dt class="utrecht-data-list__item-key">{say({ nl: "Lag bij", en: "Was with" })}</dt>
                <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">
                  {nameAndTitle(`role:${task.role}`, dossier, procedure, language)}
                </dd>
              </div>
              <div class="utrecht-data-list__item">
                <dt class="utrecht-data-list__item-key">{say({ nl: "Gestopt op", en: "Ended on" })}</dt>
                <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">
                  <Moment at={task.expiredAt} language={language} procedure={procedure} />
                </dd>
              </div>
            </>
          )}
        </dl>
        <h2 class="utrecht-heading-2">{say({ nl: "Wat gebeurt er nu?", en: "What happens now?" })}</h2>
        <Next {...view} />
      </>
    ),
  });
}

function lead({ task, language, justAnswered = false, late = false }: TaskEndedPage): string {
  const say = speaking(language);
  if (justAnswered) {
    return say({
      nl: "Uw antwoord is bewaard. U kunt deze pagina sluiten.",
      en: "Your answer is saved. You can close this page.",
    });
  }
  if (late) {
    return task.status === "answered"
      ? say({
          nl: "Uw antwoord is niet bewaard. Iemand was u voor.",
          en: "Your answer was not saved. Somebody was first.",
        })
      : say({
          nl: "Uw antwoord is niet bewaard. De tijd voor deze taak was om.",
          en: "Your answer was not saved. The time for this task was up.",
        });
  }
  return task.status === "answered"
    ? say({
        nl: "Iemand heeft deze taak al gedaan. Er is niets veranderd door uw bezoek.",
        en: "Somebody has done this task already. Your visit has changed nothing.",
      })
    : say({
        nl: "Er kwam op tijd geen antwoord. Er is niets veranderd door uw bezoek.",
        en: "No answer came in time. Your visit has changed nothing.",
      });
}

/** Whose turn it is now, or that it is about to be somebody's. */
function Next({ dossier, procedure, language }: TaskEndedPage) {
  const say = speaking(language);
  const open = dossier.tasks.filter(({ status }) => status === "open");
  if (dossier.status === "closed") {
    return (
      <p>
        {say({ nl: "De zaak is gesloten op", en: "The case was closed on" })}{" "}
        <Moment at={dossier.closedAt} language={language} procedure={procedure} dayOnly />.
      </p>
    );
  }
  if (open.length === 0) {
    return (
      <p>
        {say({
          nl: "De zaak gaat verder. Wie nu aan zet is, krijgt een mail met een nieuwe link.",
          en: "The case goes on. Whoever is next gets a mail with a new link.",
        })}
      </p>
    );
  }
  return (
    <ul class="plain">
      {open.map((task) => (
        <li>
          <strong>{say(catalogue[task.kind].title)}</strong>
          <br />
          {nameAndTitle(`role:${task.role}`, dossier, procedure, language)}, {say({ nl: "voor", en: "before" })}{" "}
          <Moment at={task.dueAt} language={language} procedure={procedure} />
        </li>
      ))}
    </ul>
  );
}
