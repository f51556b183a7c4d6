import { nextAlarmAt } from "../../shared/domain/alarms.ts";
import { passedBy } from "../../shared/domain/deciding/open-task.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import type { Instant } from "../../shared/ports.ts";
import { type CaseStore, UnknownCase } from "../../shared/store/cases.ts";

export interface Asked {
  /** Empty when nothing was asked. */
  readonly taskId: string;
  /** `waiting` for an answer; else how it ended before it was asked: `skipped`, `withdrawn`. */
  readonly outcome: "waiting" | "skipped" | "withdrawn";
  /** When the wait for the answer must look at its alarms. */
  readonly alarmAt: Instant;
}

/** Opens a task in the case, with its letter. Asked again for the same state entry, it finds the task that is there. */
export async function ask(
  {
    organisation,
    caseId,
    kind,
    about: aboutWhat,
    requestId,
  }: {
    readonly organisation: string;
    readonly caseId: string;
    readonly kind: TaskKindId;
    readonly about?: string | undefined;
    readonly requestId: string;
  },
  { cases }: { readonly cases: CaseStore },
): Promise<Asked> {
  const about = aboutWhat === "" ? undefined : aboutWhat;
  const executed = await cases.execute(organisation, caseId, { type: "OpenTask", kind, about, requestId });
  const ofKind = executed.dossier.tasks.filter((one) => one.kind === kind && one.about === about);
  const task = ofKind.find((one) => one.requestId === requestId) ?? ofKind.findLast(({ status }) => status === "open");
  if (task === undefined) {
    const outcome = passedBy(kind, executed.dossier, cases.procedure(organisation));
    if (outcome !== undefined) return { taskId: "", outcome, alarmAt: cases.now() };
  }
  if (task === undefined) throw new UnknownCase(`Case ${caseId} takes no more tasks.`);
  const open = task.status === "open";
  return {
    taskId: task.taskId,
    outcome: "waiting",
    alarmAt: open ? nextAlarmAt(task, executed.dossier, cases.procedure(organisation)) : cases.now(),
  };
}
