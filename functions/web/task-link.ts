import type { EndedTask, OpenTask } from "../../shared/domain/dossier.ts";
import { isStaff } from "../../shared/domain/party.ts";
import { formOf } from "../../shared/domain/tasks/catalogue.ts";
import type { Problem } from "../../shared/domain/tasks/task-kind.ts";
import { partyTaskEndedPage } from "../../shared/pages/party-task-ended-page.tsx";
import { partyTaskPage } from "../../shared/pages/party-task-page.tsx";
import { taskEndedPage } from "../../shared/pages/task-ended-page.tsx";
import { taskPage } from "../../shared/pages/task-page.tsx";
import { behindFile } from "./behind-file.ts";
import { originalsOf } from "./file-link.ts";
import { fileLateWords, hasFiledLate } from "./late-words.ts";
import { mailedAnswer } from "./mailed-answer.ts";
import { address, type OpenedLink, openLink } from "./opened-link.ts";
import { pageLinks } from "./page-links.ts";
import { postedFor } from "./posted-form.ts";
import type { Request } from "./request.ts";
import { htmlResponse, problemResponse, type Response, seeOther } from "./response.ts";
import { tellOutcomes } from "./tell-outcomes.ts";
import { unknownCase } from "./unknown-case.ts";
import type { CaseDependencies } from "./web-dependencies.ts";

/** What was posted and could not be taken, and why. */
interface Refused {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

/** Shows what is asked, or what became of it. Changes nothing, however often and by whomever it is opened. */
export async function showTask(request: Request, dependencies: CaseDependencies): Promise<Response> {
  const opening = await openLink(request, dependencies);
  return "closed" in opening ? opening.closed : showOpenedTask(opening.opened, request, dependencies);
}

/** Takes the answer: first into the case, then to the state machine. A second answer is filed as a message, and gets told who was first. */
export async function answerTask(request: Request, dependencies: CaseDependencies): Promise<Response> {
  const opening = await openLink(request, dependencies);
  return "closed" in opening ? opening.closed : answerOpenedTask(opening.opened, request, dependencies);
}

/** The same, whichever way the visitor came to the task. */
export async function answerOpenedTask(
  opened: OpenedLink,
  request: Request,
  dependencies: CaseDependencies,
): Promise<Response> {
  const { organisation, caseId, by, task, here, language, procedure } = opened;
  if (task === undefined) return problemResponse("not-found", language, procedure);
  const posted = postedFor(formOf(task), request);
  const unknown = await unknownCase(posted, opened, dependencies);
  if (unknown !== undefined)
    return showOpenedTask(opened, request, dependencies, { values: posted, problems: [unknown] });
  const executed = await dependencies.cases.execute(organisation, caseId, {
    type: "AnswerTask",
    taskId: task.taskId,
    by,
    posted,
  });
  if (executed.ok) {
    await tellOutcomes(executed.events, opened, dependencies);
    return seeOther(address(here, request, { done: "1" }));
  }
  switch (executed.refusal.reason) {
    case "invalid-answer":
      return showOpenedTask(opened, request, dependencies, { values: posted, problems: executed.refusal.problems });
    case "task-ended":
    case "case-closed":
      await fileLateWords(posted, { ...opened, task }, dependencies);
      return seeOther(address(here, request, { late: "1" }));
    case "not-yours":
      return problemResponse("not-yours", language, procedure);
    case "unknown-task":
    case "not-now":
    case "facts-missing":
      return problemResponse("not-found", language, procedure);
  }
}

export async function showOpenedTask(
  opened: OpenedLink,
  request: Request,
  dependencies: CaseDependencies,
  refused?: Refused,
): Promise<Response> {
  const { task, by, language, procedure } = opened;
  if (task === undefined) return problemResponse("not-found", language, procedure);
  // A question that a colleague asks by phone instead is not for the party's own link any more.
  if (task.status === "open" && task.assignee !== by && !(isStaff(by) && isStaff(task.assignee))) {
    return problemResponse("not-yours", language, procedure);
  }
  if (task.status !== "open") return htmlResponse(ended(task, opened, request, dependencies));
  return htmlResponse(await asked(task, opened, request, dependencies, refused), refused === undefined ? 200 : 422);
}

async function asked(
  task: OpenTask,
  opened: OpenedLink,
  request: Request,
  dependencies: CaseDependencies,
  refused: Refused | undefined,
): Promise<string> {
  const { by, dossier, procedure, language } = opened;
  const view = {
    by,
    task,
    dossier,
    procedure,
    language,
    now: dependencies.cases.now(),
    links: pageLinks(opened, request, await originalsOf(opened, dependencies)),
  };
  return isStaff(by)
    ? taskPage({
        ...view,
        ...refused,
        mailed: mailedAnswer(task, opened),
        behind: await behindFile(opened, dependencies),
      })
    : partyTaskPage({ ...view, ...refused });
}

function ended(task: EndedTask, opened: OpenedLink, request: Request, { cases }: CaseDependencies): string {
  const { by, dossier, procedure, language, desk } = opened;
  const own = task.status === "answered" && task.by === by;
  const justAnswered = own && request.query["done"] === "1";
  const late = request.query["late"] === "1" && !justAnswered;
  const filed = late && hasFiledLate(task, opened);
  const view = { by, task, dossier, procedure, language, now: cases.now(), justAnswered, late, filed, desk };
  return isStaff(by) ? taskEndedPage(view) : partyTaskEndedPage(view);
}
