import { z } from "zod";
import { language } from "./text.ts";

/** A moment in UTC, as events keep it. */
export const moment = z.iso.datetime();

/** What every file but a complaint begins with; `procedureVersion` is the one under which it began. */
export const begun = {
  organisation: z.string(),
  caseId: z.string(),
  number: z.string(),
  procedureVersion: z.number().int(),
  language,
  replyKey: z.string(),
};

/**
 * A kind of event. `facts` are codes, dates, roles and ids and stay for ever; `private` holds names, addresses and
 * words and is `null` once personal data have been erased.
 */
export function event<const Type extends string, Facts extends z.ZodRawShape, Private extends z.ZodRawShape>(
  type: Type,
  facts: Facts,
  personal: Private,
) {
  return z
    .object({
      type: z.literal(type),
      facts: z.object(facts).readonly(),
      private: z.object(personal).readonly().nullable(),
    })
    .readonly();
}
