import { monthsFrom } from "../../shared/domain/learning/overview-months.ts";
import type { RegisterRow } from "../../shared/domain/register/register-row.ts";
import { type Totals, without } from "../../shared/domain/register/totals.ts";
import type { CaseStore } from "../../shared/store/cases.ts";
import { entriesOfMonth, readRow } from "../../shared/store/register.ts";
import { readTotals } from "../../shared/store/totals.ts";
import { hiddenFrom } from "./hidden-cases.ts";
import type { Months } from "./period.ts";
import { isWanted, type RegisterQuery } from "./register-query.ts";
import type { Visitor } from "./visitor.ts";

/** The rows of these months that pass the filters, newest month first, without the complaints that the visitor is involved in. */
export async function* rowsFor(
  { colleague, procedure }: Visitor,
  { from, until }: Months,
  query: RegisterQuery,
  cases: CaseStore,
): AsyncGenerator<RegisterRow> {
  const hidden = await hiddenFrom(colleague, procedure.id, cases);
  for (const month of monthsFrom(from, until).toReversed()) {
    const entries = await Array.fromAsync(entriesOfMonth(cases.items, procedure.id, month));
    for (const { row } of entries.toReversed()) {
      if (!hidden.has(row.caseId) && isWanted(row, query)) yield row;
    }
  }
}

/** What the complaints of these months add up to, without those that the visitor is involved in. */
export async function totalsFor(
  { colleague, procedure }: Visitor,
  { from, until }: Months,
  cases: CaseStore,
): Promise<Totals> {
  const hidden = await hiddenFrom(colleague, procedure.id, cases);
  const rows = await Promise.all([...hidden].map((caseId) => readRow(cases.items, procedure.id, caseId)));
  const known = rows.flatMap((row) => (row === undefined ? [] : [row]));
  return without(await readTotals(cases.items, procedure.id, from, until), known);
}
