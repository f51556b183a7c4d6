import type { Dossier } from "../dossier.ts";
import type { ComplaintEvent } from "../events.ts";
import type { Matter } from "../matter.ts";
import type { TaskKindId } from "../tasks/task-kind.ts";

/** How often it is asked whether a measure helped. */
export const judgmentsOfEffect = 2;

/** A file that is no complaint closes with the answer to the last thing that it asked. */
export function matterClosed(kind: TaskKindId, outcome: string, dossier: Dossier): readonly ComplaintEvent[] {
  if (dossier.status === "closed" || !isLast(kind, outcome, dossier)) return [];
  const { ground, takenUp } = groundsOf(dossier.matter);
  return [{ type: "CaseClosed", facts: { filedAt: dossier.registeredAt, ground, takenUp, outcome }, private: {} }];
}

function isLast(kind: TaskKindId, outcome: string, { tasks }: Dossier): boolean {
  switch (kind) {
    case "report-measure":
      return outcome === "kept" || outcome === "dropped";
    case "judge-effect":
      return tasks.filter((task) => task.kind === kind && task.status === "answered").length + 1 >= judgmentsOfEffect;
    case "look-into-signal":
    case "acknowledge-review":
    case "look-at-mail":
      return true;
    default:
      return false;
  }
}

/** What stands for the ground and the way taken in the facts of a closed file. */
function groundsOf(matter: Matter): { readonly ground: string; readonly takenUp: string } {
  switch (matter.kind) {
    case "complaint":
      return { ground: "complaint", takenUp: "complaint" };
    case "measure":
      return { ground: matter.measure.measureType, takenUp: matter.measure.source };
    case "signal":
      return { ground: matter.signal.dimension, takenUp: matter.signal.rule };
    case "review":
      return { ground: "review", takenUp: matter.review.cycle };
    case "mail":
      return { ground: "mail", takenUp: matter.mail.doubt };
  }
}
