import { mayDownloadOriginal } from "../../shared/cases/original-mail.ts";
import { rawMailKey } from "../../shared/cases/receive-mail.ts";
import { filesOf, mailsOf } from "../../shared/domain/mails-of.ts";
import { isStaff } from "../../shared/domain/party.ts";
import { mayReadFile } from "../../shared/domain/seats.ts";
import { intakeEntry } from "../../shared/store/intake-log.ts";
import { type OpenedLink, openLink } from "./opened-link.ts";
import type { Request } from "./request.ts";
import { isThere, problemResponse, type Response, seeOther } from "./response.ts";
import type { CaseDependencies } from "./web-dependencies.ts";

/** How long a link to a file works, in seconds: time to follow it, and too short to be passed on. */
const seconds = 300;

/** Something in the archive, and what it is called for whoever saves it. */
interface Savable {
  readonly key: string;
  readonly name: string;
}

type Story = (opened: OpenedLink, request: Request, dependencies: CaseDependencies) => Promise<Response>;
type Find = (
  opened: OpenedLink,
  request: Request,
  dependencies: CaseDependencies,
) => Promise<Savable | undefined> | Savable | undefined;

/** The same for who comes by the link of a letter. */
export function throughLink(story: Story) {
  return async (request: Request, dependencies: CaseDependencies): Promise<Response> => {
    const opening = await openLink(request, dependencies);
    return "closed" in opening ? opening.closed : story(opening.opened, request, dependencies);
  };
}

/** Sends the visitor on to the file itself. It never passes through here, so it may be as large as a mail can be. */
export function handOver(find: Find): Story {
  return async (opened, request, dependencies) => {
    const found = await find(opened, request, dependencies);
    const link = found && (await dependencies.archive.link(found.key, { name: found.name, seconds }));
    return link === undefined ? problemResponse("not-found", opened.language, opened.procedure) : seeOther(link);
  };
}

/** Whether it could be handed over, without doing so. */
export function tellOf(find: Find): Story {
  return async (opened, request, dependencies) => {
    const found = await find(opened, request, dependencies);
    return found === undefined ? problemResponse("not-found", opened.language, opened.procedure) : isThere;
  };
}

/** A file of the case, for whoever may read the whole of it. */
export function attachment(opened: OpenedLink, { parameters }: Request): Savable | undefined {
  const { position = "" } = parameters;
  if (!opensFiles(opened) || !/^[1-9]\d{0,4}$/.test(position)) return undefined;
  return filesOf(opened.dossier)[Number(position) - 1];
}

/** A mail of the case as it came in, for the same readers. */
export async function original(
  opened: OpenedLink,
  { parameters }: Request,
  dependencies: CaseDependencies,
): Promise<Savable | undefined> {
  const { mailId = "" } = parameters;
  const { dossier } = opened;
  if (!(await originalsOf(opened, dependencies)).has(mailId)) return undefined;
  const place = mailsOf(dossier).indexOf(mailId) + 1;
  return { key: rawMailKey(mailId), name: `${dossier.number}-mail-${place}.eml` };
}

/** The mails of the case that this visitor may save as they came in. */
export async function originalsOf(opened: OpenedLink, { cases }: CaseDependencies): Promise<ReadonlySet<string>> {
  if (!opensFiles(opened)) return new Set();
  const { organisation, dossier } = opened;
  const entries = await Promise.all(mailsOf(dossier).map((id) => intakeEntry(cases.items, organisation, id)));
  return new Set(entries.flatMap((one) => (one !== undefined && mayDownloadOriginal(one) ? [one.mailId] : [])));
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
