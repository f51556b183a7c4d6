import { z } from "zod";
import type { Channel } from "../../shared/domain/events.ts";

export const channels = ["email", "web", "phone", "counter", "letter"] as const satisfies readonly Channel[];

/** Which complaints, in which order: what stands in the address of the overview. */
const query = z.object({
  show: z.enum(["open", "late", "closed", "all"]).catch("open"),
  mine: z.literal("1").optional().catch(undefined),
  category: z.string().max(60).optional(),
  channel: z.enum(channels).optional().catch(undefined),
  order: z.enum(["urgent", "newest", "oldest"]).optional().catch(undefined),
  q: z
    .string()
    .max(200)
    .transform((words) => words.trim())
    .catch(""),
  cursor: z.string().max(2000).optional(),
});

export type CasesQuery = Readonly<z.infer<typeof query>>;

/** An empty field of the form is no filter. A search looks in all complaints, not in those in progress alone. */
export function casesQueryOf(given: Readonly<Record<string, string>>): CasesQuery {
  const asked = query.parse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")));
  return asked.q !== "" && asked.show === "open" ? { ...asked, show: "all" } : asked;
}
