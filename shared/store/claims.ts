import { z } from "zod";
import type { ItemStore, Key } from "../ports.ts";

const claim = z.object({ caseId: z.string() });

/** The case that claimed this delivery, reply address, message id or case number. */
export async function claimedCase(store: ItemStore, key: Key): Promise<string | undefined> {
  const item = await store.get(key);
  return item === undefined ? undefined : claim.parse(item).caseId;
}
