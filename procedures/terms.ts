import type { ProcedureFile } from "../shared/domain/procedure.ts";

type Term = NonNullable<ProcedureFile["tasks"]["assess"]>;

/** A term that the house chose itself: pages and letters say so. `duty` is the obligation that it serves, or `house`. */
export function houseTerm(amount: number, unit: Term["within"]["unit"], duty: string): Term {
  return { within: { amount, unit }, duty, basis: "house-default" };
}
