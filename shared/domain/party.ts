import { z } from "zod";

/**
 * Somebody in a case, as a code without a name: the complainant, whoever holds a role, or that role's deputy.
 * Codes stand in facts, so they survive the erasing of personal data.
 */
export type Party = "complainant" | `role:${string}` | `deputy:${string}`;

export const party = z.custom<Party>(
  (value) => typeof value === "string" && /^(complainant|(role|deputy):[a-z][a-z0-9-]*)$/.test(value),
  "not a party",
);

export function roleOf(who: Party): { readonly role: string; readonly deputy: boolean } | undefined {
  if (who === "complainant") return undefined;
  const [kind, role = ""] = who.split(":", 2);
  return { role, deputy: kind === "deputy" };
}
