import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { overview } from "../../shared/domain/learning/overview.ts";
import { effectOf } from "../../shared/domain/learning/overview-effect.ts";
import {
  figuresOf,
  type Overview,
  type OverviewGroup,
  overviewSchema,
} from "../../shared/domain/learning/overview-schema.ts";
import type { RegisterRow } from "../../shared/domain/register/register-row.ts";
import { recount } from "../../shared/domain/register/totals.ts";
import { procedures } from "../support/case-under-test.ts";
import { measures, overviewOf, rowsOf } from "./register-of.ts";

const sum = (groups: readonly { readonly count: number }[]) => groups.reduce((total, { count }) => total + count, 0);

/** The divisions of all complaints: each adds up to them. */
const divisions = ({ categories, causes, courses, channels, findings, outcomes }: Overview) => [
  categories,
  causes,
  courses,
  channels,
  findings,
  outcomes,
];

const whatFollows = ({ combinations: { cells, others }, categories, causes }: Overview): readonly number[] => {
  const rest = (margin: OverviewGroup, of: "category" | "cause") =>
    margin.count - sum(cells.filter((cell) => cell[of] === margin.code));
  return [
    others,
    ...cells.map(({ count }) => count),
    ...categories.map((margin) => rest(margin, "category")),
    ...causes.map((margin) => rest(margin, "cause")),
  ];
};

describe("the overview of a period (A25, B31, B33)", () => {
  test.each([0, 1, 4, 5, 23, 60, 500])("of %i complaints adds up, and names no group under five", (count) => {
    const figures = overviewOf(count);
    const { complaints } = figures;
    expect(figures.open + figures.closed).toBe(complaints);
    for (const groups of divisions(figures)) {
      expect(sum(groups)).toBe(complaints);
      if (complaints >= 5) expect(groups.filter((group) => group.count < 5)).toEqual([]);
      else expect(groups.map(({ code }) => code)).toEqual(complaints === 0 ? [] : [null]);
    }
    const inPeriod = figures.trend.filter((point) => point.inPeriod);
    expect(sum(inPeriod)).toBe(complaints);
    expect(inPeriod).toHaveLength(6);
  });

  test("whatever was registered: no number under five about people can be read or worked out by subtraction", () => {
    fc.assert(
      fc.property(fc.nat(120), fc.integer({ min: 1, max: 1_000_000 }), (count, seed) => {
        const figures = overviewOf(count, procedures.learnworks, seed);
        const isFew = (number: number | null) => number !== null && number > 0 && number < 5;
        const told = [
          figures.withdrawn,
          figures.serious,
          ...Object.values(figures.satisfaction).flatMap(({ asked, answered, scores }) => [
            asked,
            answered,
            ...scores.map((score) => score.count),
          ]),
          ...figures.signals.map(({ complaints }) => complaints),
          ...figures.measures.flatMap(({ effect }) => (effect ? [effect.before, effect.after] : [])),
          ...(figures.complaints < 5
            ? []
            : [...divisions(figures), figures.respondents, figures.delays].flatMap((groups) =>
                groups.filter(({ code }) => code !== null).map((group) => group.count),
              )),
          ...(figures.complaints < 5 ? [] : whatFollows(figures)),
          ...figures.duties.flatMap(({ applicable, met, late }) => [
            met,
            late,
            ...[met, late].map((known) => (known === null ? null : applicable - known)),
          ]),
        ];
        expect(told.filter(isFew)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("of nothing at all is still an overview", () => {
    const nothing = overview({
      totals: { months: {} },
      from: "2026-01-01",
      until: "2026-04-01",
      now: "2026-04-01T06:30:00.000Z",
      measures: [],
      signals: [],
      procedure: procedures.sterker,
    });
    expect(nothing.complaints).toBe(0);
    expect(nothing.trend).toEqual([
      { month: "2026-01", count: 0, rise: false, inPeriod: true },
      { month: "2026-02", count: 0, rise: false, inPeriod: true },
      { month: "2026-03", count: 0, rise: false, inPeriod: true },
    ]);
    expect(overviewSchema.parse(nothing)).toEqual(nothing);
  });

  test("comes back from a review as it went in", () => {
    const figures = overviewOf(60);
    expect(overviewSchema.parse(JSON.parse(JSON.stringify(figuresOf(figures))))).toEqual(figures);
  });

  test("counts advice and compliments apart (A8)", () => {
    const rows = rowsOf(60).filter(({ month }) => month >= "2026-01");
    const { complaints, advice, notComplaints, undecided } = overviewOf(60);
    expect(advice).toBe(rows.filter(({ kind }) => kind === "advice").length);
    expect(notComplaints).toBe(rows.filter(({ kind }) => kind === "not-a-complaint").length);
    expect(complaints + advice + notComplaints + undecided).toBe(60);
    expect(advice + notComplaints).toBeGreaterThan(0);
  });

  test("says of each duty how often it was in time, and nothing where it applied to fewer than five (B12)", () => {
    const closed = rowsOf(500).filter(
      ({ kind, status, month }) => kind === "complaint" && status === "closed" && month >= "2026-01",
    );
    const late = closed.filter(({ duties }) => duties?.["B9"] === "late").length;
    expect(overviewOf(500).duties.find(({ id }) => id === "B9")).toMatchObject({
      clock: "receipt",
      applicable: closed.length,
      late,
      met: closed.length - late,
    });
    expect(overviewOf(4).duties.every(({ met, late }) => met === null && late === null)).toBe(true);
  });

  test.each([
    [1, 22, { met: null, late: null, few: "late" }],
    [22, 1, { met: null, late: null, few: "met" }],
    [4, 4, { met: null, late: null, few: "late" }],
    [0, 23, { met: 23, late: 0 }],
    [5, 18, { met: 18, late: 5 }],
  ])("of a duty that was late %i times and in time %i times, nobody can be picked out (B12)", (late, met, told) => {
    const { duties } = overview({
      totals: { months: { "2026-01": { complaints: late + met, "duty:B9:late": late, "duty:B9:met": met } } },
      from: "2026-01-01",
      until: "2026-02-01",
      now: "2026-02-01T06:30:00.000Z",
      measures: [],
      signals: [],
      procedure: procedures.learnworks,
    });
    expect(duties).toHaveLength(1);
    expect(duties[0]).toMatchObject({ applicable: late + met, ...told });
    expect(duties[0]?.few).toBe("few" in told ? told.few : undefined);
  });

  test("gives no mean of fewer than five answers (B35)", () => {
    expect(overviewOf(4).satisfaction.complainant).toMatchObject({ mean: null, heard: null, rate: null, scores: [] });
    const { mean, scores, answered } = overviewOf(60).satisfaction.complainant;
    expect(mean).toBeGreaterThan(1);
    expect(sum(scores)).toBe(answered);
  });

  test("names a signal only where the overview names its group, and never the number of a small one (B36)", () => {
    const [course, person] = overviewOf(500).signals;
    expect(course).toMatchObject({ complaints: 7, label: { nl: "Omgaan met agressie" } });
    expect(person).toMatchObject({ complaints: null });
    expect(person).not.toHaveProperty("label");
  });
});

describe("a sudden rise shows in the trend (B36)", () => {
  const [some] = rowsOf(1);
  const months = ["2025-05", "2025-06", "2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12"];
  const inMonth = (month: string, count: number): readonly RegisterRow[] =>
    Array.from({ length: count }, (_, index) => {
      if (some === undefined) throw new Error("There is no example.");
      return { ...some, kind: "complaint", month, caseId: `${month}-${index}` };
    });
  const trend = (counts: readonly number[]) =>
    overview({
      totals: recount(months.flatMap((month, index) => inMonth(month, counts[index] ?? 0))),
      from: "2025-10-01",
      until: "2026-01-01",
      now: "2026-01-01T06:30:00.000Z",
      measures: [],
      signals: [],
      procedure: procedures.learnworks,
    }).trend;

  test("in the month in which it is more than chance, and not before", () => {
    // A mean of 2 in the six months up to October: 8 is the limit. October itself counts for November.
    expect(trend([2, 2, 2, 2, 2, 2, 8, 2]).map(({ month, rise }) => [month, rise])).toEqual(
      months.map((month) => [month, month === "2025-11"]),
    );
    expect(trend([2, 2, 2, 2, 2, 2, 7, 2]).some(({ rise }) => rise)).toBe(false);
  });

  test("months before anything was registered are not quiet months", () => {
    expect(trend([0, 0, 0, 0, 2, 2, 9, 2]).map(({ month }) => month)).toEqual(months.slice(4));
    expect(trend([0, 0, 0, 0, 2, 2, 9, 2]).every(({ usual }) => usual === undefined)).toBe(true);
  });
});

describe("the effect of a measure (A28, B37)", () => {
  const [done] = measures;
  const totals = (before: number, after: number, extra: Readonly<Record<string, number>> = {}) => ({
    months: Object.fromEntries(
      ["2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12", "2026-03", "2026-04", "2026-05"].map(
        (month) => [
          month,
          { complaints: 10, "category:trainer": month < "2026" ? before : after, ...(month < "2026" ? {} : extra) },
        ],
      ),
    ),
  });
  const effect = (counted: ReturnType<typeof totals>, changed = {}) => {
    if (done === undefined) throw new Error("There is no measure.");
    return effectOf({ ...done, ...changed }, counted, "2026-06-15T09:00:00.000Z", procedures.learnworks);
  };

  test("compares whole months: those before it was agreed, and those after it was done", () => {
    // Agreed on 20 January, done on 20 February: January and February count for neither. History begins in July.
    expect(effect(totals(5, 1))).toMatchObject({
      before: 30,
      monthsBefore: 6,
      after: 3,
      monthsAfter: 3,
      verdict: "fewer",
      notYetKnown: 0,
    });
  });

  test("does not call it fewer while open complaints could still make up for it", () => {
    expect(effect(totals(5, 1, { open: 9, complaints: 10 }))).toMatchObject({
      verdict: "could-be-chance",
      notYetKnown: 27,
    });
  });

  test("is not there before the measure was carried out, nor when it was dropped", () => {
    expect(effect(totals(5, 1), { status: "open", endedAt: undefined })).toBeUndefined();
    expect(effect(totals(5, 1), { status: "dropped" })).toBeUndefined();
  });

  test("of a measure that is tied to nothing is that of all complaints", () => {
    expect(effect(totals(5, 1), { counted: undefined })).toMatchObject({ before: 60, after: 30 });
  });
});
