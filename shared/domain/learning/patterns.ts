import { Temporal } from "temporal-polyfill";
import type { Instant } from "../../ports.ts";
import { localDay } from "../calendar.ts";
import type { Signal } from "../matter.ts";
import type { Procedure } from "../procedure.ts";
import type { Totals } from "../register/totals.ts";
import { controlChart } from "./control-chart.ts";
import { firstCounted, monthAfter, monthOf, monthsFrom } from "./overview-months.ts";

/** Somebody in a complaint: `key` tells whether it is the same person, `name` is for people to read. */
export interface SeenPerson {
  readonly key: string;
  readonly name: string;
}

/** A complaint as a pattern needs it. */
export interface SeenCase {
  readonly caseId: string;
  readonly filedAt: Instant;
  readonly category?: string | undefined;
  readonly cause?: string | undefined;
  readonly course?: string | undefined;
  readonly client?: SeenPerson | undefined;
  readonly respondents: readonly SeenPerson[];
  /** The duties that were carried out late, by id. */
  readonly late: readonly string[];
}

/** What makes two patterns the same. */
export interface PatternId {
  readonly rule: Signal["rule"];
  readonly dimension: Signal["dimension"];
  /** The category, cause, course or duty; of a client or respondent what tells them apart. */
  readonly key: string;
}

/** Complaints that have something in common (B36). */
export interface Pattern extends PatternId {
  /** The name of a client or respondent. */
  readonly what?: string;
  readonly cases: readonly string[];
  readonly count: number;
  readonly from: Instant;
  readonly until: Instant;
  readonly expected?: number;
  readonly limit?: number;
}

/** An earlier signal of the same pattern. */
export interface Known {
  /** Whatever came up to this moment belongs to it. */
  readonly until: Instant;
  /** Somebody is still looking into it, or at work on what was decided. */
  readonly pending: boolean;
}

export interface Seen {
  /** The complaints of the time that the rules look at, in any order. */
  readonly cases: readonly SeenCase[];
  readonly totals: Totals;
  readonly now: Instant;
  readonly procedure: Procedure;
  readonly known: (pattern: PatternId) => Known | undefined;
}

/** The cause, in a house's list, of complaints in which none was found: those have nothing in common. */
const noCause = "none";

/** Months that can still become a rise: what caused a complaint is known weeks after it came. */
const monthsJudged = 3;

/** From which month on the rules need complaints: the longest time that one of them looks back. */
export function firstMonthSeen({ learning: { signals }, calendar }: Procedure, now: Instant): string {
  const months = Math.max(signals.repeated.months, signals.late.months, monthsJudged - 1);
  return monthAfter(monthOf(localDay(now, calendar.timeZone)), -months);
}

/** All patterns that nobody was told of, in a fixed order. */
export function patterns(seen: Seen): readonly Pattern[] {
  return [...repeated(seen), ...late(seen), ...rises(seen)];
}

/** So many complaints with the same cause, course, client or respondent within so many months. */
function repeated(seen: Seen): readonly Pattern[] {
  const rule = seen.procedure.learning.signals.repeated;
  return [
    ...inWindow("repeated", "cause", rule, seen, ({ cause }) => (cause === noCause ? [] : coded(cause))),
    ...inWindow("repeated", "course", rule, seen, ({ course }) => coded(course)),
    ...inWindow("repeated", "client", rule, seen, ({ client }) => (client === undefined ? [] : [client])),
    ...inWindow("repeated", "respondent", rule, seen, ({ respondents }) => respondents),
  ];
}

/** The same term missed in so many complaints within so many months. */
function late(seen: Seen): readonly Pattern[] {
  const { learning, clocks, tasks } = seen.procedure;
  // One step that is late makes more than one duty late: only the duty behind its term is told.
  const termed = new Set([...clocks, ...Object.values(tasks)].map((one) => one.duty));
  const missed = (one: SeenCase) => one.late.filter((id) => termed.has(id)).map((key) => ({ key }));
  return inWindow("late", "duty", learning.signals.late, seen, missed);
}

interface Shared {
  readonly key: string;
  readonly name?: string;
}

const coded = (code: string | undefined): readonly Shared[] => (code === undefined ? [] : [{ key: code }]);

function inWindow(
  rule: "repeated" | "late",
  dimension: Signal["dimension"],
  { count, months }: { readonly count: number; readonly months: number },
  { cases, now, procedure, known }: Seen,
  sharing: (one: SeenCase) => readonly Shared[],
): readonly Pattern[] {
  const since = monthsBefore(now, months, procedure);
  const groups = new Map<string, { name: string | undefined; readonly cases: SeenCase[] }>();
  for (const one of cases.toSorted(byFiling)) {
    if (one.filedAt <= since || one.filedAt > now) continue;
    for (const { key, name } of sharing(one)) {
      const group = groups.get(key) ?? { name, cases: [] };
      // Two respondents of one complaint can be the same person.
      if (group.cases.at(-1) !== one) group.cases.push(one);
      groups.set(key, { ...group, name });
    }
  }
  return [...groups].flatMap(([key, group]) => {
    const earlier = known({ rule, dimension, key });
    if (earlier?.pending === true) return [];
    const fresh = group.cases.filter(({ filedAt }) => earlier === undefined || filedAt > earlier.until);
    const [first, last] = [fresh[0], fresh.at(-1)];
    if (first === undefined || last === undefined || fresh.length < count) return [];
    const found = { cases: fresh.map(({ caseId }) => caseId), count: fresh.length };
    const named = group.name === undefined ? {} : { what: group.name };
    return [{ rule, dimension, key, ...named, ...found, from: first.filedAt, until: last.filedAt }];
  });
}

const byFiling = (one: SeenCase, other: SeenCase) =>
  one.filedAt.localeCompare(other.filedAt) || one.caseId.localeCompare(other.caseId);

/** By what the totals count complaints: everything, and each category, cause and course. */
const counters = [
  { dimension: "category", prefix: "category:", of: ({ category }: SeenCase) => category },
  { dimension: "cause", prefix: "cause:", of: ({ cause }: SeenCase) => cause },
  { dimension: "course", prefix: "course:", of: ({ course }: SeenCase) => course },
] as const;

/** More in a month than chance explains, by the months before it. */
function rises(seen: Seen): readonly Pattern[] {
  const { totals, now, procedure } = seen;
  const current = monthOf(localDay(now, procedure.calendar.timeZone));
  const judged = monthsFrom(monthAfter(current, 1 - monthsJudged), current);
  const all = riseOf({ dimension: "all", key: "all" }, "complaints", judged, seen, () => true);
  const grouped = counters.flatMap(({ dimension, prefix, of }) => {
    const names = new Set(judged.flatMap((month) => Object.keys(totals.months[month] ?? {})));
    const keys = [...names].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
    return keys
      .filter((key) => dimension !== "cause" || key !== noCause)
      .sort()
      .flatMap((key) => riseOf({ dimension, key }, `${prefix}${key}`, judged, seen, (one) => of(one) === key));
  });
  return [...all, ...grouped];
}

/** The first month of those judged that is a rise of its own: one that goes on from month to month is one rise. */
function riseOf(
  { dimension, key }: Pick<PatternId, "dimension" | "key">,
  counter: string,
  judged: readonly string[],
  { totals, cases, now, procedure, known }: Seen,
  belongs: (one: SeenCase) => boolean,
): readonly Pattern[] {
  const { timeZone } = procedure.calendar;
  const first = firstCounted(totals);
  const last = judged.at(-1);
  const earlier = known({ rule: "rise", dimension, key });
  if (first === undefined || last === undefined || earlier?.pending === true) return [];
  const series = monthsFrom(first, last).map((month) => ({ month, count: totals.months[month]?.[counter] ?? 0 }));
  const chart = controlChart(series, procedure.learning.signals.rise);
  const signalled = earlier === undefined ? undefined : monthOf(localDay(earlier.until, timeZone));
  const goesOn = (month: string) =>
    signalled !== undefined && chart.filter((one) => one.month >= signalled && one.month <= month).every(isRise);
  const point = chart.find(
    ({ month, rise }) =>
      rise && judged.includes(month) && (signalled === undefined || month > signalled) && !goesOn(month),
  );
  if (point?.usual === undefined) return [];
  const behind = cases
    .filter((one) => monthOf(localDay(one.filedAt, timeZone)) === point.month && belongs(one))
    .toSorted(byFiling);
  const { from, until } = boundsOf(point.month, timeZone);
  const { mean: expected, limit } = point.usual;
  const found = { cases: behind.map(({ caseId }) => caseId), count: point.count, expected, limit };
  return [{ rule: "rise", dimension, key, ...found, from, until: until < now ? until : now }];
}

const isRise = ({ rise }: { readonly rise: boolean }) => rise;

/** The first and the last moment of a local month. */
function boundsOf(month: string, timeZone: string): { readonly from: Instant; readonly until: Instant } {
  const start = (one: string) => Temporal.PlainDate.from(`${one}-01`).toZonedDateTime(timeZone).epochMilliseconds;
  return {
    from: new Date(start(month)).toISOString(),
    until: new Date(start(monthAfter(month, 1)) - 1).toISOString(),
  };
}

function monthsBefore(moment: Instant, months: number, { calendar: { timeZone } }: Procedure): Instant {
  const before = Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).subtract({ months });
  return new Date(before.epochMilliseconds).toISOString();
}
