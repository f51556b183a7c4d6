import { createHash } from "node:crypto";
import type { Dossier } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import { isSamePerson } from "../domain/roles.ts";
import type { PendingLetter } from "../store/outbox.ts";

/** By which mail programs put a letter with the mails that it belongs to (RFC 5322 3.6.4). */
export interface Thread {
  /** Made of the ids of the letter, so that who gets it twice can see that it is one letter. SES puts its own in its place. */
  readonly messageId: string;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
}

/** Ids named at most; the first of them begins the thread and always stays. */
const namedAtMost = 10;

/**
 * A letter answers the newest mail between its reader and us in the case: the one with which they complained, what they wrote since, and our
 * letters to them.
 */
export function threadOf(
  { caseId, letterId, secret, to, since }: PendingLetter,
  dossier: Dossier,
  procedure: Procedure,
): Thread {
  const isTheirs = (who: Dossier["owner"]) => isSamePerson(who, to, procedure, dossier);
  const wrote = dossier.passedOnBy ?? "complainant";
  const mails = [
    ...(isTheirs(wrote) ? [{ at: dossier.receivedAt, id: dossier.messageId }] : []),
    ...dossier.messages.flatMap(({ at, by, messageId: id }) => (by !== undefined && isTheirs(by) ? [{ at, id }] : [])),
    ...dossier.letters.flatMap((one) =>
      one.letterId !== letterId && isTheirs(one.to) ? [{ at: one.doneAt ?? one.queuedAt, id: one.messageId }] : [],
    ),
  ];
  const ids = mails
    // What came after it was written cannot be what it answers; and sent again it is to be the same.
    .filter(({ at }) => at <= since)
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .flatMap(({ id }) => (id === undefined ? [] : [id]));
  const references = ids.length > namedAtMost ? [...ids.slice(0, 1), ...ids.slice(1 - namedAtMost)] : ids;
  const inReplyTo = references.at(-1);
  const { complaintsAddress } = procedure.house;
  return {
    messageId: `${caseId}.${letterId}.${unguessable(secret)}@${complaintsAddress.slice(complaintsAddress.lastIndexOf("@") + 1)}`,
    ...(inReplyTo !== undefined && { inReplyTo, references }),
  };
}

/** Who knows the id of one letter must not know that of another: a mail that says that a letter came back is believed by it. */
function unguessable(secret: string): string {
  return createHash("sha256").update(`message-id ${secret}`).digest("hex").slice(0, 16);
}
