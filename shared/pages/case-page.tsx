import { actionsFor } from "../domain/actions/catalogue.ts";
import type { OpenTask } from "../domain/dossier.ts";
import type { DutyEntry } from "../domain/duties/ledger.ts";
import { isStaff } from "../domain/party.ts";
import { isSamePerson } from "../domain/roles.ts";
import { capital } from "../letters/wording/capital.ts";
import { fileWords } from "../letters/wording/file-words.ts";
import { nameAndTitle } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import { taskName } from "../letters/wording/task-name.ts";
import { standing } from "./case-standing.ts";
import { happenedInCase } from "./case-story.ts";
import { fileTitle } from "./desk/file-title.ts";
import { type Look, WhoLooked } from "./desk/who-looked.tsx";
import { DutiesOfCase } from "./duties-of-case.tsx";
import { FileEyebrow } from "./file-eyebrow.tsx";
import { page } from "./layout.tsx";
import { MatterFile } from "./matter-file.tsx";
import { Moment } from "./moment.tsx";
import { MoreToDo } from "./more-to-do.tsx";
import { PhaseSteps } from "./phase-steps.tsx";
import type { CaseView } from "./status-page.tsx";
import { Timeline } from "./timeline.tsx";

export interface CasePage extends CaseView {
  /** How each duty of the procedure stands in this case. */
  readonly duties: readonly DutyEntry[];
  /** Who looked at the case through the desk, newest first; only there it is shown. */
  readonly looked?: readonly Look[];
}

/** A colleague's page of the case: the file, who has what to do and by when, and what they can do. For the owner its home (B17). */
export function casePage(view: CasePage): string {
  const { by, dossier, procedure, language, now, links, duties } = view;
  const say = speaking(language);
  const isComplaint = dossier.matter.kind === "complaint";
  const title = capital(say(fileWords(dossier).the));
  const actions = actionsFor({ by }, dossier, procedure, now);
  return page({
    title: `${title} · ${dossier.number}`,
    language,
    procedure,
    desk: links.desk,
    wide: true,
    children: (
      <>
        <PhaseSteps dossier={dossier} procedure={procedure} language={language} />
        <div class="opening">
          <FileEyebrow dossier={dossier} language={language} />
          <h1 class="utrecht-heading-1">
            {isComplaint && dossier.subject === "" ? title : <bdi>{fileTitle(dossier, procedure, language)}</bdi>}
          </h1>
          <p class="lead">{say(standing(dossier, procedure, language))}</p>
        </div>
        <div class="desk">
          <MatterFile
            dossier={dossier}
            procedure={procedure}
            language={language}
            now={now}
            hrefOfFile={links.file}
            hrefOfOriginal={links.original}
            behind={view.behind}
          />
          <div class="desk__answer">
            <section aria-labelledby="open-title">
              <h2 class="utrecht-heading-2" id="open-title">
                {say({ nl: "Wie is aan zet?", en: "Whose turn is it?" })}
              </h2>
              <OpenTasks {...view} />
            </section>
            {actions.length > 0 && (
              <section class="desk__more" aria-labelledby="more-title">
                <h2 class="utrecht-heading-2" id="more-title">
                  {say({ nl: "Wat kunt u doen?", en: "What can you do?" })}
                </h2>
                <MoreToDo dossier={dossier} actions={actions} hrefOf={links.action} language={language} />
              </section>
            )}
            {isComplaint && (
              <section class="desk__more" aria-labelledby="duties-title">
                <h2 class="utrecht-heading-2" id="duties-title">
                  {say({ nl: "Plichten", en: "Duties" })}
                </h2>
                <DutiesOfCase duties={duties} procedure={procedure} language={language} />
              </section>
            )}
            <section class="desk__more" aria-labelledby="story-title">
              <h2 class="utrecht-heading-2" id="story-title">
                {say({ nl: "Wat is er gebeurd?", en: "What has happened?" })}
              </h2>
              <Timeline
                happened={happenedInCase(dossier, procedure, language)}
                procedure={procedure}
                language={language}
              />
            </section>
            {view.looked !== undefined && (
              <section class="desk__more" aria-labelledby="looked-title">
                <h2 class="utrecht-heading-2" id="looked-title">
                  {say({ nl: "Wie keek hier?", en: "Who looked here?" })}
                </h2>
                <WhoLooked looked={view.looked} procedure={procedure} language={language} />
              </section>
            )}
          </div>
        </div>
      </>
    ),
  });
}

/** Every open task with who has it and by when; a colleague opens their own from here, and the owner gives away any (B17). */
function OpenTasks({ by, dossier, procedure, language, now, links }: CaseView) {
  const say = speaking(language);
  const open = dossier.tasks.filter((task): task is OpenTask => task.status === "open");
  const owns = isSamePerson(by, dossier.owner, procedure, dossier);
  const fromCase = !links.root.startsWith("/t/");
  if (open.length === 0) {
    return <p>{say({ nl: "Er staat nu geen taak open.", en: "No task is open now." })}</p>;
  }
  return (
    <ul class="plain">
      {open.map((task) => {
        const own = isSamePerson(by, task.assignee, procedure, dossier);
        const title = say(taskName(task, dossier));
        return (
          <li>
            {fromCase && isStaff(task.assignee) && (own || owns) ? (
              <a class="utrecht-link utrecht-link--html-a" href={links.task(task.taskId)}>
                {title}
              </a>
            ) : (
              <strong>{title}</strong>
            )}
            <br />
            {nameAndTitle(task.assignee, dossier, procedure, language)}
            <br />
            <span class="quiet">
              {say({ nl: "voor", en: "before" })} <Moment at={task.dueAt} language={language} procedure={procedure} />
              {task.dueAt <= now && (
                <>
                  {" "}
                  <strong class="late">{say({ nl: "Te laat", en: "Late" })}</strong>
                </>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
