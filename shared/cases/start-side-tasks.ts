import type { Workflow } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { kept, type PendingSideTask, pendingSideTasks } from "../store/outbox.ts";

/** The state machine of an organisation's tasks beside the path. */
export const sideTaskMachine = (organisation: string) => `side-task-${organisation}`;

interface Dependencies {
  readonly cases: CaseStore;
  readonly workflow: Workflow;
}

/** Starts every task beside the path that a case has promised and that was not started yet. */
export async function startSideTasks(organisation: string, caseId: string, dependencies: Dependencies): Promise<void> {
  for (const wanted of await pendingSideTasks(dependencies.cases.items, organisation, caseId)) {
    await startSideTask(wanted, dependencies);
  }
}

/** Starts one; starting it again is harmless, because its execution is named after it. */
export async function startSideTask(wanted: PendingSideTask, { cases, workflow }: Dependencies): Promise<void> {
  const { organisation, caseId, sideTaskId, kind, about = "" } = wanted;
  const input = { organisation, caseId, kind, about };
  await workflow.start(sideTaskMachine(organisation), `${caseId}-${sideTaskId}`, input);
  await cases.items.transact([kept({ what: "side-task", organisation, caseId, sideTaskId })]);
}
