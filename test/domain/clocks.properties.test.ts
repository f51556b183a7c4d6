import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { netherlands } from "../../procedures/netherlands.ts";
import {
  endOf,
  halfway,
  lastOpeningBefore,
  nextWorkingMoment,
  openingAfter,
  type Period,
} from "../../shared/domain/calendar.ts";
import { calendarOf, dueAt, isPaused } from "../../shared/domain/clocks.ts";
import { answers, CaseUnderTest, procedures } from "../support/case-under-test.ts";
import {
  closing,
  dateOf,
  daysLater,
  holidaysOf,
  hoursLater,
  isOpen,
  isWorkingDay,
  lastOpening,
  monthsLater,
  nextOpen,
  opening,
  wall,
  weeksLater,
} from "../support/dutch-calendar.ts";
import { act } from "../support/steps.ts";

const calendar = calendarOf(procedures.learnworks);
const hour = 3_600_000;
const day = 24 * hour;
const iso = (ms: number) => new Date(ms).toISOString();
const years = Array.from({ length: 20 }, (_, index) => 2026 + index);

/** Moments at which calendars go wrong: the nights on which clocks change, month ends, leap days, holidays and year ends. */
const awkward = years.flatMap((year) => [
  ...[2, 9].map((month) => Date.UTC(year, month, 31 - new Date(Date.UTC(year, month, 31)).getUTCDay(), 1)),
  ...Array.from({ length: 12 }, (_, month) => Date.UTC(year, month + 1, 0, 12)),
  ...(year % 4 === 0 ? [Date.UTC(year, 1, 29, 12)] : []),
  ...holidaysOf(year).map((date) => Date.parse(date)),
  Date.UTC(year, 11, 31, 23),
]);
const withinTwenty = { min: Date.UTC(2026, 0, 1), max: Date.UTC(2045, 11, 31) };
const moments = fc.oneof(
  fc.integer(withinTwenty),
  fc.tuple(fc.constantFrom(...awkward), fc.integer({ min: -3 * day, max: 3 * day })).map(([at, by]) => at + by),
  fc.tuple(fc.constantFrom(...awkward), fc.integer({ min: -150, max: 150 })).map(([at, by]) => at + by * 60_000),
);
const periods: fc.Arbitrary<Period> = fc.record({
  amount: fc.integer({ min: 1, max: 15 }),
  unit: fc.constantFrom("hours", "days", "working-days", "weeks", "months"),
});

/** By the rules of the calendar alone. */
function expectedEnd(start: number, { amount, unit }: Period): number {
  switch (unit) {
    case "hours":
      return hoursLater(start, amount);
    case "days":
      return daysLater(start, amount);
    case "weeks":
      return weeksLater(start, amount);
    case "months":
      return monthsLater(start, amount);
    case "working-days":
      return closing(start, amount);
  }
}

const many = { numRuns: 2500, seed: 20260105 };

test("the holidays of twenty years follow from Easter and the King's birthday", () => {
  const listed = (year: number) => netherlands.holidays.filter((date) => date.startsWith(`${year}-`));
  for (const year of years) expect(listed(year)).toEqual(holidaysOf(year));
  // 27 April is a Sunday then.
  for (const year of [2031, 2036, 2042]) expect(listed(year)).toContain(`${year}-04-26`);
});

describe("whenever a period starts in twenty years", () => {
  test("it ends where the calendar says, and never before it began (B9, B20, B21)", () => {
    fc.assert(
      fc.property(moments, periods, (start, period) => {
        const end = endOf(iso(start), period, calendar);
        expect(end).toBe(iso(expectedEnd(start, period)));
        expect(Date.parse(end)).toBeGreaterThan(start);
      }),
      many,
    );
  });

  test("each awkward moment by itself, with each term that a procedure has", () => {
    const terms: readonly Period[] = [
      { amount: 24, unit: "hours" },
      { amount: 1, unit: "weeks" },
      { amount: 1, unit: "months" },
      { amount: 1, unit: "working-days" },
      { amount: 5, unit: "working-days" },
    ];
    for (const start of awkward) {
      for (const term of terms) {
        expect([iso(start), term, endOf(iso(start), term, calendar)]).toEqual([
          iso(start),
          term,
          iso(expectedEnd(start, term)),
        ]);
      }
    }
  });

  test("24 hours are elapsed hours, whatever the clock on the wall does (B9)", () => {
    fc.assert(
      fc.property(moments, (start) => {
        expect(Date.parse(endOf(iso(start), { amount: 24, unit: "hours" }, calendar)) - start).toBe(day);
      }),
      many,
    );
  });

  test("a week and a month end at the same time on the wall, unless the wall jumps over it (B20, B21)", () => {
    fc.assert(
      fc.property(moments, fc.constantFrom("weeks" as const, "months" as const), (start, unit) => {
        const shown = (at: number) => wall(at) % day;
        const end = Date.parse(endOf(iso(start), { amount: 1, unit }, calendar));
        const jumped = shown(start) >= 2 * hour && shown(start) < 3 * hour;
        expect(shown(end) - shown(start)).toBe(jumped && shown(end) !== shown(start) ? hour : 0);
        const days = Math.round((wall(end) - wall(start)) / day);
        if (unit === "weeks") expect(days).toBe(7);
        else expect(days >= 28 && days <= 31).toBe(true);
      }),
      many,
    );
  });

  test("a month ends on the same day of the next month, or on its last (B21)", () => {
    fc.assert(
      fc.property(moments, (start) => {
        const from = new Date(wall(start));
        const until = new Date(wall(Date.parse(endOf(iso(start), { amount: 1, unit: "months" }, calendar))));
        expect((until.getUTCMonth() - from.getUTCMonth() + 12) % 12).toBe(1);
        const isLast = new Date(until.getTime() + day).getUTCDate() === 1;
        const sameDay = until.getUTCDate() === from.getUTCDate();
        expect(sameDay || (isLast && until.getUTCDate() < from.getUTCDate())).toBe(true);
      }),
      many,
    );
  });

  test("working days end at closing time on a working day, with exactly that many in between", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 30 }), (start, amount) => {
        const end = wall(Date.parse(endOf(iso(start), { amount, unit: "working-days" }, calendar)));
        expect(end % day).toBe(17 * hour);
        expect(isWorkingDay(end)).toBe(true);
        expect(netherlands.holidays).not.toContain(dateOf(end));
        let counted = 0;
        for (let at = Math.floor(wall(start) / day) * day + day; at <= end; at += day)
          counted += isWorkingDay(at) ? 1 : 0;
        expect(counted).toBe(amount);
      }),
      { ...many, numRuns: 1500 },
    );
  });

  test("whoever starts later never ends earlier", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 40 * day }), periods, (start, more, period) => {
        const end = (at: number) => Date.parse(endOf(iso(at), period, calendar));
        const [first, second] = [end(start), end(start + more)];
        switch (period.unit) {
          case "hours":
          case "working-days":
            expect(second).toBeGreaterThanOrEqual(first);
            break;
          case "days":
          case "weeks":
            // But for the hour that comes twice in an autumn night: the wall shows it twice, the moment is one.
            expect(second).toBeGreaterThanOrEqual(first - hour);
            break;
          case "months":
            // The 30th and the 31st may end on the same day, each at its own time.
            expect(dateOf(wall(second)) >= dateOf(wall(first))).toBe(true);
        }
      }),
      many,
    );
  });
});

describe("whenever somebody has to be reminded", () => {
  test("it is in working hours, at once when it is so already, else when the office opens next", () => {
    fc.assert(
      fc.property(moments, (at) => {
        const reminded = Date.parse(nextWorkingMoment(iso(at), calendar));
        expect(reminded).toBe(nextOpen(at));
        expect(isOpen(reminded)).toBe(true);
        expect(reminded).toBeGreaterThanOrEqual(at);
      }),
      many,
    );
  });

  test("the last working day begins before the deadline, and no other begins in between", () => {
    fc.assert(
      fc.property(moments, (deadline) => {
        const opens = Date.parse(lastOpeningBefore(iso(deadline), calendar));
        expect(opens).toBe(lastOpening(deadline));
        expect(opens).toBeLessThan(deadline);
        expect(isOpen(opens)).toBe(true);
        expect(opening(opens, 1)).toBeGreaterThanOrEqual(deadline);
      }),
      many,
    );
  });

  test("opening times are counted in working days, forwards and back", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: -12, max: 12 }), (at, days) => {
        expect(openingAfter(iso(at), days, calendar)).toBe(iso(opening(at, days)));
      }),
      many,
    );
  });

  test("half of the time is neither before its beginning nor after its end", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 400 * day }), (from, length) => {
        const half = Date.parse(halfway(iso(from), iso(from + length)));
        expect(half - from).toBe(Math.floor(length / 2));
      }),
      many,
    );
  });
});

describe("whenever the clock of the outcome is stopped", () => {
  const owner = "role:project-manager" as const;
  const stops = fc.array(
    fc.record({
      after: fc.integer({ min: 1, max: 5 * day }),
      days: fc.integer({ min: 1, max: 12 }),
      for: fc.double({ min: 0, max: 1.5, noNaN: true }),
    }),
    { minLength: 1, maxLength: 4 },
  );

  test("as much of it is left when it runs again as there was before, also when it is restarted early (B21)", () => {
    fc.assert(
      fc.property(moments, stops, (start, all) => {
        const subject = new CaseUnderTest(procedures.learnworks, iso(start)).perform(
          "assess",
          answers.handle,
          iso(start),
        );
        const due = () => Date.parse(dueAt("decision", subject.dossier, subject.procedure));
        expect(due()).toBe(monthsLater(start, 1));
        let now = start;
        for (const stop of all) {
          now += stop.after;
          if (now >= due()) return;
          const left = due() - now;
          const reason = "Wij wachten op de klager.";
          const pauseUntil = dateOf(wall(now) + stop.days * day);
          act(subject, "pause-clock", owner, { pauseUntil, reason }, iso(now));
          const planned = due() - left;
          expect(wall(planned) % day).toBe(17 * hour);
          const restart = now + Math.floor((planned - now) * stop.for);
          if (restart < planned) act(subject, "restart-clock", owner, { reason }, iso(restart));
          now = Math.min(restart, planned);
          expect(due() - now).toBe(left);
          expect(isPaused(subject.dossier, iso(now))).toBe(false);
        }
      }),
      { numRuns: 600, seed: 20260105 },
    );
  });
});
