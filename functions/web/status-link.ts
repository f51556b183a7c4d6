import { dutyLedger } from "../../shared/domain/duties/ledger.ts";
import { isRespondent, isStaff } from "../../shared/domain/party.ts";
import { casePage } from "../../shared/pages/case-page.tsx";
import { noticePage } from "../../shared/pages/notice-page.tsx";
import { respondentPage } from "../../shared/pages/respondent-page.tsx";
import { statusPage } from "../../shared/pages/status-page.tsx";
import { behindFile } from "./behind-file.ts";
import { originalsOf } from "./file-link.ts";
import { type OpenedLink, openLink } from "./opened-link.ts";
import { pageLinks } from "./page-links.ts";
import type { Request } from "./request.ts";
import { htmlResponse, type Response } from "./response.ts";
import type { CaseDependencies, WebDependencies } from "./web-dependencies.ts";

/** The page of a case for whoever has the link of a letter about it: each party has one of its own. */
export async function showStatus(request: Request, dependencies: WebDependencies): Promise<Response> {
  const opening = await openLink(request, dependencies);
  if ("closed" in opening) return opening.closed;
  const { opened } = opening;
  const { by, dossier, procedure, language } = opened;
  const now = dependencies.cases.now();
  const behind = await behindFile(opened, dependencies);
  const links = pageLinks(opened, request, await originalsOf(opened, dependencies));
  const view = { by, dossier, procedure, language, now, links, behind };
  if (isStaff(by)) return htmlResponse(casePage({ ...view, duties: await dutiesOf(opened, dependencies) }));
  if (by === "complainant") return htmlResponse(statusPage(view));
  return htmlResponse(isRespondent(by) ? respondentPage(view) : noticePage(view));
}

/** How each duty of the procedure stands in the case, from its events (B12). */
export async function dutiesOf(
  { organisation, caseId, procedure }: OpenedLink,
  { cases }: CaseDependencies,
): Promise<ReturnType<typeof dutyLedger>> {
  return dutyLedger(await cases.events(organisation, caseId), procedure, cases.now());
}
