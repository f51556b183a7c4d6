import { monthsFrom, sumOf } from "../../shared/domain/learning/overview-months.ts";
import type { RegisterRow } from "../../shared/domain/register/register-row.ts";
import type { Language } from "../../shared/domain/text.ts";
import { registerPage } from "../../shared/pages/desk/register-page.tsx";
import { registerCsv } from "../../shared/register/register-csv.ts";
import { registerJson } from "../../shared/register/register-json.ts";
import { registerXlsx } from "../../shared/register/register-xlsx.ts";
import { address } from "../web/opened-link.ts";
import type { Request } from "../web/request.ts";
import { htmlResponse, type Response } from "../web/response.ts";
import type { DeskDependencies } from "./desk-dependencies.ts";
import { monthsOf, monthsToChoose } from "./period.ts";
import { registerQueryOf } from "./register-query.ts";
import { rowsFor, totalsFor } from "./register-rows.ts";
import { fits, savedFile } from "./saved-file.ts";
import { overAllCases, type Visitor } from "./visitor.ts";

/** Rows on the page; a download has them all. */
const mostRows = 100;

/** The register of the chosen months, with what it adds up to (A23, A24, B11). */
export const showRegister = overAllCases((visitor, request, dependencies) => shown(visitor, request, dependencies));

async function shown(
  visitor: Visitor,
  request: Request,
  { cases }: DeskDependencies,
  tooLarge = false,
): Promise<Response> {
  const { procedure, language, root } = visitor;
  const now = cases.now();
  const months = monthsOf(request.query, procedure, now);
  const filters = registerQueryOf(request.query);
  const rows: RegisterRow[] = [];
  for await (const row of rowsFor(visitor, months, filters, cases)) {
    rows.push(row);
    if (rows.length > mostRows) break;
  }
  const totals = await totalsFor(visitor, months, cases);
  const path = `${root}/register`;
  const fields = Object.fromEntries(
    Object.entries({ ...months, ...filters }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const at = (where: string, asked = request) => address(where, asked, fields);
  const html = registerPage({
    ...{ procedure, language, path, filters, tooLarge },
    desk: visitor.frame("register"),
    period: { ...months, choices: monthsToChoose(monthsOf({}, procedure, now).until) },
    rows: rows.slice(0, mostRows),
    more: rows.length > mostRows,
    totals: sumOf(totals, monthsFrom(months.from, months.until)),
    hrefOf: (caseId) => address(`${root}/case/${caseId}`, request),
    downloads: (["csv", "xlsx", "json"] as const).map((format) => ({ format, href: at(`${path}.${format}`) })),
    inLanguage: (one: Language) => at(path, { ...request, language: one }),
  });
  return htmlResponse(html, tooLarge ? 413 : 200);
}

const types = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** The same rows as a file, all of them, oldest first. */
export const saveRegister = (format: keyof typeof types) =>
  overAllCases(async (visitor, request, dependencies) => {
    const { procedure, language } = visitor;
    const { cases } = dependencies;
    const months = monthsOf(request.query, procedure, cases.now());
    const rows = await Array.fromAsync(rowsFor(visitor, months, registerQueryOf(request.query), cases));
    const bytes = await written(format, rows.toReversed(), visitor);
    const name = `${language === "nl" ? "klachtenregister" : "complaints-register"}-${procedure.id}-${months.from}-${months.until}.${format}`;
    return fits(bytes) ? savedFile(bytes, name, types[format]) : shown(visitor, request, dependencies, true);
  });

async function written(
  format: keyof typeof types,
  rows: readonly RegisterRow[],
  { procedure, language }: Visitor,
): Promise<Uint8Array> {
  switch (format) {
    case "csv":
      return Buffer.from(registerCsv(rows, procedure, language));
    case "json":
      return Buffer.from(registerJson(rows));
    case "xlsx":
      return registerXlsx(rows, procedure, language);
  }
}
