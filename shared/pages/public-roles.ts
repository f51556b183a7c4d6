import type { Procedure } from "../domain/procedure.ts";
import { roleById } from "../domain/roles.ts";
import { catalogue, taskKindsOf } from "../domain/tasks/catalogue.ts";
import { type Phase, type Responsibility, responsibilities, type TaskKind } from "../domain/tasks/task-kind.ts";
import type { Language } from "../domain/text.ts";

/** The tasks that this procedure asks in these parts of the path, in order; not those beside it. */
export function tasksIn(phases: readonly Phase[], procedure: Procedure): readonly TaskKind[] {
  return taskKindsOf(procedure)
    .map((kind): TaskKind => catalogue[kind])
    .filter(({ phase, beside = false }) => phases.includes(phase) && !beside);
}

/** The titles of those who act in these parts of every case; who is only asked in some cases is left out. */
export function rolesIn(phases: readonly Phase[], procedure: Procedure, language: Language): readonly string[] {
  const always = tasksIn(phases, procedure).filter(
    ({ branch, needed }) => branch === undefined && needed === undefined,
  );
  const titles = always.flatMap(({ who }) => titleOf(who, procedure, language) ?? []);
  return [...new Set(titles)];
}

/** The title of the role that does a task; `undefined` when it is none of the house's roles. */
export function titleOf(who: TaskKind["who"], procedure: Procedure, language: Language): string | undefined {
  const carried = responsibilities.find((one): one is Responsibility => one === who);
  return carried === undefined ? undefined : roleById(procedure, procedure.responsibilities[carried]).title[language];
}
