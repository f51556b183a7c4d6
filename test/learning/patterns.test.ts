import { describe, expect, test } from "vitest";
import {
  firstMonthSeen,
  type Known,
  type Pattern,
  type PatternId,
  patterns,
  type SeenCase,
} from "../../shared/domain/learning/patterns.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { Totals } from "../../shared/domain/register/totals.ts";
import { procedures } from "../support/case-under-test.ts";

const { learnworks } = procedures;
const now = "2026-07-15T10:00:00.000Z";

function seenCase(caseId: string, day: string, more: Partial<SeenCase> = {}): SeenCase {
  return { caseId, filedAt: `${day}T09:00:00.000Z`, respondents: [], late: [], ...more };
}

interface Told {
  readonly cases?: readonly SeenCase[];
  readonly totals?: Totals;
  readonly at?: string;
  readonly known?: Known;
  readonly of?: Partial<PatternId>;
  readonly procedure?: Procedure;
}

function found({ cases = [], totals = { months: {} }, at = now, known, of = {}, procedure = learnworks }: Told) {
  const matches = (id: PatternId) =>
    (of.rule ?? id.rule) === id.rule && (of.dimension ?? id.dimension) === id.dimension;
  return patterns({ cases, totals, now: at, procedure, known: (id) => (matches(id) ? known : undefined) });
}

const what = ({ rule, dimension, key }: Pattern) => `${rule} ${dimension} ${key}`;

const bram = { key: "bram@trainers.example", name: "Bram Kuipers" };
const hospital = { key: "inkoop@zorg.example", name: "Zorggroep Noord" };

describe("three of the same within six months (B36)", () => {
  test.each([
    ["cause", { cause: "agreements" }, "agreements"],
    ["course", { course: "bhv-basis" }, "bhv-basis"],
    ["client", { client: hospital }, hospital.key],
    ["respondent", { respondents: [bram] }, bram.key],
  ] as const)("is a pattern by %s", (dimension, shared, key) => {
    const days = ["2026-02-01", "2026-04-10", "2026-07-14"];
    const cases = days.map((day, index) => seenCase(`c${index}`, day, shared));
    expect(found({ cases: cases.slice(1) })).toEqual([]);
    expect(found({ cases })).toEqual([
      {
        rule: "repeated",
        dimension,
        key,
        ...("client" in shared && { what: hospital.name }),
        ...("respondents" in shared && { what: bram.name }),
        cases: ["c0", "c1", "c2"],
        count: 3,
        from: cases[0]?.filedAt,
        until: cases[2]?.filedAt,
      },
    ]);
  });

  test("is none when they are different, or further apart", () => {
    const causes = ["agreements", "preparation", "skills"];
    expect(found({ cases: causes.map((cause, i) => seenCase(`c${i}`, "2026-07-01", { cause })) })).toEqual([]);
    const apart = ["2026-01-14", "2026-04-10", "2026-07-14"];
    expect(found({ cases: apart.map((day, i) => seenCase(`c${i}`, day, { cause: "skills" })) })).toEqual([]);
  });

  test("is none when no cause was found in any of them", () => {
    expect(found({ cases: [1, 2, 3].map((day) => seenCase(`c${day}`, `2026-07-0${day}`, { cause: "none" })) })).toEqual(
      [],
    );
  });

  test("counts a complaint once, however often somebody stands in it", () => {
    const cases = ["2026-07-01", "2026-07-02"].map((day, i) => seenCase(`c${i}`, day, { respondents: [bram, bram] }));
    expect(found({ cases })).toEqual([]);
  });

  test("never names the same person by two keys: the address in small letters decides, not the name", () => {
    const names = ["Bram Kuipers", "B. Kuipers", "Bram K."];
    const cases = names.map((name, i) => seenCase(`c${i}`, `2026-07-0${i + 1}`, { respondents: [{ ...bram, name }] }));
    expect(found({ cases })).toMatchObject([{ key: bram.key, what: "Bram K.", count: 3 }]);
  });

  test("is not told again by the complaints that were behind it, only by so many newer ones", () => {
    const days = ["2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01", "2026-06-20"];
    const cases = days.map((day, i) => seenCase(`c${i}`, day, { cause: "skills" }));
    const known = { until: cases[2]?.filedAt ?? "", pending: false };
    expect(found({ cases, known })).toEqual([]);
    const more = [...cases, seenCase("c5", "2026-07-14", { cause: "skills" })];
    expect(found({ cases: more, known })).toMatchObject([{ cases: ["c3", "c4", "c5"] }]);
  });

  test("is not told while somebody is still at work on it", () => {
    const cases = [1, 2, 3, 4].map((day) => seenCase(`c${day}`, `2026-07-0${day}`, { cause: "skills" }));
    expect(found({ cases, known: { until: "2026-01-01T00:00:00.000Z", pending: true } })).toEqual([]);
  });
});

test("the same duty late three times within six months is a pattern, whatever the complaints are about (B36)", () => {
  const cases = ["2026-05-01", "2026-06-01", "2026-07-01"].map((day, i) =>
    seenCase(`c${i}`, day, { late: i === 1 ? ["B20", "B21"] : ["B20"] }),
  );
  expect(found({ cases }).map(what)).toEqual(["late duty B20"]);
});

test("a step that is late is told by the duty behind its term, not by all that hang on it", () => {
  const cases = [1, 2, 3].map((day) => seenCase(`c${day}`, `2026-07-0${day}`, { late: ["B6", "B7", "B11", "B13"] }));
  expect(found({ cases }).map(what)).toEqual(["late duty B7"]);
});

/** Months of 2026 and before, the last one first in the name: `counted(["2026-07", 9], …)`. */
function totalsOf(counter: string, from: string, counts: readonly number[]): Totals {
  const [year = 0, month = 0] = from.split("-").map(Number);
  const months = counts.map((count, index) => {
    const at = month - 1 + index;
    const name = `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
    return [name, { complaints: 10, [counter]: count }] as const;
  });
  return { months: Object.fromEntries(months) };
}

/**
 * With two a month on average the limit is 8: P(X ≥ 7) = 0.0045 and P(X ≥ 8) = 0.0011 for a Poisson distribution with mean 2, and the tail
 * that counts as a rise is 0.00135.
 */
describe("a sudden rise against the own history (B36)", () => {
  const usual = [2, 1, 3, 2, 2, 2, 1, 3, 2, 2, 2, 2];

  test.each([
    [7, []],
    [8, ["rise cause skills"]],
  ])("with %i where two a month are usual", (count, told) => {
    const totals = totalsOf("cause:skills", "2025-07", [...usual, count]);
    expect(found({ totals }).map(what)).toEqual(told);
  });

  test("says how many are usual, from which number on it is a rise, and which complaints are behind it", () => {
    const totals = totalsOf("cause:skills", "2025-07", [...usual, 8]);
    const cases = [
      seenCase("june", "2026-06-30", { cause: "skills" }),
      seenCase("other", "2026-07-02", { cause: "agreements" }),
      seenCase("july", "2026-07-03", { cause: "skills" }),
    ];
    expect(found({ totals, cases })).toEqual([
      {
        rule: "rise",
        dimension: "cause",
        key: "skills",
        cases: ["july"],
        count: 8,
        expected: 2,
        limit: 8,
        from: "2026-06-30T22:00:00.000Z",
        until: now,
      },
    ]);
  });

  test("is seen in a month that is over too, for causes become known later", () => {
    const totals = totalsOf("cause:skills", "2025-06", [...usual, 9, 2]);
    expect(found({ totals })).toMatchObject([
      { rule: "rise", from: "2026-05-31T22:00:00.000Z", until: "2026-06-30T21:59:59.999Z" },
    ]);
    expect(found({ totals, at: "2026-09-15T10:00:00.000Z" })).toEqual([]);
  });

  test("cannot be seen with fewer than six months of history", () => {
    expect(found({ totals: totalsOf("cause:skills", "2026-02", [2, 2, 2, 2, 2, 30]) })).toEqual([]);
    expect(found({ totals: totalsOf("cause:skills", "2026-01", [2, 2, 2, 2, 2, 2, 30]) })).toHaveLength(1);
  });

  test("of all complaints together is told as that", () => {
    const totals = totalsOf("complaints", "2025-07", [...usual, 9]);
    expect(found({ totals })).toMatchObject([{ dimension: "all", key: "all", count: 9, limit: 8 }]);
  });

  test("that goes on from month to month is one rise", () => {
    const totals = totalsOf("cause:skills", "2025-06", [...usual, 9, 12]);
    const known = { until: "2026-06-20T04:30:00.000Z", pending: false };
    expect(found({ totals }).map(({ count }) => count)).toEqual([9]);
    expect(found({ totals, known })).toEqual([]);
  });

  test("that comes back after it was over is told again", () => {
    const totals = totalsOf("cause:skills", "2025-05", [...usual, 9, 2, 14]);
    expect(found({ totals, known: { until: "2026-05-20T04:30:00.000Z", pending: false } })).toMatchObject([
      { count: 14 },
    ]);
    expect(found({ totals, known: { until: "2026-05-20T04:30:00.000Z", pending: true } })).toEqual([]);
  });
});

test("complaints are needed from the first month that a rule looks at", () => {
  expect(firstMonthSeen(learnworks, now)).toBe("2026-01");
});

test("without complaints there is no pattern", () => {
  expect(found({})).toEqual([]);
});
