import { isDeepStrictEqual } from "node:util";
import type { Dossier, Happened } from "../domain/dossier.ts";
import { dutyLedger } from "../domain/duties/ledger.ts";
import { replay } from "../domain/evolve.ts";
import type { Procedure } from "../domain/procedure.ts";
import { type RegisterRow, registerRowSchema } from "../domain/register/register-row.ts";
import { registerRowOf } from "../domain/register/register-row-of.ts";
import type { DutyTotal } from "./evidence-format.ts";
import { dutyTotalsOf } from "./evidence-parts.ts";
import { type PackedProcedures, sinceVersion } from "./evidence-procedures.ts";

/**
 * What a row of the register says that the facts of the events do not say; `undefined` when they agree. A case that goes on under a newer
 * procedure has the duties of that one, so they must be those of one version since it began.
 */
export function rowDiffers(
  row: RegisterRow,
  dossier: Dossier,
  events: readonly Happened[],
  procedures: PackedProcedures,
): string | undefined {
  const { inForce } = procedures;
  const counted = dossier.erasure.erasedAt === undefined ? dossier : replay(beforeErasing(events));
  const under = (procedure: Procedure) =>
    asStored(registerRowOf(counted, ledgerAtClosing(dossier, events, procedure), procedure));
  const expected = under(inForce);
  const told = new Map<string, unknown>(Object.entries(row));
  const names = [...new Set([...told.keys(), ...Object.keys(expected)])];
  const known = new Map<string, unknown>(Object.entries(expected));
  const fits = (one: Procedure) => isDeepStrictEqual(row.duties, under(one).duties);
  const isItsDuties = lacksVersion(row, events, procedures) || sinceVersion(began(events), procedures).some(fits);
  const differing = names.filter((name) =>
    name === "duties" ? !isItsDuties : !isDeepStrictEqual(told.get(name), known.get(name)),
  );
  return differing.length === 0 ? undefined : differing.join(", ");
}

const asStored = (row: RegisterRow | undefined) => registerRowSchema.parse(JSON.parse(JSON.stringify(row)));

/** Whether the duties of a row cannot be checked: the procedure under which its case began is not in the pack. */
export function lacksVersion(
  { duties }: RegisterRow,
  events: readonly Happened[],
  { inForce, earlier }: PackedProcedures,
): boolean {
  return duties !== undefined && ![inForce, ...earlier].some(({ version }) => version === began(events));
}

/** The version of the procedure under which a case began; 0 when its events do not say. */
function began([first]: readonly Happened[]): number {
  return first?.event.type === "ComplaintRegistered" ? first.event.facts.procedureVersion : 0;
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
