import { startCase } from "../../shared/cases/start-case.ts";
import { startSideTasks } from "../../shared/cases/start-side-tasks.ts";
import type { Workflow } from "../../shared/ports.ts";
import type { CaseStore } from "../../shared/store/cases.ts";
import { pendingStartOf } from "../../shared/store/outbox.ts";

/** Starts a new file on its way, and gives tasks beside the path an execution of their own, as soon as a transaction has promised them. */
export async function startSideTask(
  promised: readonly { readonly organisation: string; readonly id: string }[],
  dependencies: { readonly cases: CaseStore; readonly workflow: Workflow },
): Promise<Record<string, never>> {
  for (const { organisation, id } of promised) {
    const start = await pendingStartOf(dependencies.cases.items, organisation, id);
    if (start !== undefined) await startCase(start, dependencies);
    await startSideTasks(organisation, id, dependencies);
  }
  return {};
}
