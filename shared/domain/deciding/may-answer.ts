import type { Dossier } from "../dossier.ts";
import { isStaff, type Party } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import { isSamePerson } from "../roles.ts";
import { latestAnswered } from "../rounds.ts";
import { mayReadFile } from "../seats.ts";
import type { TaskKindId } from "../tasks/task-kind.ts";

/**
 * A colleague's task is for any colleague who has its link and is not involved: a deputy, or whoever it was escalated to. A party's
 * task is for that party alone. Who wrote the outcome does not approve it (B27).
 */
export function mayAnswer(
  kind: TaskKindId,
  assignee: Party,
  by: Party,
  dossier: Dossier,
  procedure: Procedure,
): boolean {
  if (!isStaff(assignee)) return by === assignee && (by !== "independent" || mayReadFile(by, dossier, procedure));
  if (!isStaff(by) || !mayReadFile(by, dossier, procedure)) return false;
  if (kind !== "approve-outcome") return true;
  const writer = latestAnswered(dossier, "write-outcome")?.by;
  return writer === undefined || !isSamePerson(writer, by, procedure, dossier);
}
