import type { Procedure } from "../shared/domain/procedure.ts";
import { catalogue } from "../shared/domain/tasks/catalogue.ts";
import type { TaskKindId } from "../shared/domain/tasks/task-kind.ts";

/**
 * How a task of this kind can end where this is the procedure: its own outcomes, silence where nobody needs to answer, and being
 * skipped where it is not always needed.
 */
export function outcomesOf(kind: TaskKindId, { branches }: Pick<Procedure, "branches">): readonly string[] {
  const { outcomes, whenExpired, needed } = catalogue[kind];
  return [
    ...outcomes.filter(({ branch }) => branch === undefined || branches[branch]).map(({ id }) => id),
    ...(whenExpired === "silent" ? ["silent"] : []),
    ...(needed === undefined ? [] : ["skipped"]),
  ];
}
