import type { Dossier, OpenTask } from "../domain/dossier.ts";
import type { AttachedFile } from "../domain/events.ts";
import type { Procedure } from "../domain/procedure.ts";
import { catalogue } from "../domain/tasks/catalogue.ts";
import type { Problem } from "../domain/tasks/task-kind.ts";
import type { Language } from "../domain/text.ts";
import { promisedContact } from "../letters/wording/first-contact.ts";
import { nameAndTitle } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import { ifNobodyAnswers } from "../letters/wording/silence.ts";
import { whyTaskIsDueThen } from "../letters/wording/why.ts";
import type { Instant } from "../ports.ts";
import { AnswerForm } from "./answer-form.tsx";
import { CaseFile } from "./case-file.tsx";
import { otherLanguage } from "./complainant-language.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { page } from "./layout.tsx";
import { Moment } from "./moment.tsx";
import { PhaseSteps } from "./phase-steps.tsx";

/** What the page behind `/t/<secret>` is made of while its task is open. */
export interface TaskPage {
  readonly dossier: Dossier;
  readonly task: OpenTask;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly now: Instant;
  /** What was posted, when it could not be taken: it stands in the fields again. Left out, the kind's own prefill. */
  readonly values?: Readonly<Record<string, string>>;
  /** Why it could not be taken. */
  readonly problems?: readonly Problem[];
  /** Where the form is posted to: the page's own path, with `?lang=` when a language was chosen. */
  readonly action: string;
  /** Where the original of an attached file is; without it files are named only. */
  readonly hrefOfFile?: (file: AttachedFile) => string;
}

/** The whole HTML document: what is asked, by when and why then, the case, and the form (`urlencoded` POST). */
export function taskPage(view: TaskPage): string {
  const { dossier, task, procedure, language, now, action, hrefOfFile } = view;
  const say = speaking(language);
  const kind = catalogue[task.kind];
  const problems = view.problems ?? [];
  const values = view.values ?? kind.prefill?.(dossier, procedure, language) ?? {};
  const title = say(kind.title);
  const contact = promisedContact(task, dossier, procedure, language, now);
  const other = otherLanguage(dossier, procedure, language);
  return page({
    title: `${problems.length > 0 ? say({ nl: "Fout: ", en: "Error: " }) : ""}${title} · ${dossier.number}`,
    language,
    procedure,
    wide: true,
    children: (
      <>
        <PhaseSteps dossier={dossier} language={language} />
        <ErrorSummary problems={problems} kind={kind} procedure={procedure} language={language} />
        <div class="opening">
          <p class="eyebrow">
            {say({ nl: "Zaak", en: "Case" })} {dossier.number}
          </p>
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">{say(kind.purpose)}</p>
          {contact !== undefined && <p class="notice">{contact}</p>}
          <dl class="utrecht-data-list due">
            <div class="utrecht-data-list__item">
              <dt class="utrecht-data-list__item-key">{say({ nl: "Voor wie", en: "For whom" })}</dt>
              <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">
                {nameAndTitle(`role:${task.role}`, dossier, procedure, language)}
              </dd>
            </div>
            <div class="utrecht-data-list__item">
              <dt class="utrecht-data-list__item-key">{say({ nl: "Uiterlijk", en: "At the latest" })}</dt>
              <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">
                <strong>
                  <Moment at={task.dueAt} language={language} procedure={procedure} />
                </strong>
                {task.dueAt <= now && <strong class="late"> {say({ nl: "Te laat", en: "Late" })}</strong>}
                <br />
                <span class="quiet">{whyTaskIsDueThen(task.kind, procedure, language)}</span>
              </dd>
            </div>
          </dl>
          <details class="fold">
            <summary>{say({ nl: "Wat als ik niets doe?", en: "What if I do nothing?" })}</summary>
            <ol class="fold__inside timeline">
              {ifNobodyAnswers(task, dossier, procedure, language).map(({ at, what }) => (
                <li>
                  <Moment at={at} language={language} procedure={procedure} />
                  <span>{what}</span>
                </li>
              ))}
            </ol>
          </details>
        </div>
        <div class="desk">
          <CaseFile dossier={dossier} procedure={procedure} language={language} hrefOfFile={hrefOfFile} />
          <section class="desk__answer" aria-labelledby="answer-title">
            <h2 class="utrecht-heading-2" id="answer-title">
              {say({ nl: "Uw antwoord", en: "Your answer" })}
            </h2>
            {task.kind === "write-outcome" && other !== undefined && <p class="notice">{say(other.write)}</p>}
            <AnswerForm
              kind={kind}
              action={action}
              values={values}
              problems={problems}
              procedure={procedure}
              language={language}
            />
          </section>
        </div>
      </>
    ),
  });
}
