import type { Workflow } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { kept, type PendingStart } from "../store/outbox.ts";

/** Starts a file on its way through its machine; starting it again is harmless. */
export async function startCase(
  { organisation, caseId, machine }: Pick<PendingStart, "organisation" | "caseId" | "machine">,
  { cases, workflow }: { readonly cases: CaseStore; readonly workflow: Workflow },
): Promise<void> {
  await workflow.start(`${machine}-${organisation}`, caseId, { organisation, caseId });
  await cases.items.transact([kept({ what: "start", organisation, caseId })]);
}
