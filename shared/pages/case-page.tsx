import { actionsFor } from "../domain/actions/catalogue.ts";
import type { OpenTask } from "../domain/dossier.ts";
import type { DutyEntry } from "../domain/duties/ledger.ts";
import { isStaff } from "../domain/party.ts";
import { isSamePerson } from "../domain/roles.ts";
import { catalogue } from "../domain/tasks/catalogue.ts";
import { nameAndTitle } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import { CaseFile } from "./case-file.tsx";
import { happenedInCase } from "./case-story.ts";
import { type Look, WhoLooked } from "./desk/who-looked.tsx";
import { DutiesOfCase } from "./duties-of-case.tsx";
import { page } from "./layout.tsx";
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
  const title = say({ nl: "De zaak", en: "The case" });
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
          <p class="eyebrow">
            {say({ nl: "Zaak", en: "Case" })} {dossier.number}
          </p>
          <h1 class="utrecht-heading-1">{dossier.subject === "" ? title : <bdi>{dossier.subject}</bdi>}</h1>
          <p class="lead">{say(standing(view))}</p>
        </div>
        <div class="desk">
          <CaseFile dossier={dossier} procedure={procedure} language={language} hrefOfFile={links.file} />
          <div class="desk__answer">
            <section aria-labelledby="open-title">
              <h2 class="utrecht-heading-2" id="open-title">
                {say({ nl: "Wie is aan zet?", en: "Whose turn is it?" })}
              </h2>
              <OpenTasks {...view} />
            </section>
            <section class="desk__more" aria-labelledby="more-title">
              <h2 class="utrecht-heading-2" id="more-title">
                {say({ nl: "Wat kunt u doen?", en: "What can you do?" })}
              </h2>
              <MoreToDo
                actions={actionsFor({ by }, dossier, procedure, now)}
                hrefOf={links.action}
                language={language}
              />
            </section>
            <section class="desk__more" aria-labelledby="duties-title">
              <h2 class="utrecht-heading-2" id="duties-title">
                {say({ nl: "Plichten", en: "Duties" })}
              </h2>
              <DutiesOfCase duties={duties} procedure={procedure} language={language} />
            </section>
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

function standing({ dossier, procedure, language }: CaseView): { readonly nl: string; readonly en: string } {
  const owner = nameAndTitle(dossier.owner, dossier, procedure, language);
  if (dossier.status === "closed") {
    return { nl: `Gesloten. Eigenaar: ${owner}.`, en: `Closed. Owner: ${owner}.` };
  }
  return dossier.withdrawn === undefined
    ? { nl: `In behandeling. Eigenaar: ${owner}.`, en: `In progress. Owner: ${owner}.` }
    : { nl: `Ingetrokken. Eigenaar: ${owner}.`, en: `Withdrawn. Owner: ${owner}.` };
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
        const title = say(catalogue[task.kind].title);
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
