import { z } from "zod";
import type { Dossier } from "../domain/dossier.ts";
import type { EventOf } from "../domain/events.ts";
import { party } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import { personIdOf } from "../domain/roles.ts";
import type { Item, ItemStore, Key } from "../ports.ts";
import { linkKey } from "./keys.ts";
import { everyItem } from "./pages.ts";

const link = z.object({
  organisation: z.string(),
  caseId: z.string(),
  /** Who got it; whoever opens it acts as this party. */
  to: party,
  /** The colleague who held that role, or was its deputy, when the letter was written; whoever does so later gets links of their own. */
  person: z.string().optional(),
  /** The task that it opens; without one it opens the status of the case. */
  taskId: z.string().optional(),
  /** The mail whose words stand in the form of that task when it is opened. */
  mailId: z.string().optional(),
});

/** What the secret of a link opens, and for whom. */
export type Link = z.infer<typeof link>;

/** @param secret 43 characters base64url; only its SHA-256 is stored. */
export function linkItem(
  secret: string,
  { organisation, caseId }: Pick<Dossier, "organisation" | "caseId">,
  { to, taskId, mailId }: EventOf<"LetterQueued">["facts"],
  procedure: Procedure,
): Item {
  const person = personIdOf(to, procedure);
  const key = linkKey(secret);
  return {
    ...key,
    gsi1pk: linksOf(organisation, caseId),
    gsi1sk: key.pk,
    organisation,
    caseId,
    to,
    ...(person !== undefined && { person }),
    ...(taskId !== undefined && { taskId, ...(mailId !== undefined && { mailId }) }),
  };
}

const linksOf = (organisation: string, caseId: string) => `LINKS#${organisation}#${caseId}`;

/** The keys of all links into a case, so that none opens it once it has been erased. */
export async function linksInto(store: ItemStore, organisation: string, caseId: string): Promise<readonly Key[]> {
  const keys: Key[] = [];
  for await (const { pk, sk } of everyItem(store, { partition: linksOf(organisation, caseId), index: "gsi1" }))
    keys.push({ pk, sk });
  return keys;
}

/** `undefined` for a secret that was never given out. */
export async function findLink(store: ItemStore, secret: string): Promise<Link | undefined> {
  if (!/^[\w-]{43}$/.test(secret)) return undefined;
  const item = await store.get(linkKey(secret));
  return item === undefined ? undefined : link.parse(item);
}
