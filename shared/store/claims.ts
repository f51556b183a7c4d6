import { z } from "zod";
import type { ItemStore, Key } from "../ports.ts";
import { claimKey } from "./keys.ts";

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

/** What has a mail of this id. Of our own letters the provider gave us the part before the @; of others' mails we noted the whole id. */
export async function threadClaim(
  store: ItemStore,
  organisation: string,
  messageId: string,
): Promise<Claim | undefined> {
  const lookUp = (id: string) => claimOn(store, claimKey("THREAD", organisation, id));
  return (await lookUp(messageId)) ?? (await lookUp(messageId.slice(0, messageId.lastIndexOf("@"))));
}

/** The case that claimed it. */
export async function claimedCase(store: ItemStore, key: Key): Promise<string | undefined> {
  return (await claimOn(store, key))?.caseId;
}
