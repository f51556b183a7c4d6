import { z } from "zod";
import type { EventOf } from "../domain/events.ts";
import { party } from "../domain/party.ts";
import type { Item, ItemStore } from "../ports.ts";
import { linkKey } from "./keys.ts";

const link = z.object({
  organisation: z.string(),
  caseId: z.string(),
  /** Who got it; whoever opens it acts as this party. */
  to: party,
  /** The task that it opens; without one it opens the status of the case. */
  taskId: z.string().optional(),
});

/** What the secret of a link opens, and for whom. */
export type Link = z.infer<typeof link>;

/** @param secret 43 characters base64url; only its SHA-256 is stored. */
export function linkItem(
  secret: string,
  organisation: string,
  caseId: string,
  letter: EventOf<"LetterQueued">["facts"],
): Item {
  const { to, taskId } = letter;
  return { ...linkKey(secret), organisation, caseId, to, ...(taskId !== undefined && { taskId }) };
}

/** `undefined` for a secret that was never given out. */
export async function findLink(store: ItemStore, secret: string): Promise<Link | undefined> {
  if (!/^[\w-]{43}$/.test(secret)) return undefined;
  const item = await store.get(linkKey(secret));
  return item === undefined ? undefined : link.parse(item);
}
