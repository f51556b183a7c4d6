import { z } from "zod";
import type { ItemStore, Key } from "../ports.ts";

const claim = z.object({
  caseId: z.string(),
  /** For the id of a letter of ours: which one of the case. */
  letterId: z.string().optional(),
});

/** What a text belongs to. */
export type Claim = z.infer<typeof claim>;

/** What claimed this delivery, reply address, message id or case number. */
export async function claimOn(store: ItemStore, key: Key): Promise<Claim | undefined> {
  const item = await store.get(key);
  return item === undefined ? undefined : claim.parse(item);
}

/** The case that claimed it. */
export async function claimedCase(store: ItemStore, key: Key): Promise<string | undefined> {
  return (await claimOn(store, key))?.caseId;
}
