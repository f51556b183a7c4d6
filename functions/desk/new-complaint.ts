import { readHeardComplaint } from "../../shared/cases/heard-complaint.ts";
import { registerComplaint } from "../../shared/cases/register-complaint.ts";
import { localDay } from "../../shared/domain/calendar.ts";
import { mayOpen } from "../../shared/domain/desk-rights.ts";
import { type NewComplaintPage, newComplaintPage } from "../../shared/pages/desk/new-complaint-page.tsx";
import type { CaseStore } from "../../shared/store/cases.ts";
import { registrarOf } from "../../shared/store/views.ts";
import { address } from "../web/opened-link.ts";
import type { Request } from "../web/request.ts";
import { htmlResponse, seeOther } from "../web/response.ts";
import { inOrganisation, type Visitor } from "./visitor.ts";

/** The empty form, below what was registered just now. */
export const showNewComplaint = inOrganisation(async (visitor, request, { cases, secrets }) => {
  const done = await registered(request.query["done"], visitor, request, cases);
  const today = localDay(cases.now(), visitor.procedure.calendar.timeZone);
  const values = { receivedOn: today, reads: visitor.procedure.house.language, talked: "" };
  return htmlResponse(newComplaintPage({ ...formOf(visitor, request), ticket: secrets.id(), values, done }));
});

/** Registers it, once, or shows what is missing. */
export const registerNewComplaint = inOrganisation(async (visitor, request, dependencies) => {
  const { cases } = dependencies;
  const { procedure, colleague } = visitor;
  const values = request.form;
  const read = readHeardComplaint(values, cases.procedures, procedure, colleague.id, cases.now());
  if (!read.ok) {
    const { problems } = read;
    const form = { ...formOf(visitor, request), ticket: values["ticket"] ?? "", values, problems };
    return htmlResponse(newComplaintPage(form), 422);
  }
  const caseId = await registerComplaint(read.heard, procedure, dependencies);
  return seeOther(address(pathOf(visitor), request, { done: caseId }));
});

const pathOf = ({ root }: Visitor) => `${root}/cases/new`;

function formOf(
  visitor: Visitor,
  request: Request,
): Pick<NewComplaintPage, "procedure" | "language" | "desk" | "action"> {
  const { procedure, language, frame } = visitor;
  return { procedure, language, desk: frame("new"), action: address(pathOf(visitor), request) };
}

/** Its number is for whoever wrote it down, its page for who may open it: perhaps they wrote down a complaint about themselves. */
async function registered(
  caseId: string | undefined,
  { colleague, procedure, root }: Visitor,
  request: Request,
  cases: CaseStore,
): Promise<NewComplaintPage["done"]> {
  if (caseId === undefined) return undefined;
  if ((await registrarOf(cases.items, procedure.id, caseId)) !== colleague.id) return undefined;
  const dossier = await cases.load(procedure.id, caseId);
  const { number } = dossier;
  return mayOpen(colleague, dossier, procedure)
    ? { number, href: address(`${root}/case/${caseId}`, request) }
    : { number };
}
