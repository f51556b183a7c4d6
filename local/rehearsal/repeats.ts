import { alarmsOf } from "../../shared/domain/alarms.ts";
import type { Dossier, OpenTask } from "../../shared/domain/dossier.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";

/** How often somebody let a task expire before asking them once more shows nothing new. */
const oftenEnough = 2;

/**
 * Whether a case goes round without end: whoever is asked now has let that very task expire twice already, and no term of the
 * case is still to run out.
 */
export function repeatsItself(dossier: Dossier, procedure: Procedure): boolean {
  const open = dossier.tasks.filter((task) => task.status === "open");
  return (
    open.length > 0 && open.every((task) => isAskedAgain(task, dossier) && !caseAlarmAhead(task, dossier, procedure))
  );
}

function isAskedAgain({ kind, about, assignee }: OpenTask, { tasks }: Dossier): boolean {
  const same = tasks.filter((one) => one.kind === kind && one.about === about);
  return (
    same.filter((one) => one.status === "expired" && one.assignee === assignee).length >= oftenEnough &&
    same.every(({ status }) => status !== "answered")
  );
}

function caseAlarmAhead(task: OpenTask, dossier: Dossier, procedure: Procedure): boolean {
  return alarmsOf(task, dossier, procedure).some(
    ({ alarmId }) => alarmId.startsWith("case:") && !dossier.rung.has(alarmId),
  );
}
