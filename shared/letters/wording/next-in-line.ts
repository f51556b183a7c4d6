import type { Dossier, Task } from "../../domain/dossier.ts";
import type { Party } from "../../domain/party.ts";
import type { Procedure } from "../../domain/procedure.ts";
import { roleAbove } from "../../domain/roles.ts";
import { seatOf } from "../../domain/seats.ts";
import { catalogue } from "../../domain/tasks/catalogue.ts";
import type { Instant } from "../../ports.ts";

/** Who is asked when a colleague lets a task pass: the next role up; after the colleague who passed a complaint on, the role itself. */
export function nextInLine(task: Task, dossier: Dossier, procedure: Procedure, at: Instant): Party {
  const { role } = task;
  const passedOn = catalogue[task.kind].who === "colleague" && task.assignee === dossier.passedOnBy;
  const next = role === undefined ? dossier.ownerRole : passedOn ? role : roleAbove(procedure, role);
  return seatOf(next, dossier, procedure, at).party;
}
