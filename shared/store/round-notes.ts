import { z } from "zod";
import type { PatternId } from "../domain/learning/patterns.ts";
import type { Cycle } from "../domain/matter.ts";
import type { ItemStore, Write } from "../ports.ts";
import { patternSort, roundKey, roundPartition } from "./keys.ts";
import { everyItem } from "./pages.ts";

/** What the daily round remembers, so that nothing begins, is told or is mailed twice. */

const since = z.object({ day: z.iso.date() });

/** The local day of the first round of an organisation; that day itself when it is now. */
export async function firstRound(store: ItemStore, organisation: string, today: string): Promise<string> {
  const key = roundKey(organisation, "SINCE");
  const item = await store.get(key);
  if (item !== undefined) return since.parse(item).day;
  await store.transact([{ put: { ...key, day: today } }]);
  return today;
}

const earlierKey = (organisation: string) => roundKey(organisation, "EARLIER");

/** Whether the complaints from before there was a register are in it. */
export async function areEarlierRegistered(store: ItemStore, organisation: string): Promise<boolean> {
  return (await store.get(earlierKey(organisation))) !== undefined;
}

export const earlierRegistered = (organisation: string): Write => ({ put: { ...earlierKey(organisation) } });

const reviewKey = (organisation: string, cycle: Cycle, from: string) =>
  roundKey(organisation, `REVIEW#${cycle}#${from}`);

/** Whether the review of the period from this local date was begun. */
export async function isReviewBegun(
  store: ItemStore,
  organisation: string,
  cycle: Cycle,
  from: string,
): Promise<boolean> {
  return (await store.get(reviewKey(organisation, cycle, from))) !== undefined;
}

export const reviewBegun = (organisation: string, cycle: Cycle, from: string): Write => ({
  put: { ...reviewKey(organisation, cycle, from) },
  when: "absent",
});

const told = z.object({ until: z.iso.datetime(), caseId: z.string() });

/** A pattern that a signal was raised for: until which complaint, and the case id of the signal's file. */
export type ToldPattern = z.infer<typeof told>;

/** The patterns that were told, by their place. */
export async function toldPatterns(store: ItemStore, organisation: string): Promise<ReadonlyMap<string, ToldPattern>> {
  const found = new Map<string, ToldPattern>();
  for await (const item of everyItem(store, { partition: roundPartition(organisation), prefix: "PATTERN#" })) {
    found.set(item.sk, told.parse(item));
  }
  return found;
}

/** Remembers that a pattern is told; fails when another round told it meanwhile. */
export function patternTold(
  organisation: string,
  pattern: PatternId,
  now: ToldPattern,
  before: ToldPattern | undefined,
): Write {
  const put = { ...roundKey(organisation, patternSort(pattern)), ...now };
  return { put, when: before === undefined ? "absent" : { caseId: before.caseId } };
}

export const forgetPattern = (organisation: string, place: string): Write => ({
  delete: roundKey(organisation, place),
});

const mailed = z.object({ day: z.iso.date() });
const digestSort = (person: string) => `DIGEST#${person}`;

/** The write that takes the morning mail of a colleague for this local day; `undefined` when they had it. */
export async function digestTaken(
  store: ItemStore,
  organisation: string,
  person: string,
  today: string,
): Promise<Write | undefined> {
  const key = roundKey(organisation, digestSort(person));
  const item = await store.get(key);
  const last = item === undefined ? undefined : mailed.parse(item).day;
  if (last !== undefined && last >= today) return undefined;
  return { put: { ...key, day: today }, when: last === undefined ? "absent" : { day: last } };
}
