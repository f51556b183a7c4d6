import { createHash } from "node:crypto";
import { type ActionId, type ActionKind, actionIds } from "../../shared/domain/actions/action-kind.ts";
import { actions } from "../../shared/domain/actions/catalogue.ts";
import { localDay } from "../../shared/domain/calendar.ts";
import type { Problem } from "../../shared/domain/tasks/task-kind.ts";
import { actedPage } from "../../shared/pages/acted-page.tsx";
import { actionPage } from "../../shared/pages/action-page.tsx";
import { ConditionFailed } from "../../shared/ports.ts";
import type { Executed } from "../../shared/store/cases.ts";
import { claimKey } from "../../shared/store/keys.ts";
import { isInPlace } from "./in-place.ts";
import { address, type OpenedLink, openLink } from "./opened-link.ts";
import { pageLinks } from "./page-links.ts";
import { postedFor } from "./posted-form.ts";
import type { Request } from "./request.ts";
import { htmlResponse, problemResponse, type Response, seeOther } from "./response.ts";
import { tellOutcomes } from "./tell-outcomes.ts";
import type { CaseDependencies } from "./web-dependencies.ts";

type Posted = Readonly<Record<string, string>>;

const press: Problem = {
  field: "outcome",
  message: { nl: "Klik op de knop als u dit wilt.", en: "Press the button if you want this." },
};

/** The form of something that one may do at any moment, or what came of it. Changes nothing. */
export async function showAction(request: Request, dependencies: CaseDependencies): Promise<Response> {
  const opening = await openLink(request, dependencies);
  return "closed" in opening ? opening.closed : showOpenedAction(opening.opened, request, dependencies);
}

/** The same, whichever way the visitor came to the case. */
export function showOpenedAction(opened: OpenedLink, request: Request, dependencies: CaseDependencies): Response {
  const kind = kindOf(request);
  if (kind === undefined) return problemResponse("not-found", opened.language, opened.procedure);
  const now = dependencies.cases.now();
  const { by, task, dossier, procedure, language } = opened;
  if (request.query["done"] === "1" && isInPlace(kind.action, {}, opened, now)) {
    return htmlResponse(
      actedPage({
        action: kind.action,
        by,
        task,
        dossier,
        procedure,
        language,
        now,
        links: pageLinks(opened, request),
      }),
    );
  }
  return isPossible(kind, opened, now)
    ? htmlResponse(form(kind, opened, request))
    : problemResponse("not-now", language, procedure);
}

/** Does it, once: posting the same again, or at the same moment, changes nothing more. */
export async function doAction(request: Request, dependencies: CaseDependencies): Promise<Response> {
  const opening = await openLink(request, dependencies);
  return "closed" in opening ? opening.closed : doOpenedAction(opening.opened, request, dependencies);
}

/** The same, whichever way the visitor came to the case. */
export async function doOpenedAction(
  opened: OpenedLink,
  request: Request,
  dependencies: CaseDependencies,
): Promise<Response> {
  const kind = kindOf(request);
  if (kind === undefined) return problemResponse("not-found", opened.language, opened.procedure);
  const { cases } = dependencies;
  const { language, procedure } = opened;
  const posted = postedFor(kind, request);
  const done = seeOther(address(`${opened.here}/do/${kind.action}`, request, { done: "1" }));
  if (!isPossible(kind, opened, cases.now())) {
    return isInPlace(kind.action, posted, opened, cases.now()) ? done : problemResponse("not-now", language, procedure);
  }
  if (!kind.outcomes.some(({ id }) => id === posted["outcome"])) {
    return htmlResponse(form(kind, opened, request, { values: posted, problems: [press] }), 422);
  }

  const executed = await once(kind.action, posted, opened, dependencies);
  if (executed === "already" || executed.ok) {
    if (executed !== "already") await tellOutcomes(executed.events, opened, dependencies);
    return done;
  }
  return executed.refusal.reason === "invalid-answer"
    ? htmlResponse(form(kind, opened, request, { values: posted, problems: executed.refusal.problems }), 422)
    : problemResponse("not-now", language, procedure);
}

/** The same words by the same link on the same day are one act, unless what it brought about is gone again. */
async function once(
  action: ActionId,
  posted: Posted,
  opened: OpenedLink,
  { cases }: CaseDependencies,
): Promise<Executed | "already"> {
  const { organisation, caseId, by, task, here, procedure, dossier } = opened;
  const today = localDay(cases.now(), procedure.calendar.timeZone);
  const words = Object.entries(posted).toSorted(([a], [b]) => a.localeCompare(b));
  const act = (nonce: number) => {
    const actId = hash(JSON.stringify([here, action, words, today, nonce]));
    const claim = { put: { ...claimKey("ACT", organisation, actId), caseId }, when: "absent" as const };
    return cases.execute(organisation, caseId, { type: "Act", action, by, taskId: task?.taskId, posted, actId }, [
      claim,
    ]);
  };
  try {
    return await act(0);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    const now = await cases.load(organisation, caseId);
    const then = { ...opened, dossier: now, task: now.tasks.find(({ taskId }) => taskId === task?.taskId) };
    return isInPlace(action, posted, then, cases.now()) ? "already" : act(dossier.version);
  }
}

function kindOf({ parameters }: Request): ActionKind | undefined {
  const id = actionIds.find((one) => one === parameters["action"]);
  return id === undefined ? undefined : actions[id];
}

/** The link of a task dies with it, for acting too. */
function isPossible(kind: ActionKind, { by, task, dossier, procedure }: OpenedLink, now: string): boolean {
  return (task === undefined || task.status === "open") && kind.isFor({ by, task }, dossier, procedure, now);
}

function form(
  kind: ActionKind,
  opened: OpenedLink,
  request: Request,
  refused: { readonly values?: Posted; readonly problems?: readonly Problem[] } = {},
): string {
  const { dossier, procedure, language, task } = opened;
  return actionPage({ kind, task, dossier, procedure, language, links: pageLinks(opened, request), ...refused });
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
