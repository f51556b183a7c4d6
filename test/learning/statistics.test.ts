import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareBeforeAndAfter } from "../../shared/domain/learning/before-and-after.ts";
import { controlChart, controlLimit, upperLimit } from "../../shared/domain/learning/control-chart.ts";
import { fewestShown, mergeSmallGroups } from "../../shared/domain/learning/small-groups.ts";

describe("a sudden rise is told by the exact Poisson limit (B36)", () => {
  /*
   * Worked by hand from P(X = n) = e^-m · m^n / n!, summed upwards:
   *   m = 1: P(X ≥ 5) = 0.003066 + 0.000511 + 0.000073 + 0.000009 + … = 0.00366; P(X ≥ 6) = 0.00059
   *   m = 2: P(X ≥ 7) = 0.003437 + 0.000859 + 0.000191 + 0.000038 + … = 0.00453; P(X ≥ 8) = 0.00110
   *   m = 4: P(X ≥ 11) = 0.001925 + 0.000642 + 0.000197 + 0.000056 + … = 0.00284; P(X ≥ 12) = 0.00092
   *   m = 0.5: P(X ≥ 4) = 0.001580 + 0.000158 + 0.000013 + … = 0.00175; P(X ≥ 5) = 0.00017
   * The textbook approximation mean + 3√mean puts m = 2 at 7 (6.24): that would ring three times as often as promised.
   */
  test.each([
    { mean: 0, limit: 1 },
    { mean: 0.5, limit: 5 },
    { mean: 1, limit: 6 },
    { mean: 2, limit: 8 },
    { mean: 4, limit: 12 },
  ])("with $mean a month, $limit is a rise", ({ mean, limit }) => {
    expect(upperLimit(mean)).toBe(limit);
  });

  test("a thousand a month has a limit near three standard deviations", () => {
    expect(upperLimit(1000)).toBeGreaterThan(1000 + 2.9 * Math.sqrt(1000));
    expect(upperLimit(1000)).toBeLessThan(1000 + 3.2 * Math.sqrt(1000));
  });

  test("the limit is taken from the mean of the months before", () => {
    expect(controlLimit([1, 3, 2, 2, 4, 0])).toEqual({ mean: 2, limit: 8 });
  });

  test("fewer than six months have no limit", () => {
    expect(controlLimit([1, 3, 2, 2, 4])).toBeUndefined();
  });

  const months = (counts: readonly number[]) =>
    counts.map((count, index) => ({ month: `2026-${String(index + 1).padStart(2, "0")}`, count }));

  test("a month is judged by the months before it, never by itself", () => {
    const chart = controlChart(months([1, 3, 2, 2, 4, 0, 7, 8]), { baselineMonths: 6, atLeast: 3 });
    expect(chart.slice(0, 6).map(({ usual }) => usual)).toEqual(Array(6).fill(undefined));
    expect(chart[6]).toEqual({ month: "2026-07", count: 7, usual: { mean: 2, limit: 8 }, rise: false });
    // February to July: 3 + 2 + 2 + 4 + 0 + 7 = 18, a mean of 3; P(X ≥ 10 | 3) = 0.00110 and P(X ≥ 9 | 3) = 0.00380.
    expect(chart[7]).toEqual({ month: "2026-08", count: 8, usual: { mean: 3, limit: 10 }, rise: false });
  });

  test("the limit itself is a rise", () => {
    expect(controlChart(months([1, 3, 2, 2, 4, 0, 8]), { baselineMonths: 6, atLeast: 3 })[6]?.rise).toBe(true);
  });

  test("one complaint after quiet months is no rise where the procedure asks for three", () => {
    const chart = controlChart(months([0, 0, 0, 0, 0, 0, 1, 0, 3]), { baselineMonths: 6, atLeast: 3 });
    expect(chart.map(({ rise }) => rise)).toEqual([...Array(8).fill(false), true].map((rise, at) => rise && at === 8));
  });
});

describe("before and after a measure are compared exactly", () => {
  /*
   * By hand: with equal times each complaint falls before or after like a coin. Of 10, P(at most 1 after) = (1 + 10) / 1024 = 0.01074, twice
   * that is 0.02148. P(at most 2 after) = (1 + 10 + 45) / 1024 = 0.05469, twice 0.10938. Of 5, P(0 after) = 1 / 32, twice 0.0625: even none
   * could be chance. With 12 months before and 3 after, a complaint falls after with chance 0.2: 0.8^17 = 0.022518, twice 0.045036.
   */
  test.each([
    { before: 9, monthsBefore: 6, after: 1, monthsAfter: 6, chance: 22 / 1024, verdict: "fewer" },
    { before: 1, monthsBefore: 6, after: 9, monthsAfter: 6, chance: 22 / 1024, verdict: "more" },
    { before: 8, monthsBefore: 6, after: 2, monthsAfter: 6, chance: 112 / 1024, verdict: "could-be-chance" },
    { before: 5, monthsBefore: 6, after: 5, monthsAfter: 6, chance: 1, verdict: "could-be-chance" },
    { before: 5, monthsBefore: 6, after: 0, monthsAfter: 6, chance: 0.0625, verdict: "too-few" },
    { before: 17, monthsBefore: 12, after: 0, monthsAfter: 3, chance: 2 * 0.8 ** 17, verdict: "fewer" },
    { before: 16, monthsBefore: 12, after: 0, monthsAfter: 3, chance: 2 * 0.8 ** 16, verdict: "too-few" },
    { before: 0, monthsBefore: 12, after: 0, monthsAfter: 6, chance: 1, verdict: "too-few" },
    { before: 30, monthsBefore: 12, after: 0, monthsAfter: 0, chance: 1, verdict: "too-few" },
  ])(
    "$before in $monthsBefore months, then $after in $monthsAfter: $verdict",
    ({ before, monthsBefore, after, monthsAfter, chance, verdict }) => {
      const compared = compareBeforeAndAfter(
        { count: before, months: monthsBefore },
        { count: after, months: monthsAfter },
      );
      expect(compared.chance).toBeCloseTo(chance, 9);
      expect(compared.verdict).toBe(verdict);
    },
  );

  test("hundreds of complaints do not underflow", () => {
    const compared = compareBeforeAndAfter({ count: 3000, months: 12 }, { count: 500, months: 3 });
    expect(compared.verdict).toBe("fewer");
    expect(compared.chance).toBeGreaterThan(0);
  });
});

describe("nobody is recognised in a small group", () => {
  test("groups under five go together, largest first and the merged one last", () => {
    expect(mergeSmallGroups({ trainer: 12, invoice: 3, location: 2, planning: 7, materials: 0 })).toEqual([
      { code: "trainer", count: 12 },
      { code: "planning", count: 7 },
      { code: null, count: 5 },
    ]);
  });

  test("a merged group under five takes the next smallest with it", () => {
    expect(mergeSmallGroups({ trainer: 12, planning: 7, invoice: 3 })).toEqual([
      { code: "trainer", count: 12 },
      { code: null, count: 10 },
    ]);
  });

  test("fewer than five altogether say nothing but how many", () => {
    expect(mergeSmallGroups({ trainer: 3, planning: 1 })).toEqual([{ code: null, count: 4 }]);
    expect(mergeSmallGroups({})).toEqual([]);
  });

  test("whatever the numbers: none under five unless all are, and the sum stays", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.nat(20)), (counts) => {
        const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
        const groups = mergeSmallGroups(counts);
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(total);
        if (total >= fewestShown) expect(groups.every(({ count }) => count >= fewestShown)).toBe(true);
        else expect(groups.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
