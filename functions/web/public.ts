import { readComplaint } from "../../shared/cases/complaint-form.ts";
import { fileComplaint } from "../../shared/cases/file-complaint.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { Language } from "../../shared/domain/text.ts";
import { reportForm } from "../../shared/mail/report-form.ts";
import { complainPage } from "../../shared/pages/complain-page.tsx";
import { complainSentPage } from "../../shared/pages/complain-sent-page.tsx";
import { publicBlock } from "../../shared/pages/public-block.tsx";
import { publicPage } from "../../shared/pages/public-page.tsx";
import { publicPath } from "../../shared/pages/public-paths.ts";
import { savedFile } from "../desk/saved-file.ts";
import { logFailure } from "./page-responses.ts";
import type { Request } from "./request.ts";
import { htmlResponse, problemResponse, type Response, seeOther, textFile } from "./response.ts";
import { findableHeaders, framableHeaders } from "./security-headers.ts";
import type { WebDependencies } from "./web-dependencies.ts";

interface Visited {
  readonly procedure: Procedure;
  readonly language: Language;
  readonly origin: string;
}

type Show = (visited: Visited, request: Request, dependencies: WebDependencies) => Promise<Response> | Response;

/** A page of an organisation that everybody may see, in a language that the organisation writes. */
function ofAnOrganisation(show: Show) {
  return async (request: Request, dependencies: WebDependencies): Promise<Response> => {
    const { parameters, language, origin } = request;
    const procedure = dependencies.cases.procedures.find(({ id }) => id === parameters["organisation"]);
    if (procedure === undefined) return problemResponse("not-found", language);
    const { house } = procedure;
    const written = house.languages.find((one) => one === language) ?? house.language;
    return show({ procedure, language: written, origin }, request, dependencies);
  };
}

/** What one can complain about, how, and what happens then (A1, A9). */
export const showOrganisation = ofAnOrganisation((visited) => htmlResponse(publicPage(visited), 200, findableHeaders));

/** The block for websites and the intranet, which may show it in a frame too (A10, A11). */
export const showBlock = ofAnOrganisation((visited) => htmlResponse(publicBlock(visited), 200, framableHeaders));

/** The report form as a PDF, to fill in and mail (A13). What makes it is loaded for who asks for it only: it is larger than all pages together. */
export const downloadForm = ofAnOrganisation(async ({ procedure, language }) => {
  const { reportFormPdf } = await import("../../shared/pdf/report-form-pdf.ts");
  return savedFile(await reportFormPdf(procedure, language), `${formName(procedure, language)}.pdf`, "application/pdf");
});

/** The same form for who cannot fill in a PDF (A13). */
export const downloadTextForm = ofAnOrganisation(({ procedure, language }) =>
  textFile(reportForm(procedure, language), `${formName(procedure, language)}.txt`),
);

const formName = ({ id }: Procedure, language: Language) =>
  `${language === "nl" ? "klachtformulier" : "complaint-form"}-${id}`;

/** The empty web form (A4, A13). */
export const showForm = ofAnOrganisation((visited, _request, { secrets }) =>
  htmlResponse(complainPage({ ...visited, ticket: secrets.id() })),
);

/** What happens next; the same page for everybody. */
export const showSent = ofAnOrganisation(({ procedure, language }) =>
  htmlResponse(complainSentPage(procedure, language)),
);

/** Takes a complaint. A robot gets the same answer as anybody; whoever cannot be helped now keeps what they wrote. */
export const takeComplaint = ofAnOrganisation(async ({ procedure, language }, { form: values }, dependencies) => {
  const form = { procedure, language, values, ticket: values["ticket"] ?? "" };
  const read = readComplaint(values, dependencies.cases.procedures, procedure, language);
  if (!read.ok) return htmlResponse(complainPage({ ...form, problems: read.problems }), 422);
  try {
    await fileComplaint(read.complaint, procedure, language, dependencies);
  } catch (error) {
    logFailure(error);
    return htmlResponse(complainPage({ ...form, failed: true }), 503);
  }
  return seeOther(publicPath(procedure, "complain/sent", language));
});
