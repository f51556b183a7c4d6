import type { Dossier, Task } from "../../shared/domain/dossier.ts";
import { isStaff, type Party } from "../../shared/domain/party.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import { isSamePerson, personIdOf, personOf } from "../../shared/domain/roles.ts";
import { mayReadFile } from "../../shared/domain/seats.ts";
import type { Language } from "../../shared/domain/text.ts";
import { languageOf } from "../../shared/letters/wording/people.ts";
import type { DeskFrame } from "../../shared/pages/desk/desk-frame.ts";
import { findLink } from "../../shared/store/links.ts";
import type { Request } from "./request.ts";
import { problemResponse, type Response } from "./response.ts";
import type { CaseDependencies } from "./web-dependencies.ts";

/** A way into a case that opens something for this visitor, with the case as it is now: a link, or a session at the desk. */
export interface OpenedLink {
  readonly organisation: string;
  readonly caseId: string;
  /** Who got the link; whoever opens it acts as this party. */
  readonly by: Party;
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
  /** The task, where the address names one. */
  readonly task: Task | undefined;
  /** The mail whose words stand in the form, where the link came with a letter about one. */
  readonly mailId?: string | undefined;
  /** Where the case is for this visitor: `/t/<secret>`, `/s/<secret>`, or its page at the desk. */
  readonly root: string;
  /** Where the page of the task is, or else the root. */
  readonly here: string;
  /** Around the page, when the visitor is at the desk. */
  readonly desk?: DeskFrame | undefined;
}

/** What a link opens, or the page that says why it opens nothing. */
export type Opening = { readonly opened: OpenedLink } | { readonly closed: Response };

/**
 * Opens a link. That of a colleague who has become involved in the case, has left or has another role now, opens nothing any more: whoever a
 * complaint is about does not read its file, and an old mailbox does not act for a new colleague. The page of a case opens only those of its tasks that are the visitor's own.
 */
export async function openLink(request: Request, { cases }: CaseDependencies): Promise<Opening> {
  const { secret, parameters, language: chosen } = request;
  const link = await findLink(cases.items, secret);
  const toTask = request.path.startsWith("/t/");
  if (link === undefined || toTask !== (link.taskId !== undefined)) {
    return { closed: problemResponse("not-found", chosen) };
  }
  const { organisation, caseId, to: by } = link;
  const dossier = await cases.load(organisation, caseId);
  const procedure = cases.procedure(organisation);
  const { languages, language: own } = procedure.house;
  const language =
    [chosen, languageOf(by, dossier, procedure)].find((one) => one !== undefined && languages.includes(one)) ?? own;
  const isColleague = personIdOf(by, procedure) === link.person && personOf(by, procedure, dossier) !== undefined;
  if (isStaff(by) && !(isColleague && mayReadFile(by, dossier, procedure))) {
    return { closed: problemResponse("not-yours", language, procedure) };
  }

  const root = `${toTask ? "/t" : "/s"}/${secret}`;
  const wanted = toTask ? link.taskId : parameters["taskId"];
  const task = dossier.tasks.find(({ taskId }) => taskId === wanted);
  if (wanted !== undefined && (task === undefined || !(toTask || isOwn(task, by, dossier, procedure)))) {
    return { closed: problemResponse("not-found", language, procedure) };
  }
  const here = toTask || wanted === undefined ? root : `${root}/t/${wanted}`;
  return { opened: { organisation, caseId, by, dossier, procedure, language, task, mailId: link.mailId, root, here } };
}

/** A party's task is for that party alone; a colleague's for that colleague, and for the owner, who guards them all (B17). */
export function isOwn({ assignee }: Task, by: Party, dossier: Dossier, procedure: Procedure): boolean {
  if (!isStaff(by)) return assignee === by;
  return (
    [assignee, dossier.owner].some((one) => isStaff(one) && isSamePerson(one, by, procedure, dossier)) &&
    isStaff(assignee)
  );
}

/** An address of this site with a query, which keeps the language that the visitor chose. */
export function address(path: string, { language }: Request, extra: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...extra, ...(language !== undefined && { lang: language }) }).toString();
  return query === "" ? path : `${path}?${query}`;
}
