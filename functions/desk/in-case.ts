import { actingAs, mayOpen, rolesOf } from "../../shared/domain/desk-rights.ts";
import type { Dossier, Task } from "../../shared/domain/dossier.ts";
import { isStaff } from "../../shared/domain/party.ts";
import { UnknownCase } from "../../shared/store/cases.ts";
import { type View, viewWrite } from "../../shared/store/views.ts";
import { isOwn, type OpenedLink } from "../web/opened-link.ts";
import type { Request } from "../web/request.ts";
import type { Response } from "../web/response.ts";
import type { DeskDependencies } from "./desk-dependencies.ts";
import { missing } from "./missing.ts";
import { inOrganisation, type Visitor } from "./visitor.ts";

type Show = (opened: OpenedLink, request: Request, dependencies: DeskDependencies) => Promise<Response> | Response;

/**
 * Something of a case, for who may open it. A case that one is involved in, one that is none of one's business and one that does not exist
 * give the same answer. `seen` says what is written down of the visit, before anything is shown; acts are written down by themselves.
 */
export function inCase(show: Show, seen?: View["what"]) {
  return inOrganisation(async (visitor, request, dependencies) => {
    const opened = await opening(visitor, request, dependencies);
    if (opened === undefined) return missing(visitor.language, visitor);
    const { cases, secrets } = dependencies;
    if (seen !== undefined) {
      const { organisation, caseId } = opened;
      const view = { at: cases.now(), person: visitor.colleague.id, what: seen };
      await cases.items.transact([viewWrite({ organisation, caseId, viewId: secrets.id(), ...view })]);
    }
    return show(opened, request, dependencies);
  });
}

async function opening(
  visitor: Visitor,
  { parameters }: Request,
  { cases }: DeskDependencies,
): Promise<OpenedLink | undefined> {
  const { colleague, procedure, language } = visitor;
  const { caseId = "", taskId } = parameters;
  const dossier = await cases.load(procedure.id, caseId).catch(unlessUnknown);
  if (dossier === undefined || !mayOpen(colleague, dossier, procedure)) return undefined;
  const task = dossier.tasks.find((one) => one.taskId === taskId);
  const by = actingAs(colleague, [...(task === undefined ? [] : [task.assignee]), dossier.owner], procedure);
  if (taskId !== undefined && (task === undefined || !isForVisitor(task, by, visitor, dossier))) return undefined;
  const root = `${visitor.root}/case/${caseId}`;
  const here = taskId === undefined ? root : `${root}/t/${taskId}`;
  const desk = visitor.frame();
  return { organisation: procedure.id, caseId, by, dossier, procedure, language, task, root, here, desk };
}

function unlessUnknown(error: unknown): undefined {
  if (!(error instanceof UnknownCase)) throw error;
}

/** A colleague's own task, that of a role they hold or deputise, and all tasks of colleagues in a case that they own or direct (B17). */
function isForVisitor(task: Task, by: OpenedLink["by"], { colleague, procedure }: Visitor, dossier: Dossier): boolean {
  if (!isStaff(task.assignee)) return false;
  const roles = rolesOf(colleague, procedure);
  return (
    isOwn(task, by, dossier, procedure) ||
    (task.role !== undefined && roles.includes(task.role)) ||
    roles.includes(procedure.responsibilities.director)
  );
}
