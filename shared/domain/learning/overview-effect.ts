import type { Instant } from "../../ports.ts";
import { localDay } from "../calendar.ts";
import type { Procedure } from "../procedure.ts";
import type { Totals } from "../register/totals.ts";
import { type BeforeAndAfter, compareBeforeAndAfter } from "./before-and-after.ts";
import type { Counted, MeasureSeen } from "./overview-input.ts";
import { countsOf, firstCounted, monthAfter, monthOf, monthsFrom, sumOf } from "./overview-months.ts";

/** Complaints before and after a measure, of the kind that it is counted by. */
export interface Effect extends BeforeAndAfter {
  /** Absent: all complaints, where the measure was not tied to a category, cause or course. */
  readonly counted?: Counted;
  /** Complaints from the time after of which this is not known yet. Were they all of this kind, the verdict would still hold. */
  readonly notYetKnown: number;
}

const yearOfMonths = 12;

/**
 * The numbers before and after a measure: whole local months, at most the twelve before it was agreed, and those since it was carried out.
 * `undefined` as long as it was not. Months before anything was registered do not count as quiet ones.
 */
export function effectOf(
  measure: Pick<MeasureSeen, "agreedAt" | "endedAt" | "counted" | "status">,
  totals: Totals,
  now: Instant,
  procedure: Procedure,
): Effect | undefined {
  const { agreedAt, endedAt, counted, status } = measure;
  if (endedAt === undefined || (status !== "done" && status !== "kept")) return undefined;
  const localMonth = (at: Instant) => monthOf(localDay(at, procedure.calendar.timeZone));
  const agreed = localMonth(agreedAt);
  const first = [firstCounted(totals) ?? agreed, monthAfter(agreed, -yearOfMonths)].sort()[1] ?? agreed;
  const before = monthsFrom(first, monthAfter(agreed, -1));
  const after = monthsFrom(monthAfter(localMonth(endedAt), 1), monthAfter(localMonth(now), -1));
  const name = counted === undefined ? "complaints" : `${counted.dimension}:${counted.value}`;
  const numberIn = (months: readonly string[]) => ({ count: sumOf(totals, months)[name] ?? 0, months: months.length });
  const notYetKnown = undetermined(totals, after, counted);
  const compared = compareBeforeAndAfter(numberIn(before), numberIn(after));
  return { ...compared, verdict: cautious(compared, notYetKnown), notYetKnown, ...(counted && { counted }) };
}

/** Fewer only where they would be fewer even if every complaint that is still open turned out to be of this kind. */
function cautious(compared: BeforeAndAfter, notYetKnown: number): BeforeAndAfter["verdict"] {
  if (compared.verdict !== "fewer" || notYetKnown === 0) return compared.verdict;
  const { before, monthsBefore, after, monthsAfter } = compared;
  const atWorst = compareBeforeAndAfter(
    { count: before, months: monthsBefore },
    { count: after + notYetKnown, months: monthsAfter },
  );
  return atWorst.verdict === "fewer" ? "fewer" : "could-be-chance";
}

/** What is not assessed yet may be a complaint, and an open complaint without a cause may still get this one. */
function undetermined(totals: Totals, months: readonly string[], counted: Counted | undefined): number {
  return months.reduce((total, month) => {
    const numbers = totals.months[month] ?? {};
    const undecided = numbers["undecided"] ?? 0;
    if (counted === undefined) return total + undecided;
    const known = Object.values(countsOf(numbers, `${counted.dimension}:`)).reduce((sum, count) => sum + count, 0);
    const without = Math.min(numbers["open"] ?? 0, (numbers["complaints"] ?? 0) - known);
    return total + undecided + Math.max(0, without);
  }, 0);
}
