import { nextAlarmAt } from "../../shared/domain/alarms.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import type { Instant } from "../../shared/ports.ts";
import { type CaseStore, UnknownCase } from "../../shared/store/cases.ts";

export interface Asked {
  readonly taskId: string;
  /** When the wait for the answer must look at its alarms. */
  readonly alarmAt: Instant;
}

/** Opens a task in the case, with its letter. Asked again for the same state entry, it finds the task that is there. */
export async function ask(
  {
    organisation,
    caseId,
    kind,
    requestId,
  }: { readonly organisation: string; readonly caseId: string; readonly kind: TaskKindId; readonly requestId: string },
  { cases }: { readonly cases: CaseStore },
): Promise<Asked> {
  const executed = await cases.execute(organisation, caseId, { type: "OpenTask", kind, requestId });
  const ofKind = executed.dossier.tasks.filter((one) => one.kind === kind);
  const task = ofKind.find((one) => one.requestId === requestId) ?? ofKind.findLast(({ status }) => status === "open");
  if (task === undefined) throw new UnknownCase(`Case ${caseId} takes no more tasks.`);
  const open = task.status === "open";
  return {
    taskId: task.taskId,
    alarmAt: open ? nextAlarmAt(task, executed.dossier, cases.procedure(organisation)) : cases.now(),
  };
}
