import { deliverAnswer } from "../../shared/cases/deliver-answer.ts";
import { endingOf } from "../../shared/domain/tasks/catalogue.ts";
import type { Workflow } from "../../shared/ports.ts";
import type { CaseStore } from "../../shared/store/cases.ts";
import { parkToken } from "../../shared/store/task-tokens.ts";

/**
 * Keeps the token with which the state machine waits. The token is parked first and the case read after it, while an answer is written
 * first and the token read after it: whichever comes second sees the other, so no answer is lost.
 */
export async function awaitAnswer(
  {
    organisation,
    caseId,
    taskId,
    token,
  }: { readonly organisation: string; readonly caseId: string; readonly taskId: string; readonly token: string },
  dependencies: { readonly cases: CaseStore; readonly workflow: Workflow },
): Promise<void> {
  const { cases, workflow } = dependencies;
  await parkToken(cases.items, organisation, caseId, taskId, token);
  const task = (await cases.load(organisation, caseId)).tasks.find((one) => one.taskId === taskId);
  if (task?.status === "answered")
    await deliverAnswer({ organisation, caseId, taskId, outcome: task.answer.outcome }, dependencies);
  if (task?.status === "cancelled")
    await deliverAnswer({ organisation, caseId, taskId, outcome: "withdrawn" }, dependencies);
  if (task?.status === "expired") await workflow.answer(token, { outcome: endingOf(task) });
}
