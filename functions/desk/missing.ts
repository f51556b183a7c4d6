import type { Language } from "../../shared/domain/text.ts";
import { missingPage } from "../../shared/pages/desk/missing-page.tsx";
import { htmlResponse, type Response } from "../web/response.ts";
import type { Visitor } from "./visitor.ts";

/** What is not there, and what this visitor may not know of: nobody can tell the two apart. */
export function missing(language: Language, visitor?: Visitor): Response {
  return htmlResponse(missingPage({ language, procedure: visitor?.procedure, desk: visitor?.frame() }), 404);
}
