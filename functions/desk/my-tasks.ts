import { mayOpen, partiesOf } from "../../shared/domain/desk-rights.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import type { Party } from "../../shared/domain/party.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import { fileTitle } from "../../shared/pages/desk/file-title.ts";
import { myTasksPage, type WaitingTask } from "../../shared/pages/desk/my-tasks-page.tsx";
import type { CaseStore } from "../../shared/store/cases.ts";
import { listFiles } from "../../shared/store/listings.ts";
import { address } from "../web/opened-link.ts";
import type { Request } from "../web/request.ts";
import { htmlResponse } from "../web/response.ts";
import { inOrganisation, type Visitor } from "./visitor.ts";

/** More than anybody can do; who has more sees the soonest. */
const mostTasks = 200;

/** What waits for the visitor: own tasks, and those of the roles that they deputise. */
export const showMyTasks = inOrganisation(async (visitor, request, { cases }) => {
  const { colleague, procedure, language } = visitor;
  const deputised = procedure.roles.filter(({ deputy, holder }) => deputy === colleague.id && holder !== colleague.id);
  const [own, asDeputy] = await Promise.all([
    tasksOf(partiesOf(colleague, procedure), visitor, request, cases),
    tasksOf(
      deputised.map(({ id }): Party => `role:${id}`),
      visitor,
      request,
      cases,
    ),
  ]);
  const view = { procedure, language, desk: visitor.frame("tasks"), now: cases.now(), own, asDeputy };
  return htmlResponse(myTasksPage(view));
});

async function tasksOf(
  parties: readonly Party[],
  visitor: Visitor,
  request: Request,
  cases: CaseStore,
): Promise<readonly WaitingTask[]> {
  const { procedure } = visitor;
  const pages = await Promise.all(
    parties.map((party) => listFiles(cases.items, procedure.id, { list: `tasks:${party}`, limit: mostTasks })),
  );
  const entries = pages
    .flatMap((page) => page.entries)
    .toSorted((a, b) => a.sort.localeCompare(b.sort))
    .slice(0, mostTasks);
  const ids = [...new Set(entries.map(({ caseId }) => caseId))];
  const dossiers = await Promise.all(ids.map((caseId) => cases.load(procedure.id, caseId)));
  const known = new Map(dossiers.map((dossier) => [dossier.caseId, dossier]));
  return entries.flatMap(({ caseId, name }) => waiting(known.get(caseId), name, visitor, request));
}

/** The list may lag behind: what was answered or given away a moment ago is left out. */
function waiting(
  dossier: Dossier | undefined,
  taskId: string | undefined,
  { colleague, procedure, language, root }: Visitor,
  request: Request,
): readonly WaitingTask[] {
  const task = dossier?.tasks.find((one) => one.taskId === taskId);
  if (dossier === undefined || task?.status !== "open" || !mayOpen(colleague, dossier, procedure)) return [];
  const { caseId, number } = dossier;
  const { title } = catalogue[task.kind];
  const href = address(`${root}/case/${caseId}/t/${task.taskId}`, request);
  return [{ title, about: fileTitle(dossier, procedure, language), number, href, dueAt: task.dueAt }];
}
