import type { Dossier } from "./dossier.ts";
import type { Party } from "./party.ts";
import { roleOf } from "./party.ts";
import type { Procedure, Role } from "./procedure.ts";
import type { TaskKind } from "./tasks/task-kind.ts";

export interface Person {
  readonly name: string;
  readonly email: string;
}

/** The role of this id. A procedure is checked when it is read, so a missing one is a bug. */
export function roleById(procedure: Procedure, id: string): Role {
  const role = procedure.roles.find((one) => one.id === id);
  if (role === undefined) throw new Error(`Procedure ${procedure.id} has no role ${id}.`);
  return role;
}

/** Who is meant by a party; `undefined` for a complainant whose personal data have been erased. */
export function personOf(who: Party, procedure: Procedure, dossier: Dossier): Person | undefined {
  const staff = roleOf(who);
  if (staff === undefined) return dossier.complainant;
  const role = roleById(procedure, staff.role);
  const wanted = staff.deputy ? role.deputy : role.holder;
  return procedure.people.find(({ id }) => id === wanted);
}

/** The role above this one; the top role has only itself. */
export function roleAbove(procedure: Procedure, id: string): string {
  return roleById(procedure, id).above ?? id;
}

/**
 * Who gets a task: the role that carries the responsibility, or the next role up from whoever let the same
 * task expire last.
 */
export function assigneeOf(kind: TaskKind, dossier: Dossier, procedure: Procedure): string {
  const previous = dossier.tasks.findLast((task) => task.kind === kind.kind);
  if (previous?.status === "expired") return roleAbove(procedure, previous.role);
  return kind.responsibility === "owner" ? dossier.owner : procedure.responsibilities[kind.responsibility];
}
