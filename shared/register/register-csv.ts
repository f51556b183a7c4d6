import { stringify } from "csv-stringify/sync";
import type { Procedure } from "../domain/procedure.ts";
import type { RegisterRow } from "../domain/register/register-row.ts";
import type { Language } from "../domain/text.ts";
import { asPlainText } from "./plain-text.ts";
import { type CellContent, registerColumns } from "./register-columns.ts";

/**
 * The register as text with commas: RFC 4180 with CRLF, UTF-8 with a byte order mark so that spreadsheets read accents. What a spreadsheet
 * would take for a formula gets an apostrophe in front (CWE-1236).
 */
export function registerCsv(rows: readonly RegisterRow[], procedure: Procedure, language: Language): string {
  const columns = registerColumns(procedure);
  const records = rows.map((row) => columns.map(({ content }) => asText(content(row), language)));
  return stringify([columns.map(({ title }) => title[language]), ...records], {
    bom: true,
    record_delimiter: "windows",
    escape_formulas: true,
  });
}

/** Numbers stay numbers, so that a spreadsheet can add them up. */
function asText(content: CellContent, language: Language): string | number {
  if (content === undefined) return "";
  if (typeof content === "number") return content;
  if (typeof content === "string") return asPlainText(content);
  return "day" in content ? content.day : content[language];
}
