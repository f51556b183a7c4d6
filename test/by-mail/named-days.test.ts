import { describe, expect, test } from "vitest";
import { namedDays } from "../../shared/domain/tasks/by-mail/named-days.ts";

/** A Wednesday. */
const today = "2026-01-07";

describe("a day is found as people write it", () => {
  test.each([
    ["Vandaag gebeld.", "2026-01-07"],
    ["Ik heb haar vanochtend gesproken.", "2026-01-07"],
    ["I just now called.", "2026-01-07"],
    ["Gisteren gebeld.", "2026-01-06"],
    ["I called yesterday.", "2026-01-06"],
    ["Eergisteren was het gesprek.", "2026-01-05"],
    ["Klaar op 12 maart 2026.", "2026-03-12"],
    ["Klaar op 12-03-2026.", "2026-03-12"],
    ["Klaar op 12/3/2026.", "2026-03-12"],
    ["Klaar op 2026-03-12.", "2026-03-12"],
    ["Done on March 12.", "2026-03-12"],
    ["Done on March 12th, 2026.", "2026-03-12"],
    ["Done on the 12th of March.", "2026-03-12"],
    ["Op 3 jan. belde ik.", "2026-01-03"],
    ["Afgelopen vrijdag.", "2026-01-02"],
    ["Afgelopen woensdag.", "2025-12-31"],
    ["Komende maandag.", "2026-01-12"],
    ["Ik bel morgen.", "2026-01-08"],
    ["Overmorgen is het klaar.", "2026-01-09"],
  ])("%s is %s", (words, day) => {
    expect(namedDays(words, today)).toEqual([day]);
  });
});

test("a day without a year is the nearest one, also over the turn of the year", () => {
  expect(namedDays("Op 30 december belde ik.", today)).toEqual(["2025-12-30"]);
  expect(namedDays("Op 4 februari is het klaar.", "2025-12-20")).toEqual(["2026-02-04"]);
});

test("the same day said twice is one day, and two days are two", () => {
  expect(namedDays("Gisteren, op 6 januari, belde ik.", today)).toEqual(["2026-01-06"]);
  expect(namedDays("Gisteren gebeld, vandaag gemaild.", today).toSorted()).toEqual(["2026-01-06", "2026-01-07"]);
});

test.each([
  ["a day that does not exist", "Op 31-02-2026 of 30 februari."],
  ["a time of the day", "Goedemorgen, goede morgen, of morgenochtend om 12.30 uur."],
  ["a phone number", "Bel 06-12032026 of 010-12-03-20261."],
  ["a name before a number", "Gebeld met Jan 06 12345678."],
  ["a version", "Zie versie 12.03.2026.1 van het rooster."],
])("%s is no day", (_what, words) => {
  expect(namedDays(words, today)).toEqual([]);
});
