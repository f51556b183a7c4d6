import { startSideTasks } from "../../shared/cases/start-side-tasks.ts";
import type { Workflow } from "../../shared/ports.ts";
import type { CaseStore } from "../../shared/store/cases.ts";

/** Gives tasks beside the path an execution of their own as soon as a case has promised them. */
export async function startSideTask(
  promised: readonly { readonly organisation: string; readonly id: string }[],
  dependencies: { readonly cases: CaseStore; readonly workflow: Workflow },
): Promise<Record<string, never>> {
  for (const { organisation, id } of promised) await startSideTasks(organisation, id, dependencies);
  return {};
}
