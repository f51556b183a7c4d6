import type { Language } from "../../shared/domain/text.ts";
import { type PageProblem, problemPage, problemStatus } from "../../shared/pages/problem-page.tsx";

/** An HTTP API response (payload 2.0). */
export interface Response {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded?: boolean;
}

export const htmlResponse = (body: string, statusCode = 200): Response => ({
  statusCode,
  headers: { "content-type": "text/html; charset=utf-8" },
  body,
});

export const problemResponse = (problem: PageProblem, language: Language = "nl"): Response =>
  htmlResponse(problemPage({ problem, language }), problemStatus[problem]);

/** After a POST: the page is fetched anew, so that reloading it cannot post again (RFC 9110 15.4.4). */
export const seeOther = (location: string): Response => ({ statusCode: 303, headers: { location }, body: "" });

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

export const stylesheetResponse = (css: string): Response => ({
  statusCode: 200,
  headers: { "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=3600" },
  body: css,
});
