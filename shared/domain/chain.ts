import { z } from "zod";
import type { Happened } from "./dossier.ts";
import { complaintEvent } from "./events.ts";
import { hashOf, noHash, type SealedEvent } from "./seal.ts";

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** An event as it may leave the house: its facts, and of its words only a salted hash that nobody can guess them from. */
export const chainLink = z
  .object({
    version: z.number().int().positive(),
    at: z.iso.datetime(),
    type: z.string(),
    facts: z.record(z.string(), z.json()),
    privateHash: digest,
    prevHash: digest,
    hash: digest,
  })
  .readonly();
export type ChainLink = z.infer<typeof chainLink>;

export function linkOf({ version, at, event, privateHash, prevHash, hash }: SealedEvent): ChainLink {
  const { type, facts } = event;
  return chainLink.parse(JSON.parse(JSON.stringify({ version, at, type, facts, privateHash, prevHash, hash })));
}

/** What is wrong with a chain, at which event. */
export interface Break {
  readonly version: number;
  readonly what: "missing" | "out-of-order" | "changed" | "not-linked";
}

/** The first place at which a chain does not hold; `undefined` when every event is as it was written. */
export function firstBreak(links: readonly ChainLink[]): Break | undefined {
  let prevHash = noHash;
  for (const [index, link] of links.entries()) {
    const version = index + 1;
    if (link.version !== version) {
      const isLater = links.slice(index).some((one) => one.version === version);
      return { version, what: isLater ? "out-of-order" : "missing" };
    }
    if (link.hash !== hashOf({ ...link, event: link })) return { version, what: "changed" };
    if (link.prevHash !== prevHash) return { version, what: "not-linked" };
    prevHash = link.hash;
  }
  return undefined;
}

/** What the facts of a chain tell, without any words. @throws {ZodError} for what is no event. */
export function happenedIn(links: readonly ChainLink[]): readonly Happened[] {
  return links.map(({ version, at, type, facts }) => ({
    version,
    at,
    event: complaintEvent.parse({ type, facts, private: null }),
  }));
}
