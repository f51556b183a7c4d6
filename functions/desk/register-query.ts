import { z } from "zod";
import { type RegisterRow, registerKinds } from "../../shared/domain/register/register-row.ts";

const code = z.string().max(60).optional();

/** Which rows of the register: what stands in its address besides the months. */
const query = z.object({
  kind: z.enum(registerKinds).optional().catch(undefined),
  status: z.enum(["open", "closed"]).optional().catch(undefined),
  category: code,
  cause: code,
  outcome: code,
});

export type RegisterQuery = Readonly<z.infer<typeof query>>;

/** An empty field of the form is no filter. */
export function registerQueryOf(given: Readonly<Record<string, string>>): RegisterQuery {
  return query.parse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")));
}

export function isWanted(row: RegisterRow, wanted: RegisterQuery): boolean {
  const { kind, status, category, cause, outcome } = wanted;
  return (
    (kind === undefined || row.kind === kind) &&
    (status === undefined || row.status === status) &&
    (category === undefined || row.category === category) &&
    (cause === undefined || row.cause === cause) &&
    (outcome === undefined || row.outcome === outcome)
  );
}
