import { isStaff } from "../../shared/domain/party.ts";
import { mayReadFile } from "../../shared/domain/seats.ts";
import { type OpenedLink, openLink } from "./opened-link.ts";
import type { Request } from "./request.ts";
import { download, problemResponse, type Response } from "./response.ts";
import type { CaseDependencies } from "./web-dependencies.ts";

/** A file of the case, for whoever may read the whole of it. */
export async function attachedFile(request: Request, dependencies: CaseDependencies): Promise<Response> {
  const opening = await openLink(request, dependencies);
  return "closed" in opening ? opening.closed : openedFile(opening.opened, request, dependencies);
}

/** The same, whichever way the visitor came to the case. */
export async function openedFile(
  opened: OpenedLink,
  request: Request,
  dependencies: CaseDependencies,
): Promise<Response> {
  const { mailId = "", position = "" } = request.parameters;
  const { attachments, messages } = opened.dossier;
  const files = opensFiles(opened) ? [attachments, ...messages.map((one) => one.attachments)].flat() : [];
  const file = files.find(({ key }) => key === `attachments/${mailId}/${position}`);
  const bytes = file === undefined ? undefined : await dependencies.archive.get(file.key);
  return file === undefined || bytes === undefined
    ? problemResponse("not-found", opened.language, opened.procedure)
    : download(bytes, file.name);
}

/**
 * The link of a task opens nothing of the file any more once the task has ended; the page of the case does for a colleague, and for the
 * independent person as long as something is asked of them.
 */
function opensFiles({ by, task, root, dossier, procedure }: OpenedLink): boolean {
  if (!mayReadFile(by, dossier, procedure)) return false;
  if (root.startsWith("/t/")) return task?.status === "open";
  return isStaff(by) || dossier.tasks.some(({ assignee, status }) => assignee === by && status === "open");
}
