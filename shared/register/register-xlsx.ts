import writeXlsxFile, { type Cell } from "write-excel-file/node";
import type { Procedure } from "../domain/procedure.ts";
import type { RegisterRow } from "../domain/register/register-row.ts";
import type { Language } from "../domain/text.ts";
import { asPlainText } from "./plain-text.ts";
import { type CellContent, registerColumns } from "./register-columns.ts";

/** The register as a workbook: texts are texts and never formulas, days are days, numbers are numbers. */
export async function registerXlsx(
  rows: readonly RegisterRow[],
  procedure: Procedure,
  language: Language,
): Promise<Uint8Array> {
  const columns = registerColumns(procedure);
  const head = columns.map(({ title }): Cell => ({ value: title[language], type: String, fontWeight: "bold" }));
  const body = rows.map((row) => columns.map(({ content }) => cellOf(content(row), language)));
  const file = writeXlsxFile([head, ...body], {
    sheet: language === "nl" ? "Klachtenregister" : "Register of complaints",
    stickyRowsCount: 1,
    columns: columns.map(({ title }) => ({ width: Math.max(12, title[language].length + 2) })),
  });
  return file.toBuffer();
}

function cellOf(content: CellContent, language: Language): Cell {
  if (content === undefined) return null;
  if (typeof content === "number") return { value: content, type: Number };
  if (typeof content === "string") return textCell(asPlainText(content));
  if ("day" in content) return { value: new Date(`${content.day}T00:00:00.000Z`), type: Date, format: "yyyy-mm-dd" };
  return textCell(content[language]);
}

const textCell = (value: string): Cell => (value === "" ? null : { value, type: String });
