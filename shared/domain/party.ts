import { z } from "zod";

/**
 * Somebody in a case, as a code without a name: the complainant, a respondent by number, the client whose course it is, the
 * independent person, whoever holds a role, that role's deputy, or a colleague by person id. Codes stand in facts, so they survive the
 * erasing of personal data.
 */
export type Party =
  | "complainant"
  | "client"
  | "independent"
  | `respondent:${number}`
  | `role:${string}`
  | `deputy:${string}`
  | `person:${string}`;

export const party = z.custom<Party>(
  (value) =>
    typeof value === "string" &&
    /^(complainant|client|independent|respondent:[1-9][0-9]?|(role|deputy|person):[a-z][a-z0-9-]*)$/.test(value),
  "not a party",
);

/** The role behind a party of the organisation; `undefined` for everybody else. */
export function roleOf(who: Party): { readonly role: string; readonly deputy: boolean } | undefined {
  const [kind, role] = who.split(":", 2);
  return role !== undefined && (kind === "role" || kind === "deputy") ? { role, deputy: kind === "deputy" } : undefined;
}

/** Somebody who works for the organisation and may read files: a role, a deputy or a colleague. */
export function isStaff(who: Party): boolean {
  return /^(role|deputy|person):/.test(who);
}

export function isRespondent(who: Party): boolean {
  return who.startsWith("respondent:");
}
