import { describe, expect, test } from "vitest";
import { dateInWords, momentInWords } from "../../shared/letters/wording/moment.ts";

describe("a moment in words, in Amsterdam", () => {
  test.each([
    {
      title: "winter",
      at: "2026-01-07T16:00:00.000Z",
      nl: "woensdag 7 januari 2026 om 17.00 uur",
      en: "Wednesday 7 January 2026 at 17:00",
    },
    {
      title: "summer",
      at: "2026-07-07T15:00:00.000Z",
      nl: "dinsdag 7 juli 2026 om 17.00 uur",
      en: "Tuesday 7 July 2026 at 17:00",
    },
    {
      title: "last minute of winter time",
      at: "2026-03-29T00:59:00.000Z",
      nl: "zondag 29 maart 2026 om 01.59 uur",
      en: "Sunday 29 March 2026 at 01:59",
    },
    {
      title: "first minute of summer time",
      at: "2026-03-29T01:00:00.000Z",
      nl: "zondag 29 maart 2026 om 03.00 uur",
      en: "Sunday 29 March 2026 at 03:00",
    },
    {
      title: "first minute of winter time",
      at: "2026-10-25T01:00:00.000Z",
      nl: "zondag 25 oktober 2026 om 02.00 uur",
      en: "Sunday 25 October 2026 at 02:00",
    },
    {
      title: "midnight is the new day",
      at: "2026-06-30T22:00:00.000Z",
      nl: "woensdag 1 juli 2026 om 00.00 uur",
      en: "Wednesday 1 July 2026 at 00:00",
    },
    {
      title: "the local new year",
      at: "2026-12-31T23:30:00.000Z",
      nl: "vrijdag 1 januari 2027 om 00.30 uur",
      en: "Friday 1 January 2027 at 00:30",
    },
  ])("$title: $nl", ({ at, nl, en }) => {
    expect(momentInWords(at, "nl", "Europe/Amsterdam")).toBe(nl);
    expect(momentInWords(at, "en", "Europe/Amsterdam")).toBe(en);
  });
});

test("a date without a time is that day everywhere", () => {
  expect(dateInWords("2026-03-29", "nl")).toBe("zondag 29 maart 2026");
  expect(dateInWords("volgende week", "nl")).toBe("volgende week");
});
