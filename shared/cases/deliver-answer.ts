import type { Task } from "../domain/dossier.ts";
import type { Workflow } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { kept } from "../store/outbox.ts";
import { parkedToken } from "../store/task-tokens.ts";

/** A state machine that has not waited anew by now asks the case itself when it does. */
const staleAfterMs = 2 * 60 * 60 * 1000;

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
  const delivered = token !== undefined && (await workflow.answer(token, { outcome })) === "delivered";
  if (!delivered && !(await isStale(organisation, caseId, taskId, cases))) return;
  await cases.items.transact([kept({ what: "answer", organisation, caseId, taskId })]);
}

/** It ended so long ago that whoever waited for it must have heard, or will ask. */
async function isStale(organisation: string, caseId: string, taskId: string, cases: CaseStore): Promise<boolean> {
  const { tasks } = await cases.load(organisation, caseId);
  const ended = endedAt(tasks.find((task) => task.taskId === taskId));
  return ended === undefined || Date.parse(cases.now()) - Date.parse(ended) > staleAfterMs;
}

function endedAt(task: Task | undefined): string | undefined {
  switch (task?.status) {
    case "answered":
      return task.answeredAt;
    case "cancelled":
      return task.cancelledAt;
    case "expired":
      return task.expiredAt;
    default:
      return undefined;
  }
}
