import { describe, expect, test } from "vitest";
import { everyOrganisation } from "../../procedures/all.ts";
import { learnworks } from "../../procedures/learnworks.ts";
import { dutchHolidays, years } from "../../procedures/netherlands.generate.ts";
import { netherlands } from "../../procedures/netherlands.ts";
import { sterker } from "../../procedures/sterker.ts";
import { InvalidProcedure, type ProcedureFile, parseProcedure } from "../../shared/domain/procedure.ts";

function mistakes(change: (file: ProcedureFile) => unknown): string {
  try {
    parseProcedure("procedures/learnworks.ts", change(learnworks));
  } catch (error) {
    if (error instanceof InvalidProcedure) return error.message;
    throw error;
  }
  throw new Error("The mistake was not noticed.");
}

test.each([
  ["Learnworks", learnworks],
  ["Sterker", sterker],
])("the procedure of %s has no mistakes", (_name, file) => {
  expect(parseProcedure("file", file).id).toBe(file.id);
});

describe("a mistake is refused with file, field and reason", () => {
  const changedRole = (file: ProcedureFile, change: object) => ({
    ...file,
    roles: file.roles.map((role, index) => (index === 0 ? { ...role, ...change } : role)),
  });

  const changedPerson = (file: ProcedureFile, change: object) => ({
    ...file,
    people: file.people.map((person, index) => (index === 1 ? { ...person, ...change } : person)),
  });

  test.each<[string, (file: ProcedureFile) => unknown, string]>([
    [
      "a responsibility for an unknown role",
      (file) => ({ ...file, responsibilities: { ...file.responsibilities, writer: "secretary" } }),
      "responsibilities.writer: there is no role `secretary`",
    ],
    [
      "a review that is there twice",
      (file) => ({ ...file, learning: { ...file.learning, reviews: ["yearly", "quarterly", "yearly"] } }),
      "learning.reviews[2]: `yearly` is there twice",
    ],
    [
      "a list from which nothing can be chosen any more",
      (file) => ({ ...file, causes: file.causes.map((one) => ({ ...one, retired: true })) }),
      "causes: all are retired; nothing is left to choose",
    ],
    [
      "a rise without enough months to compare with",
      (file) => ({
        ...file,
        learning: {
          ...file.learning,
          signals: { ...file.learning.signals, rise: { baselineMonths: 5, atLeast: 3 } },
        },
      }),
      "learning.signals.rise.baselineMonths",
    ],
    [
      "a role held by nobody we know",
      (file) => changedRole(file, { holder: "nobody" }),
      "roles[0].holder: there is no person `nobody`",
    ],
    ["a role without a deputy", (file) => changedRole(file, { deputy: undefined }), "roles[0].deputy: is missing"],
    [
      "a role that is its own deputy",
      (file) => changedRole(file, { deputy: "ingrid" }),
      "roles[0].deputy: the deputy must be somebody else than the holder",
    ],
    [
      "a role above that does not exist",
      (file) => changedRole(file, { above: "board" }),
      "roles[0].above: there is no role `board`",
    ],
    [
      "roles above each other in a circle",
      (file) => ({
        ...file,
        roles: file.roles.map((role) => (role.id === "director" ? { ...role, above: "project-manager" } : role)),
      }),
      "lead back to itself",
    ],
    [
      "a clock without a duty",
      (file) => ({ ...file, clocks: file.clocks.map(({ duty: _duty, ...clock }) => clock) }),
      "clocks[0].duty: is missing",
    ],
    [
      "a clock with something else for a duty",
      (file) => ({ ...file, clocks: file.clocks.map((clock) => ({ ...clock, duty: "C12" })) }),
      "clocks[0].duty: there is no duty `C12` in `duties`",
    ],
    [
      "a duty that is no duty's id",
      (file) => ({ ...file, clocks: file.clocks.map((clock) => ({ ...clock, duty: "b9" })) }),
      "clocks[0].duty: name a duty such as `A16`, or `house`",
    ],
    [
      "a term for a duty that is not listed",
      (file) => ({ ...file, tasks: { ...file.tasks, assess: { ...file.tasks.assess, duty: "B99" } } }),
      "tasks.assess.duty: there is no duty `B99` in `duties`",
    ],
    [
      "a duty with a proof that nobody computes",
      (file) => ({ ...file, duties: file.duties.map((duty) => ({ ...duty, proof: "by-hand" })) }),
      "duties[0].proof: ",
    ],
    [
      "a clock that is missing",
      (file) => ({ ...file, clocks: file.clocks.slice(1) }),
      "clocks: the clock `receipt` is missing",
    ],
    [
      "an id used twice",
      (file) => ({ ...file, categories: [...file.categories, file.categories[0]] }),
      "categories[7].id: `trainer` is used twice",
    ],
    [
      "a task on the path without a term",
      (file) => ({ ...file, tasks: { ...file.tasks, solve: undefined } }),
      "tasks.solve: is missing",
    ],
    [
      "a term for a task of the other way of handling",
      (file) => ({ ...file, tasks: { ...file.tasks, "give-judgment": file.tasks.solve } }),
      "tasks.give-judgment: this task does not exist with these branches",
    ],
    [
      "a branch without the terms of its tasks",
      (file) => ({ ...file, branches: { ...file.branches, mediation: true } }),
      "tasks.consent-to-talk: is missing",
    ],
    [
      "a copy for a role that does not exist",
      (file) => ({ ...file, copies: ["board"] }),
      "copies[0]: there is no role `board`",
    ],
    [
      "consulting without anybody to consult",
      (file) => ({ ...file, consultable: [] }),
      "consultable: name a role at least",
    ],
    [
      "a phase that no step shows",
      (file) => ({ ...file, steps: file.steps.filter(({ phases }) => !phases.includes("feedback")) }),
      "steps: no step shows the phase `feedback`",
    ],
    [
      "a house that writes in a language that it does not have",
      (file) => ({ ...file, house: { ...file.house, languages: ["en"] } }),
      "house.language: is not among `house.languages`",
    ],
    [
      "a colleague who reads a language that the house does not write",
      (file) => ({ ...changedPerson(file, { language: "en" }), house: { ...file.house, languages: ["nl"] } }),
      "people[1].language: is not among `house.languages`",
    ],
    [
      "an absence that is no date",
      (file) => changedPerson(file, { absences: [{ from: "2026-02-30", until: "2026-03-01" }] }),
      "people[1].absences[0].from: ",
    ],
    [
      "an absence that ends before it begins",
      (file) => changedPerson(file, { absences: [{ from: "2026-08-14", until: "2026-08-01" }] }),
      "people[1].absences[0].until: is before `from`",
    ],
    [
      "a clock that warns nobody",
      (file) => ({ ...file, clocks: file.clocks.map((clock) => ({ ...clock, warnings: [] })) }),
      "clocks[0].warnings: say who is told",
    ],
    [
      "a time zone that does not exist",
      (file) => ({ ...file, calendar: { ...file.calendar, timeZone: "Europe/Utrecht" } }),
      "calendar.timeZone: there is no time zone `Europe/Utrecht`",
    ],
    [
      "two people with one mailbox",
      (file) => changedPerson(file, { email: "Ingrid.Bakker+werk@learnworks.example" }),
      "people[1].email: is the mailbox of `ingrid` too",
    ],
    [
      "somebody who reads mail at the complaints address",
      (file) => changedPerson(file, { email: "Klachten@learnworks.example" }),
      "people[1].email: is the complaints address",
    ],
    [
      "an administrator who reads mail at the complaints address",
      (file) => ({ ...file, administrator: { ...file.administrator, email: "Klachten@learnworks.example" } }),
      "administrator.email: is the complaints address",
    ],
    [
      "an administrator in a language that the house does not write",
      (file) => ({
        ...file,
        house: { ...file.house, languages: ["nl"] },
        administrator: { ...file.administrator, language: "en" },
      }),
      "administrator.language: is not among `house.languages`",
    ],
    [
      "nobody who is told when mail to a colleague comes back",
      ({ administrator: _nobody, ...file }) => file,
      "administrator: is missing",
    ],
    [
      "a complaints address behind which no reply key fits",
      (file) => ({ ...file, house: { ...file.house, complaintsAddress: "info+klachten@learnworks.example" } }),
      "house.complaintsAddress: leave out the `+`",
    ],
    [
      "a director with somebody above",
      (file) => ({
        ...file,
        roles: [
          ...file.roles.map((role) => (role.id === "director" ? { ...role, above: "board" } : role)),
          { id: "board", title: { nl: "bestuur", en: "board" }, holder: "joost", deputy: "ingrid" },
        ],
      }),
      "roles[3].above: the director is the last who is told",
    ],
    [
      "a role above that is held by the same person",
      (file) => changedRole(file, { holder: "farah" }),
      "roles[0].above: `project-manager` has the same holder",
    ],
    ["a word that means nothing", (file) => ({ ...file, colour: "blue" }), 'Unrecognized key: "colour"'],
    [
      "an address that is none",
      (file) => ({ ...file, house: { ...file.house, complaintsAddress: "klachten" } }),
      "house.complaintsAddress: Invalid email address",
    ],
  ])("%s", (_what, change, reason) => {
    const message = mistakes(change);
    expect(message).toContain("procedures/learnworks.ts cannot be used:");
    expect(message).toContain(reason);
  });

  test("all mistakes are told at once", () => {
    const message = mistakes((file) => ({
      ...file,
      responsibilities: { ...file.responsibilities, intake: "x", owner: "y" },
    }));
    expect(message).toContain("`x`");
    expect(message).toContain("`y`");
  });
});

describe("two organisations", () => {
  const other = (change: Partial<ProcedureFile["house"]>, id = "buur") => ({
    "procedures/learnworks.ts": learnworks,
    "procedures/buur.ts": {
      ...learnworks,
      id,
      house: { ...learnworks.house, complaintsAddress: "klachten@buur.example", numberPrefix: "BU", ...change },
    },
  });

  test("that differ are both served, in the order of their files", () => {
    expect(everyOrganisation(other({})).map(({ id }) => id)).toEqual(["learnworks", "buur"]);
  });

  test.each([
    { title: "id", files: other({}, "learnworks"), field: "id" },
    {
      title: "complaints address",
      files: other({ complaintsAddress: "Klachten@Learnworks.example" }),
      field: "house.complaintsAddress",
    },
    { title: "number prefix", files: other({ numberPrefix: "LW" }), field: "house.numberPrefix" },
  ])("are refused with one $title", ({ files, field }) => {
    expect(() => everyOrganisation(files)).toThrow(
      new InvalidProcedure("procedures/buur.ts", [{ field, reason: "is the same as in procedures/learnworks.ts" }]),
    );
  });

  test("are checked each by itself too", () => {
    expect(() => everyOrganisation({ "procedures/leeg.ts": {} })).toThrow(/^procedures\/leeg\.ts cannot be used:/);
  });
});

describe("Dutch holidays", () => {
  test("are what the calendar library says", () => {
    expect(netherlands.holidays).toEqual(dutchHolidays(years.first, years.last));
  });

  test.each([
    ["King's Day moves off a Sunday", "2031-04-26"],
    ["Easter Monday", "2027-03-29"],
    ["Ascension Day", "2026-05-14"],
  ])("%s", (_which, date) => {
    expect(netherlands.holidays).toContain(date);
  });

  test("reach five years ahead: else run `npm run holidays` with later years", () => {
    expect(years.last).toBeGreaterThanOrEqual(new Date().getFullYear() + 5);
  });
});
