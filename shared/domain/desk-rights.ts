import type { Dossier } from "./dossier.ts";
import type { Party } from "./party.ts";
import type { Procedure } from "./procedure.ts";
import { personIdOf } from "./roles.ts";
import { isAssessed, isInvolved } from "./seats.ts";
import type { Responsibility } from "./tasks/task-kind.ts";

/** A colleague, as the procedure names them. */
export type Colleague = Procedure["people"][number];

/** The colleagues who have this mail address and hold or deputise a role: only they come in at the desk. */
export function colleagueWith(email: string, procedure: Procedure): Colleague | undefined {
  const found = procedure.people.find((one) => one.email.toLowerCase() === email.toLowerCase());
  return found !== undefined && rolesOf(found, procedure).length > 0 ? found : undefined;
}

/** The roles that a colleague holds or deputises. */
export function rolesOf({ id }: Colleague, { roles }: Procedure): readonly string[] {
  return roles.filter(({ holder, deputy }) => holder === id || deputy === id).map((role) => role.id);
}

/** As whom a colleague gets tasks: themselves, the roles that they hold, and those that they deputise. */
export function partiesOf({ id }: Colleague, { roles }: Procedure): readonly Party[] {
  const asRole = roles.flatMap(({ id: role, holder, deputy }): readonly Party[] => [
    ...(holder === id ? [`role:${role}` as const] : []),
    ...(deputy === id ? [`deputy:${role}` as const] : []),
  ]);
  return [`person:${id}`, ...asRole];
}

/** The responsibilities that go over all cases: whoever carries one, sees them all, but for those they are involved in. */
const overAll = [
  "intake",
  "owner",
  "writer",
  "learning",
  "adviser",
  "director",
  "checker",
  "analyst",
  "improver",
] as const satisfies readonly Responsibility[];

/** Whether a colleague sees the lists of all cases: by a responsibility, or because copies go to their role. */
export function seesAllCases(colleague: Colleague, procedure: Procedure): boolean {
  const { responsibilities, copies } = procedure;
  const wide = [...overAll.map((one) => responsibilities[one]), ...copies];
  return rolesOf(colleague, procedure).some((role) => wide.includes(role));
}

/** Who may look at a complaint of which nobody has said yet whom it is about: by that role; as its deputy only who assesses in its place. */
const first = ["intake", "owner", "director"] as const satisfies readonly Responsibility[];

/** Who sees mail before anybody said what it is, and so the log of all mail. */
export function seesUnread({ id }: Colleague, { responsibilities, roles }: Procedure): boolean {
  const readers = first.map((one) => responsibilities[one]);
  return roles.some(
    (role) =>
      (role.holder === id && readers.includes(role.id)) || (role.deputy === id && role.id === responsibilities.intake),
  );
}

/**
 * Whether a colleague may open a case at the desk: never one they are involved in; else all for whoever sees all, and for the others those in
 * which they are the owner, have or had a task, or which they passed on. What was not assessed yet may be about anybody: fewer see it.
 */
export function mayOpen(colleague: Colleague, dossier: Dossier, procedure: Procedure): boolean {
  if (isInvolved(colleague.id, dossier, procedure)) return false;
  const isOpenComplaint = dossier.matter.kind === "complaint" && dossier.status === "open" && !isAssessed(dossier);
  const isUnread = isOpenComplaint || dossier.matter.kind === "mail";
  if (isUnread ? seesUnread(colleague, procedure) : seesAllCases(colleague, procedure)) return true;
  const isTheirs = (who: Party) => personIdOf(who, procedure) === colleague.id;
  return (
    isTheirs(dossier.owner) ||
    (dossier.passedOnBy !== undefined && isTheirs(dossier.passedOnBy)) ||
    dossier.tasks.some((task) => isTheirs(task.assignee) || (task.status === "answered" && isTheirs(task.by)))
  );
}

/** As whom a colleague acts in a case: as the party that a task is with, or that owns the case, when that is them. */
export function actingAs(colleague: Colleague, asked: readonly Party[], procedure: Procedure): Party {
  return asked.find((who) => personIdOf(who, procedure) === colleague.id) ?? `person:${colleague.id}`;
}
