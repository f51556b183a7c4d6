import { isDeepStrictEqual } from "node:util";
import type { Dossier, Happened } from "../domain/dossier.ts";
import { dutyLedger } from "../domain/duties/ledger.ts";
import type { Procedure } from "../domain/procedure.ts";
import { type RegisterRow, registerRowSchema } from "../domain/register/register-row.ts";
import { registerRowOf } from "../domain/register/register-row-of.ts";
import type { DutyTotal } from "./evidence-format.ts";
import { dutyTotalsOf } from "./evidence-parts.ts";

/** What a row of the register says that the facts of the events do not say; `undefined` when they agree. */
export function rowDiffers(
  row: RegisterRow,
  dossier: Dossier,
  events: readonly Happened[],
  procedure: Procedure,
): string | undefined {
  const shown = registerRowOf(dossier, ledgerAtClosing(dossier, events, procedure), procedure);
  const expected = registerRowSchema.parse(JSON.parse(JSON.stringify(shown)));
  const told = new Map<string, unknown>(Object.entries(row));
  const names = [...new Set([...told.keys(), ...Object.keys(expected)])];
  const known = new Map<string, unknown>(Object.entries(expected));
  const differing = names.filter((name) => !isDeepStrictEqual(told.get(name), known.get(name)));
  return differing.length === 0 ? undefined : differing.join(", ");
}

/** Duties as they stood when the complaint was closed; what came later does not count for them. */
function ledgerAtClosing(dossier: Dossier, events: readonly Happened[], procedure: Procedure) {
  if (dossier.status === "open") return [];
  const closing = events.findLastIndex(({ event }) => event.type === "CaseClosed");
  return dutyLedger(events.slice(0, closing + 1), procedure, dossier.closedAt);
}

/** The duties whose numbers are not those of the register. */
export function totalsDiffer(
  told: readonly DutyTotal[],
  rows: readonly RegisterRow[],
  procedure: Procedure,
): readonly string[] {
  const expected = dutyTotalsOf(rows, procedure);
  const ids = new Set([...told, ...expected].map(({ id }) => id));
  const of = (totals: readonly DutyTotal[], id: string) => totals.find((one) => one.id === id);
  return [...ids].filter((id) => !isDeepStrictEqual(of(told, id), of(expected, id)));
}
