import { agreeOnMeasure } from "../../shared/cases/new-measure.ts";
import { newMeasurePage } from "../../shared/pages/desk/new-measure-page.tsx";
import { address } from "../web/opened-link.ts";
import type { Request } from "../web/request.ts";
import { htmlResponse, seeOther } from "../web/response.ts";
import { overAllCases, type Visitor } from "./visitor.ts";

/** The empty form for a measure from another source than a complaint. */
export const showNewMeasure = overAllCases((visitor, request, { secrets }) =>
  htmlResponse(newMeasurePage({ ...formOf(visitor, request), ticket: secrets.id() })),
);

/** Agrees on it, once, or shows what is missing. */
export const agreeNewMeasure = overAllCases(async (visitor, request, dependencies) => {
  const { colleague, procedure, root } = visitor;
  const values = request.form;
  const problems = await agreeOnMeasure(values, colleague, procedure, dependencies);
  if (problems.length === 0) return seeOther(address(`${root}/learning`, request));
  const ticket = values["ticket"] ?? "";
  return htmlResponse(newMeasurePage({ ...formOf(visitor, request), ticket, values, problems }), 422);
});

function formOf({ procedure, language, frame, root }: Visitor, request: Request) {
  return {
    ...{ procedure, language },
    desk: frame("learning"),
    action: address(`${root}/measures/new`, request),
    back: address(`${root}/learning`, request),
  };
}
