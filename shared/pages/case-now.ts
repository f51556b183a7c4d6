import type { AnsweredTask, Delay, Dossier, Task } from "../domain/dossier.ts";
import { catalogue } from "../domain/tasks/catalogue.ts";
import type { Phase, TaskKindId } from "../domain/tasks/task-kind.ts";

/** What was asked since the case was opened again; of a case that never was closed, everything. */
export function tasksSinceReopening({ tasks, reopened }: Dossier): readonly Task[] {
  return reopened === undefined ? tasks : tasks.filter(({ openedAt }) => openedAt >= reopened.at);
}

/** The delays that say something of the outcome that is to come: not those of before the case was opened again. */
export function delaysSinceReopening({ delays, reopened }: Dossier): readonly Delay[] {
  return reopened === undefined ? delays : delays.filter(({ at }) => at > reopened.at);
}

/** The case was opened again and nobody has named a day for the new outcome yet. */
export function hasNoDate(dossier: Dossier): boolean {
  return dossier.reopened !== undefined && delaysSinceReopening(dossier).length === 0;
}

/** What was asked last on the path itself. */
export function onThePath(dossier: Dossier): TaskKindId | undefined {
  return tasksSinceReopening(dossier).findLast(({ kind }) => catalogue[kind].beside !== true)?.kind;
}

/** The newest answer of this kind since the case was opened again, with this outcome when one is named. */
export function answeredLately(dossier: Dossier, kind: TaskKindId, outcome?: string): AnsweredTask | undefined {
  return tasksSinceReopening(dossier)
    .filter(isAnswered)
    .findLast((task) => task.kind === kind && (outcome === undefined || task.answer.outcome === outcome));
}

/** Where the case really is: an agreement of a first talk is confirmed before anything was looked into, and a case opened again starts anew. */
export function phaseNow(dossier: Dossier): Phase {
  const last = tasksSinceReopening(dossier).findLast((task) => isOfItsPhase(task, dossier));
  if (last !== undefined) return catalogue[last.kind].phase;
  return dossier.reopened === undefined ? "intake" : "analysis";
}

/** Whether something of this part of the path was really done, before the complaint was withdrawn. */
export function wasDone(phase: Phase, dossier: Dossier): boolean {
  const { tasks, withdrawn } = dossier;
  return tasks
    .filter(isAnswered)
    .filter(({ answeredAt }) => withdrawn === undefined || answeredAt <= withdrawn.at)
    .some((task) => catalogue[task.kind].phase === phase && isOfItsPhase(task, dossier));
}

/** What runs beside the path says nothing of where the case is. */
function isOfItsPhase({ kind }: Task, { tasks }: Dossier): boolean {
  if (catalogue[kind].beside === true) return false;
  return kind !== "confirm-agreement" || tasks.filter(isAnswered).some((task) => isProposal(task));
}

function isProposal({ kind }: AnsweredTask): boolean {
  return kind === "three-way-talk" || kind === "separate-talks" || kind === "solve";
}

/** The complainant asked for advice and has not made it a complaint (A8). */
export function isAdvice(dossier: Dossier): boolean {
  const choices: readonly TaskKindId[] = ["assess", "talk-result", "decide-after-silence", "choose-after-advice"];
  const last = tasksSinceReopening(dossier)
    .filter(isAnswered)
    .findLast(({ kind }) => choices.includes(kind));
  return last?.answer.outcome === "advice" || last?.answer.outcome === "settled";
}

/** The advice was given and the complainant has left it at that, in words or by silence. */
export function isAdvised(dossier: Dossier): boolean {
  const chosen = tasksSinceReopening(dossier).findLast(({ kind }) => kind === "choose-after-advice");
  return isAdvice(dossier) && chosen !== undefined && chosen.status !== "open";
}

/** Somebody has read the complaint and chosen its way, so that it has a lasting owner. */
export function isAssessed({ tasks }: Dossier): boolean {
  return tasks.some(({ kind, answer }) => kind === "assess" && answer !== undefined && answer.outcome !== "consult");
}

function isAnswered(task: Task): task is AnsweredTask {
  return task.status === "answered";
}
