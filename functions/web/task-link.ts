import { deliverAnswer } from "../../shared/cases/deliver-answer.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import type { AttachedFile } from "../../shared/domain/events.ts";
import { roleOf } from "../../shared/domain/party.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { Problem } from "../../shared/domain/tasks/task-kind.ts";
import type { Language } from "../../shared/domain/text.ts";
import { taskEndedPage } from "../../shared/pages/task-ended-page.tsx";
import { taskPage } from "../../shared/pages/task-page.tsx";
import type { Archive, Workflow } from "../../shared/ports.ts";
import type { CaseStore } from "../../shared/store/cases.ts";
import { findLink, type Link } from "../../shared/store/links.ts";
import type { Request } from "./request.ts";
import { download, htmlResponse, problemResponse, type Response, seeOther } from "./response.ts";

export interface WebDependencies {
  readonly cases: CaseStore;
  readonly archive: Archive;
  readonly workflow: Workflow;
  /** The bundled CSS of the pages. */
  readonly stylesheet: string;
}

/** A link to a task, with the case as it is now. */
interface Opened {
  readonly link: Link & { readonly taskId: string };
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
}

async function open({ secret, language }: Request, { cases }: WebDependencies): Promise<Opened | undefined> {
  const link = await findLink(cases.items, secret);
  if (link?.taskId === undefined || roleOf(link.to) === undefined) return undefined;
  const dossier = await cases.load(link.organisation, link.caseId);
  const procedure = cases.procedure(link.organisation);
  return { link: { ...link, taskId: link.taskId }, dossier, procedure, language: language ?? procedure.house.language };
}

/** Shows what is asked, or what became of it. Changes nothing, however often and by whomever it is opened. */
export async function showTask(request: Request, dependencies: WebDependencies): Promise<Response> {
  const opened = await open(request, dependencies);
  return opened === undefined ? problemResponse("not-found", request.language) : shown(opened, request, dependencies);
}

/** Takes the answer: first into the case, then to the state machine. A second answer gets told who was first. */
export async function answerTask(request: Request, dependencies: WebDependencies): Promise<Response> {
  const opened = await open(request, dependencies);
  if (opened === undefined) return problemResponse("not-found", request.language);
  const { organisation, caseId, taskId, to } = opened.link;
  const executed = await dependencies.cases.execute(organisation, caseId, {
    type: "AnswerTask",
    taskId,
    by: to,
    posted: request.form,
  });
  if (executed.ok) {
    const outcome = executed.dossier.tasks.find((task) => task.taskId === taskId)?.answer?.outcome;
    if (outcome !== undefined) await tell({ organisation, caseId, taskId, outcome }, dependencies);
    return seeOther(here(request, { done: "1" }));
  }
  switch (executed.refusal.reason) {
    case "invalid-answer":
      return shown(opened, request, dependencies, executed.refusal.problems);
    case "task-ended":
    case "case-closed":
      return seeOther(here(request, { late: "1" }));
    case "unknown-task":
    case "not-yours":
    case "facts-missing":
      return problemResponse("not-found", opened.language);
  }
}

/** The answer is safe in the case; when the state machine cannot be told now, the sweeper tells it. */
async function tell(answer: Parameters<typeof deliverAnswer>[0], dependencies: WebDependencies): Promise<void> {
  await deliverAnswer(answer, dependencies).catch(() => undefined);
}

function shown(opened: Opened, request: Request, { cases }: WebDependencies, problems?: readonly Problem[]): Response {
  const { link, dossier, procedure, language } = opened;
  const task = dossier.tasks.find(({ taskId }) => taskId === link.taskId);
  if (task === undefined) return problemResponse("not-found", language);
  const common = { dossier, procedure, language, now: cases.now() };
  if (task.status !== "open") {
    const own = task.status === "answered" && task.by === link.to;
    const justAnswered = own && request.query["done"] === "1";
    return htmlResponse(
      taskEndedPage({ ...common, task, justAnswered, late: request.query["late"] === "1" && !justAnswered }),
    );
  }
  const hrefOfFile = ({ key }: AttachedFile) => `${basePath(request)}/${key.slice(key.indexOf("/") + 1)}`;
  const page = { ...common, task, action: here(request, {}), hrefOfFile };
  return problems === undefined
    ? htmlResponse(taskPage(page))
    : htmlResponse(taskPage({ ...page, values: request.form, problems }), 422);
}

/** A file of the case, for whoever may see the case. */
export async function attachedFile(request: Request, dependencies: WebDependencies): Promise<Response> {
  const opened = await open(request, dependencies);
  const { mailId = "", position = "" } = request.parameters;
  const task = opened?.dossier.tasks.find(({ taskId }) => taskId === opened.link.taskId);
  // The link of a task that has ended opens nothing of the file any more.
  const dossier = task?.status === "open" ? opened?.dossier : undefined;
  const files = [
    ...(dossier?.attachments ?? []),
    ...(dossier?.messages ?? []).flatMap(({ attachments }) => attachments),
  ];
  const file = files.find(({ key }) => key === `attachments/${mailId}/${position}`);
  const bytes = file === undefined ? undefined : await dependencies.archive.get(file.key);
  return file === undefined || bytes === undefined
    ? problemResponse("not-found", request.language)
    : download(bytes, file.name);
}

const basePath = ({ secret }: Request) => `/t/${secret}`;

function here(request: Request, extra: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({
    ...extra,
    ...(request.language !== undefined && { lang: request.language }),
  }).toString();
  return query === "" ? basePath(request) : `${basePath(request)}?${query}`;
}
