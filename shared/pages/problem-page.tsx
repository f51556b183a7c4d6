import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import { page } from "./layout.tsx";

/** Why a page cannot be shown, with the HTTP status that goes with it. */
export const problemStatus = {
  "not-found": 404,
  "cross-site": 403,
  "method-not-allowed": 405,
  "too-large": 413,
  failed: 500,
} as const;
export type PageProblem = keyof typeof problemStatus;

export interface ProblemPage {
  readonly problem: PageProblem;
  readonly language: Language;
  /** When it is known whose page it would have been. */
  readonly procedure?: Procedure;
}

/** The whole HTML document: what is wrong in plain words, and what the visitor can do. */
export function problemPage({ problem, language, procedure }: ProblemPage): string {
  return page({ title: problem, language, ...(procedure && { procedure }), children: null });
}
