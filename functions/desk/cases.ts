import type { Language } from "../../shared/domain/text.ts";
import { casesPage } from "../../shared/pages/desk/cases-page.tsx";
import { address } from "../web/opened-link.ts";
import { htmlResponse } from "../web/response.ts";
import { type CasesQuery, casesQueryOf } from "./cases-query.ts";
import { findCases } from "./find-cases.ts";
import { hiddenFrom } from "./hidden-cases.ts";
import { openedCursor, sealedCursor } from "./sealed-cursor.ts";
import { overAllCases } from "./visitor.ts";

/** The complaints overview (B10). */
export const showCases = overAllCases(async (visitor, request, { cases, secrets }) => {
  const { procedure, language, root } = visitor;
  const key = await secrets.sessionKey();
  const asked = casesQueryOf(request.query);
  const query = { ...asked, cursor: asked.cursor === undefined ? undefined : openedCursor(asked.cursor, key) };
  const hidden = await hiddenFrom(visitor.colleague, procedure.id, cases);
  const { dossiers, cursor, tooMany } = await findCases(query, visitor, hidden, cases);
  const path = `${root}/cases`;
  const here = (more: Partial<CasesQuery>) =>
    address(path, request, asFields({ ...query, cursor: undefined, ...more }));
  return htmlResponse(
    casesPage({
      ...{ procedure, language, path, tooMany },
      desk: visitor.frame("cases"),
      now: cases.now(),
      filters: query,
      found: dossiers,
      hrefOf: (caseId) => address(`${root}/case/${caseId}`, request),
      person: address(`${root}/person`, request),
      next: cursor === undefined ? undefined : here({ cursor: sealedCursor(cursor, key) }),
      first: query.cursor === undefined ? undefined : here({}),
      inLanguage: (one: Language) =>
        address(path, { ...request, language: one }, asFields({ ...query, cursor: undefined })),
    }),
  );
});

function asFields(query: CasesQuery): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined || value === "" ? [] : [[name, value]])),
  );
}
