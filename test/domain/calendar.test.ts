import { describe, expect, test } from "vitest";
import { endOf, lastOpeningBefore, nextWorkingMoment, type Period } from "../../shared/domain/calendar.ts";
import { calendarOf } from "../../shared/domain/clocks.ts";
import { procedures } from "../support/case-under-test.ts";

const calendar = calendarOf(procedures.learnworks);

describe("a period ends", () => {
  test.each<[string, string, Period, string]>([
    [
      "24 hours are elapsed hours, also in the night that loses one",
      "2026-03-28T12:00:00.000Z",
      { amount: 24, unit: "hours" },
      "2026-03-29T12:00:00.000Z",
    ],
    [
      "a week ends at the same local time over the change to summer time",
      "2026-03-26T09:00:00.000Z",
      { amount: 1, unit: "weeks" },
      "2026-04-02T08:00:00.000Z",
    ],
    [
      "a week ends at the same local time over the change to winter time",
      "2026-10-22T08:00:00.000Z",
      { amount: 1, unit: "weeks" },
      "2026-10-29T09:00:00.000Z",
    ],
    [
      "31 January and a month is 28 February",
      "2026-01-31T11:00:00.000Z",
      { amount: 1, unit: "months" },
      "2026-02-28T11:00:00.000Z",
    ],
    [
      "31 January and a month is 29 February in a leap year",
      "2028-01-31T11:00:00.000Z",
      { amount: 1, unit: "months" },
      "2028-02-29T11:00:00.000Z",
    ],
    [
      "two working days from Thursday is Monday at closing time",
      "2026-01-08T10:00:00.000Z",
      { amount: 2, unit: "working-days" },
      "2026-01-12T16:00:00.000Z",
    ],
    [
      "King's Day and the weekend before it are no working days",
      "2026-04-24T10:00:00.000Z",
      { amount: 1, unit: "working-days" },
      "2026-04-28T15:00:00.000Z",
    ],
    [
      "Easter Monday is no working day",
      "2026-04-02T10:00:00.000Z",
      { amount: 2, unit: "working-days" },
      "2026-04-07T15:00:00.000Z",
    ],
  ])("%s", (_why, start, period, end) => {
    expect(endOf(start, period, calendar)).toBe(end);
  });
});

describe("a reminder waits for working hours", () => {
  test.each([
    ["within working hours it does not move", "2026-01-06T10:30:00.000Z", "2026-01-06T10:30:00.000Z"],
    ["early in the morning it waits for nine o'clock", "2026-01-06T05:00:00.000Z", "2026-01-06T08:00:00.000Z"],
    ["in the evening it waits for tomorrow", "2026-01-06T16:00:00.000Z", "2026-01-07T08:00:00.000Z"],
    ["on Saturday it waits for Monday", "2026-01-10T11:00:00.000Z", "2026-01-12T08:00:00.000Z"],
    [
      "at Christmas it waits until after the second day and the weekend",
      "2026-12-25T11:00:00.000Z",
      "2026-12-28T08:00:00.000Z",
    ],
  ])("%s", (_why, moment, moved) => {
    expect(nextWorkingMoment(moment, calendar)).toBe(moved);
  });
});

test.each([
  ["the morning of the same day", "2026-01-07T16:00:00.000Z", "2026-01-07T08:00:00.000Z"],
  ["the working day before a deadline at night", "2026-01-07T02:00:00.000Z", "2026-01-06T08:00:00.000Z"],
  ["Friday before a deadline on Sunday", "2026-01-11T12:00:00.000Z", "2026-01-09T08:00:00.000Z"],
])("the last working day begins on %s", (_which, deadline, opening) => {
  expect(lastOpeningBefore(deadline, calendar)).toBe(opening);
});
