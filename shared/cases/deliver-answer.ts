import type { Workflow } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { kept } from "../store/outbox.ts";
import { parkedToken } from "../store/task-tokens.ts";

/**
 * Tells the state machine how a task ended, with the newest token. Without a token, or with a dead one, there is nothing to do: the
 * state machine asks the case itself before it waits again.
 */
export async function deliverAnswer(
  {
    organisation,
    caseId,
    taskId,
    outcome,
  }: { readonly organisation: string; readonly caseId: string; readonly taskId: string; readonly outcome: string },
  { cases, workflow }: { readonly cases: CaseStore; readonly workflow: Workflow },
): Promise<void> {
  const token = await parkedToken(cases.items, organisation, caseId, taskId);
  if (token === undefined) return;
  const delivered = (await workflow.answer(token, { outcome })) === "delivered";
  if (!delivered && !(await hasMovedOn(organisation, caseId, taskId, cases))) return;
  await cases.items.transact([kept({ what: "answer", organisation, caseId, taskId })]);
}

/** The state machine knows the answer already: it has asked for something else since, or come to its end. */
async function hasMovedOn(organisation: string, caseId: string, taskId: string, cases: CaseStore): Promise<boolean> {
  const { status, tasks } = await cases.load(organisation, caseId);
  return status === "closed" || tasks.at(-1)?.taskId !== taskId;
}
