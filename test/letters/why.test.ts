import { describe, expect, test } from "vitest";
import { originalDueAt } from "../../shared/domain/clocks.ts";
import type { Dossier, Task } from "../../shared/domain/dossier.ts";
import { countedInWords } from "../../shared/letters/wording/arithmetic.ts";
import {
  whyClock,
  whyClockEndsThen,
  whyTask,
  whyTaskIsDueThen,
  whyWePromise,
} from "../../shared/letters/wording/why.ts";
import { CaseUnderTest, mondayMorning, procedures } from "../support/case-under-test.ts";

const { learnworks, sterker } = procedures;

describe("the arithmetic of a date", () => {
  test.each([
    {
      title: "a day is 24 elapsed hours",
      start: mondayMorning,
      length: { amount: 24, unit: "hours" },
      says: ["24 uur na maandag 5 januari 2026 om 10.00 uur is dinsdag 6 januari 2026 om 10.00 uur."],
    },
    {
      title: "also in the night that summer time begins (B9)",
      start: "2026-03-28T11:00:00.000Z",
      length: { amount: 24, unit: "hours" },
      says: [
        "24 uur na zaterdag 28 maart 2026 om 12.00 uur is zondag 29 maart 2026 om 13.00 uur.",
        "In die tijd ging de klok een uur vooruit.",
      ],
    },
    {
      title: "and in the night that it ends",
      start: "2026-10-24T10:00:00.000Z",
      length: { amount: 24, unit: "hours" },
      says: [
        "24 uur na zaterdag 24 oktober 2026 om 12.00 uur is zondag 25 oktober 2026 om 11.00 uur.",
        "In die tijd ging de klok een uur terug.",
      ],
    },
    {
      title: "a week is the same time of the local day (B20)",
      start: mondayMorning,
      length: { amount: 1, unit: "weeks" },
      says: ["1 week na maandag 5 januari 2026 is maandag 12 januari 2026, op dezelfde tijd."],
    },
    {
      title: "a month after 31 January is 28 February (B21)",
      start: "2026-01-31T10:00:00.000Z",
      length: { amount: 1, unit: "months" },
      says: [
        "1 maand na zaterdag 31 januari 2026 is zaterdag 28 februari 2026, op dezelfde tijd.",
        "Die maand heeft geen dag 31. Dan telt de laatste dag.",
      ],
    },
    {
      title: "or 29 February in a leap year",
      start: "2028-01-31T10:00:00.000Z",
      length: { amount: 1, unit: "months" },
      says: [
        "1 maand na maandag 31 januari 2028 is dinsdag 29 februari 2028, op dezelfde tijd.",
        "Die maand heeft geen dag 31. Dan telt de laatste dag.",
      ],
    },
    {
      title: "working days leave out weekends and name each holiday",
      start: "2026-04-02T08:00:00.000Z",
      length: { amount: 2, unit: "working-days" },
      says: [
        "2 werkdagen na donderdag 2 april 2026 is woensdag 8 april 2026, aan het eind van de dag.",
        "Zaterdag en zondag tellen niet mee.",
        "Vrijdag 3 april 2026 is een feestdag en telt niet mee.",
        "Maandag 6 april 2026 is een feestdag en telt niet mee.",
      ],
      holidays: ["2026-04-03", "2026-04-06"],
    },
  ] as const)("$title", ({ start, length, says, ...own }) => {
    const holidays = "holidays" in own ? own.holidays : learnworks.calendar.holidays;
    const procedure = { ...learnworks, calendar: { ...learnworks.calendar, holidays } };
    expect(countedInWords(start, length, procedure, "nl")).toEqual(says);
  });
});

describe("a clock of the case", () => {
  const decision = clockOf("decision");

  test("says the duty, the rule and the arithmetic", () => {
    const { dossier } = new CaseUnderTest(learnworks);
    expect(whyClock(decision, dossier, learnworks, "en")).toEqual({
      duty: "B21",
      rule: "That is 1 month after the complaint came in.",
      basis: "procedure",
      arithmetic: ["1 month after Monday 5 January 2026 is Thursday 5 February 2026, at the same time."],
    });
  });

  test("names the duty to colleagues only, and to others no sum that the rule says already", () => {
    const { dossier } = new CaseUnderTest(learnworks);
    expect(whyClockEndsThen(decision, dossier, learnworks, "nl")).toBe(
      "Dat is 1 maand nadat de klacht binnenkwam. Zo staat het in de klachtenregeling (B21). 1 maand na maandag 5 januari 2026 is donderdag 5 februari 2026, op dezelfde tijd.",
    );
    expect(whyWePromise(decision, dossier, learnworks, "nl")).toBe(
      "Dat is 1 maand nadat de klacht binnenkwam. Dat staat in onze klachtenregeling.",
    );
  });

  test("that is too short for the day tells that to everybody", () => {
    const { dossier } = new CaseUnderTest(learnworks, "2026-01-31T10:00:00.000Z");
    expect(whyWePromise(decision, dossier, learnworks, "nl")).toContain("Die maand heeft geen dag 31.");
  });

  test("of a house default says that the house chose it, without a duty that it does not have", () => {
    const { dossier } = new CaseUnderTest(sterker);
    const own = sterker.clocks.find(({ id }) => id === "decision") ?? decision;
    expect(whyClock(own, dossier, sterker, "nl")).toMatchObject({ duty: undefined, basis: "house-default" });
    expect(whyClockEndsThen(own, dossier, sterker, "nl")).toContain("Sterker Leerhuis koos deze termijn zelf.");
    expect(whyWePromise(own, dossier, sterker, "nl")).toContain("Dat hebben wij zelf zo gekozen.");
  });

  test("that was moved says from when to when (B22), and that the rule gave the first date", () => {
    const from = originalDueAt("decision", mondayMorning, learnworks);
    const moved = changed({
      delays: [
        { at: "2026-02-02T09:00:00.000Z", by: "role:director", from, to: "2026-02-20T16:00:00.000Z", reason: "x" },
      ],
    });
    expect(whyWePromise(decision, moved, learnworks, "nl")).toBe(
      "Eerst was dat 1 maand nadat de klacht binnenkwam. Dat staat in onze klachtenregeling. Op maandag 2 februari 2026 lieten wij weten dat donderdag 5 februari 2026 om 10.00 uur niet lukt. De nieuwe datum is vrijdag 20 februari 2026 om 17.00 uur.",
    );
  });

  test("that stood still says from when until when, and what that makes of it (B21)", () => {
    const paused = changed({
      pauses: [
        { from: "2026-01-12T09:00:00.000Z", until: "2026-01-14T09:00:00.000Z", by: "role:director", reason: "x" },
      ],
    });
    expect(whyClock(decision, paused, learnworks, "nl").arithmetic.slice(1)).toEqual([
      "Van maandag 12 januari 2026 om 10.00 uur tot woensdag 14 januari 2026 om 10.00 uur staat de klok stil. Die tijd komt erbij.",
      "Zo wordt het zaterdag 7 februari 2026 om 10.00 uur.",
    ]);
  });

  test("does not count a pause from before the last announced date", () => {
    const from = originalDueAt("decision", mondayMorning, learnworks);
    const both = changed({
      pauses: [
        { from: "2026-01-12T09:00:00.000Z", until: "2026-01-14T09:00:00.000Z", by: "role:director", reason: "x" },
      ],
      delays: [
        { at: "2026-02-02T09:00:00.000Z", by: "role:director", from, to: "2026-02-20T16:00:00.000Z", reason: "x" },
      ],
    });
    expect(whyClock(decision, both, learnworks, "nl").arithmetic.join(" ")).not.toContain("staat de klok stil");
  });

  test("other than that of the outcome never moves", () => {
    const from = originalDueAt("decision", mondayMorning, learnworks);
    const delays = [
      { at: mondayMorning, by: "role:director" as const, from, to: "2026-02-20T16:00:00.000Z", reason: "x" },
    ];
    expect(whyClock(clockOf("response"), changed({ delays }), learnworks, "nl").arithmetic).toHaveLength(1);
  });
});

describe("a task", () => {
  test("has the term of its kind, with the duty for colleagues", () => {
    const one = new CaseUnderTest(learnworks);
    const task = one.open("assess");
    expect(whyTaskIsDueThen(task, one.dossier, learnworks, "nl")).toBe(
      "Voor deze taak staan 2 werkdagen. Learnworks koos deze termijn zelf (B7). 2 werkdagen na maandag 5 januari 2026 is woensdag 7 januari 2026, aan het eind van de dag.",
    );
  });

  test("of somebody outside says how long they have, without codes", () => {
    const one = new CaseUnderTest(learnworks);
    const task = one.open("statement", mondayMorning, "complainant");
    expect(whyTaskIsDueThen(task, one.dossier, learnworks, "en")).toBe(
      "You have 1 week for this. We chose this term ourselves.",
    );
  });

  test("that serves a clock has that clock's reason (B20)", () => {
    const one = new CaseUnderTest(learnworks);
    const task = one.open("first-response");
    expect(whyTask(task, one.dossier, learnworks, "nl")).toEqual(
      whyClock(clockOf("response"), one.dossier, learnworks, "nl"),
    );
  });

  test("that came after its clock had run out has its own term", () => {
    const late = "2026-01-13T09:00:00.000Z";
    const one = new CaseUnderTest(learnworks);
    const task = one.open("first-response", late);
    expect(whyTask(task, one.dossier, learnworks, "nl").rule).toBe("Voor deze taak staat 1 werkdag.");
  });

  test("whose term was changed since is not given a sum that is wrong", () => {
    const one = new CaseUnderTest(learnworks);
    const task: Task = { ...one.open("assess"), dueAt: "2026-01-08T16:00:00.000Z" };
    expect(whyTask(task, one.dossier, learnworks, "nl").arithmetic).toEqual([]);
  });
});

function clockOf(id: "receipt" | "response" | "decision") {
  const found = learnworks.clocks.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No clock ${id}.`);
  return found;
}

function changed(facts: Partial<Pick<Dossier, "delays" | "pauses">>): Dossier {
  return { ...new CaseUnderTest(learnworks).dossier, ...facts };
}
