import type { Instant } from "../../ports.ts";
import type { Procedure } from "../procedure.ts";
import type { Totals } from "../register/totals.ts";
import { phases } from "../tasks/task-kind.ts";
import { controlChart } from "./control-chart.ts";
import { shownCombinations } from "./overview-combinations.ts";
import { meanUnlessFew, shownGroups, unlessFew } from "./overview-groups.ts";
import type { MeasureSeen, SignalSeen } from "./overview-input.ts";
import {
  categoryLabel,
  causeLabel,
  channelLabel,
  courseLabel,
  delayLabel,
  findingLabel,
  outcomeLabel,
  respondentLabel,
} from "./overview-labels.ts";
import { measuresShown, signalsShown } from "./overview-learning.ts";
import { countsOf, firstCounted, monthAfter, monthsFrom, monthsIn, sumOf } from "./overview-months.ts";
import type { Overview, OverviewDuty } from "./overview-schema.ts";
import { surveyOf } from "./overview-survey.ts";
import { fewestShown } from "./small-groups.ts";

/** What an overview is made from. */
export interface OverviewQuestion {
  /** Of the period and of two years before it, as far as there are. */
  readonly totals: Totals;
  /** Local dates; `from` belongs to the period, `until` does not. The months that they lie in are counted whole. */
  readonly from: string;
  readonly until: string;
  readonly now: Instant;
  readonly signals: readonly SignalSeen[];
  readonly measures: readonly MeasureSeen[];
  readonly procedure: Procedure;
}

/**
 * The figures of a period (A25, B31, B33): of the complaints that were filed in it, as they stand now. From counters alone, so it costs the
 * same for one complaint as for thousands, and is the same before and after personal data are erased.
 */
export function overview(question: OverviewQuestion): Overview {
  const { totals, from, until, now, procedure } = question;
  const numbers = sumOf(totals, monthsIn(from, until));
  const complaints = numbers["complaints"] ?? 0;
  // Of fewer than five, even that none of them was serious would tell something of each.
  const amongFew = unlessFew(complaints) === null;
  const groups = {
    categories: shownGroups(countsOf(numbers, "category:"), categoryLabel(procedure), complaints),
    causes: shownGroups(countsOf(numbers, "cause:"), causeLabel(procedure), complaints),
    courses: shownGroups(countsOf(numbers, "course:"), courseLabel, complaints),
  };
  return {
    organisation: procedure.id,
    procedureVersion: procedure.version,
    from,
    until,
    madeAt: now,
    complaints,
    undecided: numbers["undecided"] ?? 0,
    closed: numbers["closed"] ?? 0,
    open: numbers["open"] ?? 0,
    withdrawn: amongFew ? null : unlessFew(numbers["withdrawn"] ?? 0),
    serious: amongFew ? null : unlessFew(numbers["severity:serious"] ?? 0),
    advice: numbers["advice"] ?? 0,
    notComplaints: numbers["not-a-complaint"] ?? 0,
    trend: trend(question),
    ...groups,
    combinations: shownCombinations(countsOf(numbers, "category+cause:"), groups.categories, groups.causes),
    respondents: shownGroups(countsOf(numbers, "respondent:"), respondentLabel),
    channels: shownGroups(countsOf(numbers, "channel:"), channelLabel, complaints),
    findings: shownGroups(countsOf(numbers, "finding:"), findingLabel, complaints),
    outcomes: shownGroups(countsOf(numbers, "outcome:"), outcomeLabel, complaints),
    duties: dutyResults(numbers, procedure),
    phases: phases.flatMap((phase) => {
      const count = numbers[`phases:${phase}`] ?? 0;
      const days = meanUnlessFew(numbers[`days:${phase}`] ?? 0, count);
      return count === 0 ? [] : [{ phase, complaints: unlessFew(count), days }];
    }),
    delays: shownGroups(countsOf(numbers, "delay:"), delayLabel),
    satisfaction: { complainant: surveyOf(numbers, "complainant"), respondent: surveyOf(numbers, "respondent") },
    signals: signalsShown(question, groups),
    measures: measuresShown(question, groups),
  };
}

/** At least a year of months up to the end of the period, each with what was usual before it; from the first month with anything on. */
function trend({ totals, from, until, procedure }: OverviewQuestion): Overview["trend"] {
  const period = monthsIn(from, until);
  const last = period.at(-1);
  if (last === undefined) return [];
  const first = firstCounted(totals);
  const counted = first === undefined || first > last ? [] : monthsFrom(first, last);
  const series = counted.map((month) => ({ month, count: totals.months[month]?.["complaints"] ?? 0 }));
  const shownFrom = [period[0] ?? last, monthAfter(last, -11)].sort()[0] ?? last;
  const points = new Map(controlChart(series, procedure.learning.signals.rise).map((point) => [point.month, point]));
  return monthsFrom(shownFrom, last).flatMap((month) => {
    const inPeriod = period.includes(month);
    const point = points.get(month) ?? (inPeriod ? { month, count: 0, rise: false } : undefined);
    return point === undefined ? [] : [{ ...point, inPeriod }];
  });
}

/** Every duty that applied to a closed complaint, and how often it was carried out in time. */
function dutyResults(
  numbers: Readonly<Record<string, number>>,
  { duties, clocks }: Procedure,
): readonly OverviewDuty[] {
  return duties.flatMap(({ id, text }) => {
    const met = numbers[`duty:${id}:met`] ?? 0;
    const late = numbers[`duty:${id}:late`] ?? 0;
    const applicable = met + late;
    if (applicable === 0) return [];
    const clock = clocks.find(({ duty }) => duty === id)?.id;
    return [{ id, text, ...(clock && { clock }), applicable, ...metAndLate(met, late) }];
  });
}

function metAndLate(met: number, late: number): Pick<OverviewDuty, "met" | "late" | "few"> {
  if (unlessFew(met) !== null && unlessFew(late) !== null) return { met, late };
  const hidden = { met: null, late: null };
  if (met + late < fewestShown) return hidden;
  return { ...hidden, few: unlessFew(late) === null ? "late" : "met" };
}
