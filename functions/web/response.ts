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

/** After a POST: the page is fetched anew, so that reloading it cannot post again (RFC 9110 15.4.4). */
export const seeOther = (location: string, cookie?: string): Response => ({
  statusCode: 303,
  headers: { location },
  ...(cookie !== undefined && { cookies: [cookie] as const }),
  body: "",
});

/** A file that somebody sent us: never shown in the browser, always saved. */
export const download = (bytes: Uint8Array, name: string): Response => ({
  statusCode: 200,
  headers: {
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
  },
  body: Buffer.from(bytes).toString("base64"),
  isBase64Encoded: true,
});

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
