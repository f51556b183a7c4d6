import type { Dossier, Happened } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import { closingLedger } from "../domain/register/closing-ledger.ts";
import { contributions } from "../domain/register/contributions.ts";
import { listingsOf } from "../domain/register/listings-of.ts";
import { peopleIn } from "../domain/register/people-in.ts";
import { registerRowOf } from "../domain/register/register-row-of.ts";
import { difference } from "../domain/register/totals.ts";
import { type Item, type ItemStore, mostWrites, type Write } from "../ports.ts";
import { listingWrites, readListings } from "./listings.ts";
import { type RegisterEntry, readEntry, registered } from "./register.ts";
import { addToTotals } from "./totals.ts";

/** What register and lists hold of a file. */
export interface Standing {
  readonly entry: RegisterEntry | undefined;
  readonly listings: readonly Item[];
}

/** Of a file that does not exist yet. */
export const noStanding: Standing = { entry: undefined, listings: [] };

/** Read it after the events: whoever changes it takes the next version of the file too, so that a transaction on an older one fails. */
export async function readStanding(store: ItemStore, organisation: string, caseId: string): Promise<Standing> {
  const [entry, listings] = await Promise.all([
    readEntry(store, organisation, caseId),
    readListings(store, organisation, caseId),
  ]);
  return { entry, listings };
}

/** What register, totals and lists need so that they tell what the events tell. */
export interface StandingWrites {
  /** With these left out, the totals would be wrong. */
  readonly counted: readonly Write[];
  /** With these left out, a list lacks the file until something happens to it again. */
  readonly listed: readonly Write[];
}

/** `happened` are all events of the file, `dossier` is what they make. */
export function standingWrites(
  before: Standing,
  happened: readonly Happened[],
  dossier: Dossier,
  procedure: Procedure,
): StandingWrites {
  const { organisation, caseId } = dossier;
  const entry = entryOf(before.entry, happened, dossier, procedure);
  const counted = entry === undefined ? [] : [putEntry(before.entry, entry), ...added(before.entry, entry)];
  const listings = listingsOf(dossier, entry?.row, procedure);
  return { counted, listed: listingWrites(organisation, caseId, before.listings, listings) };
}

function entryOf(
  before: RegisterEntry | undefined,
  happened: readonly Happened[],
  dossier: Dossier,
  procedure: Procedure,
): RegisterEntry | undefined {
  // What was erased stays counted as it was, whatever the procedure says by then.
  if (before !== undefined && dossier.erasure.erasedAt !== undefined)
    return { row: before.row, counted: before.counted };
  const row = registerRowOf(dossier, closingLedger(happened, dossier, procedure), procedure);
  return row === undefined ? undefined : { row, people: peopleIn(dossier), counted: contributions(row) };
}

/** Two that both find it missing cannot both put it in: it would be counted twice. */
function putEntry(before: RegisterEntry | undefined, after: RegisterEntry): Write {
  const write = registered(after);
  return before === undefined ? { ...write, when: "absent" } : write;
}

/** Exactly what the row added before is taken away, so that totals stay true when a procedure or a way of counting changes. */
function added(before: RegisterEntry | undefined, after: RegisterEntry): readonly Write[] {
  const { organisation, month } = after.row;
  if (before === undefined || before.row.month === month) {
    return addToTotals(organisation, month, difference(before?.counted ?? {}, after.counted));
  }
  return [
    ...addToTotals(organisation, before.row.month, difference(before.counted, {})),
    ...addToTotals(organisation, month, after.counted),
  ];
}

/**
 * One transaction: all that must be written, and of the lists as much as it has room for, the words of a search last. What is left out is
 * made good at the next change, for lists are compared with what is in the table.
 */
export function withinOneTransaction(must: readonly Write[], listed: readonly Write[]): readonly Write[] {
  const inOrder = listed.toSorted((one, other) => urgency(one) - urgency(other));
  return [...must, ...inOrder.slice(0, Math.max(0, mostWrites - must.length))];
}

/**
 * What has to go, goes first: it may be personal. Of the complaints behind a file there may be hundreds, and they must not push out the tasks
 * and the people it is kept from; the words are twenty at most, yet less is lost without them.
 */
function urgency(write: Write): number {
  if ("delete" in write) return 0;
  if (!("put" in write)) return 1;
  if (/^LIST#(measures|signals)-of:/.test(write.put.sk)) return 2;
  return write.put.sk.startsWith("LIST#word:") ? 3 : 1;
}
