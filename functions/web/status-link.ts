import { statusPage } from "../../shared/pages/status-page.tsx";
import { findLink } from "../../shared/store/links.ts";
import type { Request } from "./request.ts";
import { htmlResponse, problemResponse, type Response } from "./response.ts";
import type { WebDependencies } from "./task-link.ts";

/** Where a complaint is, for whoever has the link of a letter about it. */
export async function showStatus({ secret, language }: Request, { cases }: WebDependencies): Promise<Response> {
  const link = await findLink(cases.items, secret);
  if (link === undefined || link.taskId !== undefined) return problemResponse("not-found", language);
  const dossier = await cases.load(link.organisation, link.caseId);
  const procedure = cases.procedure(link.organisation);
  return htmlResponse(statusPage({ dossier, procedure, language: language ?? dossier.language, now: cases.now() }));
}
