import type { ComponentChildren } from "preact";
import { actionsFor } from "../domain/actions/catalogue.ts";
import { mayAnswer } from "../domain/deciding/may-answer.ts";
import type { OpenTask } from "../domain/dossier.ts";
import { filledFromMail, type MailedWords } from "../domain/tasks/by-mail/filled-from-mail.ts";
import { formOf } from "../domain/tasks/catalogue.ts";
import type { Problem } from "../domain/tasks/task-kind.ts";
import type { Text } from "../domain/text.ts";
import { promisedContact } from "../letters/wording/first-contact.ts";
import { nameAndTitle } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import { ifNobodyAnswers } from "../letters/wording/silence.ts";
import { taskName } from "../letters/wording/task-name.ts";
import type { Instant } from "../ports.ts";
import { AnswerForm, isFinal } from "./answer-form.tsx";
import { otherLanguage } from "./complainant-language.ts";
import { Due } from "./due.tsx";
import { Entry } from "./entry.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { FileEyebrow } from "./file-eyebrow.tsx";
import { page } from "./layout.tsx";
import { MailedAnswerNotice } from "./mailed-answer.tsx";
import { MatterFile } from "./matter-file.tsx";
import { Moment } from "./moment.tsx";
import { MoreToDo } from "./more-to-do.tsx";
import { PhaseSteps } from "./phase-steps.tsx";
import { PrintedLetter } from "./printed-letter.tsx";
import type { CaseView } from "./status-page.tsx";
import { whyYours } from "./why-yours.ts";

/** What a colleague mailed as an answer, and when; `day` is the local date of that. */
export interface MailedAnswer extends MailedWords {
  readonly at: Instant;
}

/** What the page of an open task is made of. */
export interface TaskPage extends CaseView {
  readonly task: OpenTask;
  /** What was posted, when it could not be taken: it stands in the fields again. Left out, the kind's own prefill. */
  readonly values?: Readonly<Record<string, string>>;
  /** Why it could not be taken. */
  readonly problems?: readonly Problem[];
  /** What the reader mailed as an answer: the form is filled in from it. */
  readonly mailed?: MailedAnswer | undefined;
}

/** For a colleague: what is asked, by when and why then, why of them, the case, and the form (`urlencoded` POST). */
export function taskPage(view: TaskPage): string {
  const { by, dossier, task, procedure, language, now, links } = view;
  const say = speaking(language);
  const form = formOf(task);
  const problems = view.problems ?? [];
  const isOpenToReader = mayAnswer(task.kind, task.assignee, by, dossier, procedure);
  const proposed = form.prefill?.(dossier, procedure, language) ?? {};
  const mailed = view.values === undefined && isOpenToReader ? view.mailed : undefined;
  const fromMail = mailed && filledFromMail(form, mailed, proposed, { dossier, procedure });
  const values = view.values ?? fromMail?.values ?? proposed;
  const title = say(taskName(task, dossier));
  const other = otherLanguage(dossier, procedure, language);
  const writes = task.kind === "write-outcome" || task.kind === "final-outcome";
  const asked = { values, problems, dossier, procedure, language };
  const filled = { ...asked, ...(fromMail !== undefined && { fromMail: fromMail.fromMail }) };
  return page({
    title: `${problems.length > 0 ? say({ nl: "Fout: ", en: "Error: " }) : ""}${title} · ${dossier.number}`,
    language,
    procedure,
    desk: links.desk,
    wide: true,
    children: (
      <>
        <PhaseSteps dossier={dossier} procedure={procedure} language={language} />
        <ErrorSummary form={form} {...asked} />
        <TaskOpening view={view}>
          {mailed !== undefined && fromMail !== undefined && (
            <MailedAnswerNotice view={view} mailed={mailed} filled={fromMail} />
          )}
        </TaskOpening>
        {task.kind === "send-by-post" && (
          <PrintedLetter task={task} dossier={dossier} procedure={procedure} language={language} now={now} />
        )}
        <div class="desk">
          <MatterFile
            dossier={dossier}
            procedure={procedure}
            language={language}
            now={now}
            hrefOfFile={links.file}
            hrefOfOriginal={links.original}
            behind={view.behind}
            newTo={task.assignee}
          />
          <div class="desk__answer">
            <section aria-labelledby="answer-title">
              <h2 class="utrecht-heading-2" id="answer-title">
                {say({ nl: "Uw antwoord", en: "Your answer" })}
              </h2>
              {writes && other !== undefined && <p class="notice">{say(other.write)}</p>}
              {isOpenToReader ? (
                <AnswerForm form={form} action={links.here} note={say(isFinal)} {...filled} />
              ) : (
                <p>{say(notByWriter)}</p>
              )}
            </section>
            <section class="desk__more" aria-labelledby="more-title">
              <h2 class="utrecht-heading-2" id="more-title">
                {say({ nl: "Wat kunt u nog meer doen?", en: "What else can you do?" })}
              </h2>
              <MoreToDo
                dossier={dossier}
                actions={actionsFor({ by, task }, dossier, procedure, now)}
                hrefOf={links.action}
                language={language}
              />
            </section>
          </div>
        </div>
      </>
    ),
  });
}

/** Of all tasks of colleagues only the approval is closed to a colleague: to who wrote the outcome (B27). */
const notByWriter: Text = {
  nl: "U schreef de uitkomst zelf. Een ander keurt hem goed. U kunt deze taak wel aan een collega geven.",
  en: "You wrote the outcome yourself. Somebody else approves it. You can give this task to a colleague.",
};

/** `children` stand right below the title. */
function TaskOpening({ view, children }: { readonly view: TaskPage; readonly children: ComponentChildren }) {
  const { dossier, task, procedure, language, now } = view;
  const say = speaking(language);
  const { purpose } = formOf(task);
  const contact = promisedContact(task, dossier, procedure, language, now);
  return (
    <div class="opening">
      <FileEyebrow dossier={dossier} language={language} />
      <h1 class="utrecht-heading-1">{say(taskName(task, dossier))}</h1>
      {children}
      <p class="lead">{say(purpose)}</p>
      {[...whyYours(task, dossier, procedure, language), ...(contact === undefined ? [] : [contact])].map((one) => (
        <p class="notice">{one}</p>
      ))}
      <dl class="utrecht-data-list due">
        <Entry term={say({ nl: "Voor wie", en: "For whom" })}>
          {nameAndTitle(task.assignee, dossier, procedure, language)}
        </Entry>
        <Due task={task} dossier={dossier} procedure={procedure} language={language} now={now} />
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
  );
}
