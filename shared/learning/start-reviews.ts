import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { localDay } from "../domain/calendar.ts";
import type { Cycle, Review } from "../domain/matter.ts";
import { ConditionFailed } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { firstRound, isReviewBegun, reviewBegun } from "../store/round-notes.ts";
import { involvementOf, looksBackOn } from "./involvement.ts";
import { overviewFor } from "./make-overview.ts";

const months = { quarterly: 3, yearly: 12 } as const satisfies Readonly<Record<Cycle, number>>;

/** A period that was looked back on, or is to be: local dates, `until` is the day after it. */
interface Period {
  readonly cycle: Cycle;
  readonly from: string;
  readonly until: string;
}

/**
 * Begins the review of every period that is over, each once, with the figures as they are now (A25, B33); also when nobody complained. A day
 * without a round is made good by the next. What was over before the first round is not looked back on.
 */
export async function startReviews(organisation: string, { cases }: { readonly cases: CaseStore }): Promise<void> {
  const { learning, calendar } = cases.procedure(organisation);
  const today = localDay(cases.now(), calendar.timeZone);
  const since = await firstRound(cases.items, organisation, today);
  for (const period of learning.reviews.flatMap((cycle) => periodsOver(cycle, since, today))) {
    if (!(await isReviewBegun(cases.items, organisation, period.cycle, period.from)))
      await start(organisation, period, cases);
  }
}

/** Calendar quarters or years that ended after the one day, and at the latest on the day before the other. */
function periodsOver(cycle: Cycle, since: string, today: string): readonly Period[] {
  const length = { months: months[cycle] };
  const periods: Period[] = [];
  for (let from = beginningOf(cycle, since); ; from = from.add(length)) {
    const until = from.add(length);
    if (until.toString() > today) return periods;
    periods.push({ cycle, from: from.toString(), until: until.toString() });
  }
}

/** The first day of the quarter or year that a local date lies in. */
function beginningOf(cycle: Cycle, date: string): Temporal.PlainDate {
  const day = Temporal.PlainDate.from(date);
  return day.with({ month: day.month - ((day.month - 1) % months[cycle]), day: 1 });
}

async function start(organisation: string, { cycle, from, until }: Period, cases: CaseStore): Promise<void> {
  const { overview } = await overviewFor(organisation, from, until, { cases });
  const figures = z.json().parse(JSON.parse(JSON.stringify(overview)));
  const review = { cycle, from, until, figures };
  const shielded = await keptFrom(review, organisation, cases);
  try {
    await cases.openReview(organisation, { ...review, shielded }, [reviewBegun(organisation, cycle, from)]);
  } catch (error) {
    // Another round began it at the same moment.
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/**
 * The colleagues who would look back on a complaint about themselves: somebody else does it. When that is everybody it is nobody, and
 * each reads the figures without their own.
 */
async function keptFrom(
  review: Omit<Review, "shielded">,
  organisation: string,
  cases: CaseStore,
): Promise<readonly string[]> {
  const ids = cases.procedure(organisation).people.map(({ id }) => id);
  const shielded: string[] = [];
  for (const id of ids) {
    if (looksBackOn(review, await involvementOf(id, organisation, cases))) shielded.push(id);
  }
  return shielded.length < ids.length ? shielded : [];
}
