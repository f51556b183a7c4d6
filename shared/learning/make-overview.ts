import type { Dossier } from "../domain/dossier.ts";
import { measureSeen } from "../domain/learning/measure-seen.ts";
import { overview } from "../domain/learning/overview.ts";
import { type Effect, effectOf } from "../domain/learning/overview-effect.ts";
import type { OverviewWords } from "../domain/learning/overview-input.ts";
import { monthAfter, monthOf, monthsIn } from "../domain/learning/overview-months.ts";
import { frozenOverview, reviewWordsOf } from "../domain/learning/overview-of-review.ts";
import type { Overview } from "../domain/learning/overview-schema.ts";
import { signalSeen } from "../domain/learning/signal-seen.ts";
import type { RegisterRow } from "../domain/register/register-row.ts";
import { type Totals, without } from "../domain/register/totals.ts";
import { isInvolved } from "../domain/seats.ts";
import type { CaseStore } from "../store/cases.ts";
import { listFiles } from "../store/listings.ts";
import { readRow } from "../store/register.ts";
import { readTotals } from "../store/totals.ts";

/** An overview with the words that may stand beside it. */
export interface ToldOverview {
  readonly overview: Overview;
  readonly words: OverviewWords;
}

/** How far back the control chart and measures look before the period. */
const monthsBack = 36;
const filesAtOnce = 100;

/**
 * The figures of a period as they are now, over what is counted and never over all cases. Somebody who is involved in a case gets the
 * figures without it, and without the measures and signals that came of it. What it costs does not grow with the number of complaints.
 *
 * @param from local date, included. @param until local date, not included.
 * @param viewer a colleague by person id; without one, the figures of everybody.
 */
export async function overviewFor(
  organisation: string,
  from: string,
  until: string,
  { cases }: { readonly cases: CaseStore },
  viewer?: string,
): Promise<ToldOverview> {
  const procedure = cases.procedure(organisation);
  const first = monthAfter(monthOf(from), -monthsBack);
  const totals = await totalsFor(organisation, first, monthsIn(from, until).at(-1) ?? monthOf(from), cases, viewer);
  const maySee = (dossier: Dossier) => viewer === undefined || !isInvolved(viewer, dossier, procedure);
  const measures = (await measuresSince(organisation, first, cases)).filter(maySee);
  const signals = (await filesSince("signals", organisation, monthAfter(monthOf(from), -1), cases)).filter(maySee);
  const figures = overview({
    totals,
    from,
    until,
    now: cases.now(),
    measures: measures.flatMap((dossier) => measureSeen(dossier, procedure) ?? []),
    signals: signals.flatMap((dossier) => signalSeen(dossier) ?? []),
    procedure,
  });
  return { overview: figures, words: { measures: textsOf(measures) } };
}

/** The figures that a review was begun with, with what was written in it; `undefined` for another file. */
export async function overviewOfReview(review: Dossier, cases: CaseStore): Promise<ToldOverview | undefined> {
  const figures = frozenOverview(review);
  if (figures === undefined) return undefined;
  const { organisation } = review;
  const measures = await Promise.all(figures.measures.map(({ caseId }) => cases.load(organisation, caseId)));
  return { overview: figures, words: { review: reviewWordsOf(review), measures: textsOf(measures) } };
}

/**
 * The complaints before and after a measure, for who judges whether it helped (A28); `undefined` while it was not carried out. A viewer gets
 * them without the complaints in which they are involved.
 */
export async function effectOfMeasure(
  dossier: Dossier,
  cases: CaseStore,
  viewer?: string,
): Promise<Effect | undefined> {
  const procedure = cases.procedure(dossier.organisation);
  const seen = measureSeen(dossier, procedure);
  if (seen === undefined) return undefined;
  const now = cases.now();
  const totals = await totalsFor(
    dossier.organisation,
    monthAfter(monthOf(seen.agreedAt), -monthsBack),
    monthOf(now),
    cases,
    viewer,
  );
  return effectOf(seen, totals, now, procedure);
}

/** What is counted of these months, both included, and of those since; for a viewer without the complaints in which they are involved. */
export async function totalsFor(
  organisation: string,
  first: string,
  last: string,
  cases: CaseStore,
  viewer?: string,
): Promise<Totals> {
  const months = [last, monthOf(cases.now())].sort();
  const totals = await readTotals(cases.items, organisation, first, months[1] ?? last);
  return viewer === undefined ? totals : without(totals, await rowsInvolving(viewer, organisation, cases));
}

/** The complaints that a colleague is involved in. */
async function rowsInvolving(viewer: string, organisation: string, cases: CaseStore): Promise<readonly RegisterRow[]> {
  const rows: RegisterRow[] = [];
  let cursor: string | undefined;
  do {
    const page = { list: `involved:${viewer}`, limit: filesAtOnce, ...(cursor !== undefined && { cursor }) };
    const found = await listFiles(cases.items, organisation, page);
    const read = await Promise.all(found.entries.map(({ caseId }) => readRow(cases.items, organisation, caseId)));
    rows.push(...read.filter((row) => row !== undefined));
    cursor = found.cursor;
  } while (cursor !== undefined);
  return rows;
}

/** Measures that were agreed in this time, and older ones that are still open. */
async function measuresSince(organisation: string, since: string, cases: CaseStore): Promise<readonly Dossier[]> {
  const [recent, open] = await Promise.all([
    filesSince("measures", organisation, since, cases),
    filesSince("measures-open", organisation, "", cases),
  ]);
  const known = new Set(recent.map(({ caseId }) => caseId));
  return [...recent, ...open.filter(({ caseId }) => !known.has(caseId))];
}

/** The files of a list whose sort is not before this, newest first. */
async function filesSince(
  list: string,
  organisation: string,
  since: string,
  cases: CaseStore,
): Promise<readonly Dossier[]> {
  const files: Dossier[] = [];
  let cursor: string | undefined;
  do {
    const page = { list, descending: true, limit: filesAtOnce, ...(cursor !== undefined && { cursor }) };
    const found = await listFiles(cases.items, organisation, page);
    const wanted = found.entries.filter(({ sort }) => sort >= since);
    files.push(...(await Promise.all(wanted.map(({ caseId }) => cases.load(organisation, caseId)))));
    cursor = wanted.length < found.entries.length ? undefined : found.cursor;
  } while (cursor !== undefined);
  return files;
}

/** The words of each measure by its number; not those of a promise, which tell of one complainant, nor erased ones. */
function textsOf(measures: readonly Dossier[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    measures.flatMap(({ number, matter }) => {
      if (matter.kind !== "measure" || matter.measure.measureType === "promise") return [];
      return matter.measure.text === "" ? [] : [[number, matter.measure.text]];
    }),
  );
}
