import { z } from "zod";
import type { ItemStore, Write } from "../ports.ts";
import { mailCountKey, mailCountPartition } from "./keys.ts";
import { everyItem } from "./pages.ts";

const counts = z.object({ mails: z.number().int(), answers: z.number().int() }).partial();

/** What passed between us and one address on one local day. */
export interface MailCounts {
  /** Mails that somebody of that address wrote to us. */
  readonly mails: number;
  /** Letters that we sent there because a mail came in, without anybody looking. */
  readonly answers: number;
}

/** The counts of a day, and the write that adds to them; it fails when another mail of the same address was counted meanwhile. */
export interface CountedMail extends MailCounts {
  readonly add: (more: Partial<MailCounts>) => readonly Write[];
}

const numbersIn = (
  some: { readonly [Name in keyof MailCounts]?: number | undefined },
): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(some).flatMap(([name, number]) => (number === undefined ? [] : [[name, number]])));

/** @param box the mailbox as `boxKey` tells it. */
export async function countedMail(
  store: ItemStore,
  organisation: string,
  day: string,
  box: string,
): Promise<CountedMail> {
  const key = mailCountKey(organisation, day, box);
  const item = await store.get(key);
  const found = item === undefined ? {} : counts.parse(item);
  return {
    mails: found.mails ?? 0,
    answers: found.answers ?? 0,
    add: (more) => [{ add: key, numbers: numbersIn(more), when: item === undefined ? "absent" : numbersIn(found) }],
  };
}

/** Writes in one transaction. */
const batch = 25;

/** Forgets who wrote on a day that is over: a hash of an address still tells whoever knows the address. */
export async function forgetCounts(store: ItemStore, organisation: string, day: string): Promise<void> {
  const counted = await Array.fromAsync(everyItem(store, { partition: mailCountPartition(organisation, day) }));
  const writes = counted.map(({ pk, sk }): Write => ({ delete: { pk, sk } }));
  for (let at = 0; at < writes.length; at += batch) await store.transact(writes.slice(at, at + batch));
}
