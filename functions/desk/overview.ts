import type { Dossier } from "../../shared/domain/dossier.ts";
import { isInvolved } from "../../shared/domain/seats.ts";
import type { Language } from "../../shared/domain/text.ts";
import { evidencePack } from "../../shared/learning/evidence-pack.ts";
import { involvementOf, isCountedIn } from "../../shared/learning/involvement.ts";
import { overviewFor } from "../../shared/learning/make-overview.ts";
import { overviewRoomPage } from "../../shared/pages/desk/overview-room-page.tsx";
import { overviewPdf } from "../../shared/pdf/overview-pdf.ts";
import { address } from "../web/opened-link.ts";
import type { Request } from "../web/request.ts";
import { htmlResponse, type Response } from "../web/response.ts";
import type { DeskDependencies } from "./desk-dependencies.ts";
import { datesOf, monthsOf, monthsToChoose } from "./period.ts";
import { fits, savedFile } from "./saved-file.ts";
import { overAllCases, type Visitor } from "./visitor.ts";

/** The overview of the chosen months, without what the visitor is involved in. */
export const showOverview = overAllCases((visitor, request, dependencies) => shown(visitor, request, dependencies));

async function shown(
  visitor: Visitor,
  request: Request,
  dependencies: DeskDependencies,
  tooLarge = false,
): Promise<Response> {
  const { procedure, language, root } = visitor;
  const now = dependencies.cases.now();
  const months = monthsOf(request.query, procedure, now);
  const told = await toldOverview(visitor, request, dependencies);
  const path = `${root}/overview`;
  const at = (where: string, asked = request) => address(where, asked, { ...months });
  const html = overviewRoomPage({
    ...told,
    ...{ procedure, language, path, tooLarge },
    desk: visitor.frame("overview"),
    period: { ...months, choices: monthsToChoose(monthsOf({}, procedure, now).until) },
    pdf: at(`${root}/overview.pdf`),
    evidence: at(`${root}/evidence`),
    linkTo: (caseId) => address(`${root}/case/${caseId}`, request),
    inLanguage: (one: Language) => at(path, { ...request, language: one }),
  });
  return htmlResponse(html, tooLarge ? 413 : 200);
}

/** The same as a PDF. */
export const saveOverview = overAllCases(async (visitor, request, dependencies) => {
  const { procedure, language } = visitor;
  const { from, until } = monthsOf(request.query, procedure, dependencies.cases.now());
  const pdf = await overviewPdf({ ...(await toldOverview(visitor, request, dependencies)), procedure, language });
  return fits(pdf)
    ? savedFile(
        pdf,
        `${language === "nl" ? "overzicht" : "overview"}-${procedure.id}-${from}-${until}.pdf`,
        "application/pdf",
      )
    : shown(visitor, request, dependencies, true);
});

/** What shows that the complaints of these months were handled (A2), without those that the visitor is involved in. */
export const saveEvidence = overAllCases(async (visitor, request, dependencies) => {
  const { procedure, colleague, language } = visitor;
  const { cases } = dependencies;
  const months = monthsOf(request.query, procedure, cases.now());
  const { from, until } = datesOf(months);
  const involvement = await involvementOf(colleague.id, procedure.id, cases);
  const isKeptBack = (dossier: Dossier) => {
    const { matter } = dossier;
    // Figures that were frozen cannot be told without what they count.
    const counts = matter.kind === "review" && isCountedIn(matter.review, involvement);
    return counts || isInvolved(colleague.id, dossier, procedure);
  };
  const pack = await evidencePack(procedure.id, from, until, { cases, isKeptBack });
  const name = `${language === "nl" ? "bewijs" : "evidence"}-${procedure.id}-${months.from}-${months.until}.zip`;
  return fits(pack) ? savedFile(pack, name, "application/zip") : shown(visitor, request, dependencies, true);
});

function toldOverview({ procedure, colleague }: Visitor, { query }: Request, { cases }: DeskDependencies) {
  const { from, until } = datesOf(monthsOf(query, procedure, cases.now()));
  return overviewFor(procedure.id, from, until, { cases }, colleague.id);
}
