import type { CaseStore } from "../store/cases.ts";
import { keepVersion } from "../store/procedure-versions.ts";
import { nameless } from "./evidence-procedures.ts";

/** Keeps the procedure in force, without the names of people, so that what was done under it can be checked when it has changed (A2). */
export async function keepProcedure(organisation: string, { cases }: { readonly cases: CaseStore }): Promise<void> {
  const procedure = cases.procedure(organisation);
  await keepVersion(cases.items, organisation, procedure.version, nameless(procedure));
}
