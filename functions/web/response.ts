import type { Procedure } from "../../shared/domain/procedure.ts";
import type { Language } from "../../shared/domain/text.ts";
import { type PageProblem, problemPage, problemStatus } from "../../shared/pages/problem-page.tsx";

/** An HTTP API response (payload 2.0). */
export interface Response {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  /** For `Set-Cookie`, at most one. */
  readonly cookies?: readonly [string];
  readonly body: string;
  readonly isBase64Encoded?: boolean;
}

export const htmlResponse = (body: string, statusCode = 200, headers: Response["headers"] = {}): Response => ({
  statusCode,
  headers: { "content-type": "text/html; charset=utf-8", ...headers },
  body,
});

/** @param procedure when it is known whose page it would have been. */
export const problemResponse = (problem: PageProblem, language: Language = "nl", procedure?: Procedure): Response =>
  htmlResponse(problemPage({ problem, language, procedure }), problemStatus[problem]);

/** To another address, to be fetched with GET (RFC 9110 15.4.4). After a POST, reloading that page cannot post again. */
export const seeOther = (location: string, cookie?: string): Response => ({
  statusCode: 303,
  headers: { location },
  ...(cookie !== undefined && { cookies: [cookie] as const }),
  body: "",
});

/** To a HEAD: it is there. Nothing is handed over. */
export const isThere: Response = { statusCode: 200, headers: {}, body: "" };

/** A text of ours to save and fill in; the mark in front tells old editors that it is UTF-8. */
export const textFile = (text: string, name: string): Response => ({
  statusCode: 200,
  headers: { "content-type": "text/plain; charset=utf-8", "content-disposition": `attachment; filename="${name}"` },
  body: `\uFEFF${text}`,
});

export const stylesheetResponse = (css: string): Response => ({
  statusCode: 200,
  headers: { "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=3600" },
  body: css,
});
