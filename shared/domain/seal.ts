import { createHash } from "node:crypto";
import { z } from "zod";
import type { Instant } from "../ports.ts";
import { type ComplaintEvent, complaintEvent } from "./events.ts";

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * An event with its place in the case. `hash` covers the facts and a salted hash of the private part, and the hash
 * before it, so that erasing `private` (and its salt) leaves a chain that still verifies.
 */
export const sealedEvent = z
  .object({
    /** 1 for the first event of a case, without gaps. */
    version: z.number().int().positive(),
    at: z.iso.datetime(),
    event: complaintEvent,
    salt: z.string().nullable(),
    privateHash: digest,
    prevHash: digest,
    hash: digest,
  })
  .readonly();
export type SealedEvent = z.infer<typeof sealedEvent>;

/** What the first event of a case is chained to. */
export const noHash = "0".repeat(64);

/** Numbers and chains events behind `last`. `salt` gives a new random text for each event. */
export function seal(
  events: readonly ComplaintEvent[],
  last: SealedEvent | undefined,
  at: Instant,
  salt: () => string,
): readonly SealedEvent[] {
  const sealed: SealedEvent[] = [];
  let previous = last;
  for (const event of events) {
    const own = salt();
    const body = {
      version: (previous?.version ?? 0) + 1,
      at,
      event,
      privateHash: sha256([own, event.private]),
      prevHash: previous?.hash ?? noHash,
    };
    previous = { ...body, salt: own, hash: hashOf(body) };
    sealed.push(previous);
  }
  return sealed;
}

/** The same event without its words: for good, for its salt goes too. */
export function withoutWords(sealed: SealedEvent): SealedEvent {
  return sealedEvent.parse({ ...sealed, salt: null, event: { ...sealed.event, private: null } });
}

/** The version at which the chain is broken, or `undefined` when every event verifies. */
export function brokenAt(events: readonly SealedEvent[]): number | undefined {
  let prevHash = noHash;
  for (const [index, one] of events.entries()) {
    const privateIntact = one.event.private === null || one.privateHash === sha256([one.salt, one.event.private]);
    if (one.version !== index + 1 || one.prevHash !== prevHash || one.hash !== hashOf(one) || !privateIntact)
      return index + 1;
    prevHash = one.hash;
  }
  return undefined;
}

/** What the hash of an event is made of; its words only by the salted hash of them. */
interface Hashed extends Pick<SealedEvent, "version" | "at" | "privateHash" | "prevHash"> {
  readonly event: { readonly type: string; readonly facts: unknown };
}

/** SHA-256 in hex over what happened and the event before it. */
export function hashOf(body: Hashed): string {
  const { version, at, event, privateHash, prevHash } = body;
  return sha256([version, at, event.type, event.facts, privateHash, prevHash]);
}

function sha256(value: unknown): string {
  return createHash("sha256").update(canonical(value)).digest("hex");
}

/** JSON with sorted keys, so that storing and reading back cannot change a hash. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
