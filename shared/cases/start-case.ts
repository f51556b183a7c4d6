import type { Workflow } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { kept } from "../store/outbox.ts";

/** The state machine of an organisation's complaints. */
export const complaintMachine = (organisation: string) => `complaint-${organisation}`;

/** Starts the state machine of a new case; starting it again is harmless. */
export async function startCase(
  organisation: string,
  caseId: string,
  { cases, workflow }: { readonly cases: CaseStore; readonly workflow: Workflow },
): Promise<void> {
  await workflow.start(complaintMachine(organisation), caseId, { organisation, caseId });
  await cases.items.transact([kept({ what: "start", organisation, caseId })]);
}
