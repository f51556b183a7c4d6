import { nextAlarmAt } from "../../shared/domain/alarms.ts";
import { endingOf } from "../../shared/domain/tasks/catalogue.ts";
import type { Instant } from "../../shared/ports.ts";
import { type CaseStore, UnknownCase } from "../../shared/store/cases.ts";

export interface Rung {
  /** `expired`: somebody else is asked now; `silent`: nobody is. What has ended otherwise says so when it is awaited again. */
  readonly status: "waiting" | "expired" | "silent";
  readonly alarmAt: Instant;
}

/** Rings the alarms of a task that are due, each once, and says when the next one is. */
export async function ringAlarms(
  { organisation, caseId, taskId }: { readonly organisation: string; readonly caseId: string; readonly taskId: string },
  { cases }: { readonly cases: CaseStore },
): Promise<Rung> {
  const { dossier } = await cases.execute(organisation, caseId, { type: "RingAlarms", taskId });
  const task = dossier.tasks.find((one) => one.taskId === taskId);
  if (task === undefined) throw new UnknownCase(`Case ${caseId} has no task ${taskId}.`);
  const open = task.status === "open";
  return {
    status: task.status === "expired" ? endingOf(task) : "waiting",
    alarmAt: open ? nextAlarmAt(task, dossier, cases.procedure(organisation)) : cases.now(),
  };
}
