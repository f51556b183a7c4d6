import { isDeepStrictEqual } from "node:util";
import type { Dossier, Happened } from "../domain/dossier.ts";
import { dutyLedger } from "../domain/duties/ledger.ts";
import { replay } from "../domain/evolve.ts";
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
  const counted = dossier.erasure.erasedAt === undefined ? dossier : replay(beforeErasing(events));
  const shown = registerRowOf(counted, ledgerAtClosing(dossier, events, procedure), procedure);
  const expected = registerRowSchema.parse(JSON.parse(JSON.stringify(shown)));
  const told = new Map<string, unknown>(Object.entries(row));
  const names = [...new Set([...told.keys(), ...Object.keys(expected)])];
  const known = new Map<string, unknown>(Object.entries(expected));
  const comparable = names.filter((name) => name !== "duties" || isOfVersion(events, procedure));
  const differing = comparable.filter((name) => !isDeepStrictEqual(told.get(name), known.get(name)));
  return differing.length === 0 ? undefined : differing.join(", ");
}

/** A case that began under an earlier procedure has the duties of that one, which is not in the pack. */
function isOfVersion([first]: readonly Happened[], { version }: Procedure): boolean {
  return first?.event.type === "ComplaintRegistered" && first.event.facts.procedureVersion === version;
}

/** Duties as the register has them: of a closed complaint as they stood at its closing, and as they were before it was erased. */
function ledgerAtClosing(dossier: Dossier, events: readonly Happened[], procedure: Procedure) {
  return dossier.status === "open" ? [] : dutyLedger(beforeErasing(events), procedure, dossier.closedAt);
}

/** With the erasing ends what still waited, in the same moment; the register is not touched by it. */
function beforeErasing(events: readonly Happened[]): readonly Happened[] {
  const erased = events.find(({ event }) => event.type === "PersonalDataErased");
  if (erased === undefined) return events;
  const last = events.findLastIndex(({ at, event }) => at !== erased.at || !endings.includes(event.type));
  return events.slice(0, last + 1);
}
const endings: readonly Happened["event"]["type"][] = ["TaskCancelled", "LetterRefused", "PersonalDataErased"];

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
