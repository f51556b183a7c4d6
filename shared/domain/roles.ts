import type { Dossier, Outsider } from "./dossier.ts";
import type { Party } from "./party.ts";
import { isRespondent, roleOf } from "./party.ts";
import type { Procedure, Role } from "./procedure.ts";

export interface Person {
  readonly name: string;
  /** Without one, letters go by post or by phone. */
  readonly email?: string | undefined;
}

/** The role of this id. A procedure is checked when it is read, so a missing one is a bug. */
export function roleById(procedure: Procedure, id: string): Role {
  const role = procedure.roles.find((one) => one.id === id);
  if (role === undefined) throw new Error(`Procedure ${procedure.id} has no role ${id}.`);
  return role;
}

/** The colleague behind a role, deputy or person; `undefined` for everybody else. */
export function personIdOf(who: Party, procedure: Procedure): string | undefined {
  if (who.startsWith("person:")) return who.slice("person:".length);
  const staff = roleOf(who);
  if (staff === undefined) return undefined;
  const role = roleById(procedure, staff.role);
  return staff.deputy ? role.deputy : role.holder;
}

/** Who is meant by a party; `undefined` when nobody is, or for a complainant whose personal data have been erased. */
export function personOf(who: Party, procedure: Procedure, dossier: Dossier): Person | undefined {
  if (who === "complainant") return dossier.complainant;
  if (who === "client") return dossier.client;
  if (who === "independent") return dossier.independent;
  if (isRespondent(who)) {
    const respondent = dossier.respondents.find(({ party }) => party === who);
    return respondent === undefined ? undefined : outsider(respondent, procedure);
  }
  const id = personIdOf(who, procedure);
  return procedure.people.find((person) => person.id === id);
}

/** A respondent who is a colleague is reached as that colleague. */
function outsider({ name, email, person }: Outsider, procedure: Procedure): Person {
  return procedure.people.find(({ id }) => id === person) ?? { name, email };
}

/** Where somebody can be mailed: `undefined` without an address, or when mail to it came back for good. */
export function mailboxOf(who: Party, procedure: Procedure, dossier: Dossier): string | undefined {
  const email = personOf(who, procedure, dossier)?.email;
  return email === undefined || dossier.deadAddresses.includes(email.toLowerCase()) ? undefined : email;
}

/** Whether two parties are one person, by mail address. */
export function isSamePerson(one: Party, other: Party, procedure: Procedure, dossier: Dossier): boolean {
  if (one === other) return true;
  const email = personOf(one, procedure, dossier)?.email?.toLowerCase();
  return email !== undefined && email === personOf(other, procedure, dossier)?.email?.toLowerCase();
}

/** The role above this one; the top role has only itself. */
export function roleAbove(procedure: Procedure, id: string): string {
  return roleById(procedure, id).above ?? id;
}
