import { describe, expect, test } from "vitest";
import { courseKey } from "../../shared/domain/register/course-key.ts";
import { searchedTokens, tokensOf } from "../../shared/domain/register/word-tokens.ts";
import type { Write } from "../../shared/ports.ts";
import { listedIn, listFiles } from "../../shared/store/listings.ts";
import { searchFiles } from "../../shared/store/search.ts";
import { answers, CaseUnderTest, procedures, trainer } from "../support/case-under-test.ts";
import { StoredCases } from "./stored-cases.ts";

const { learnworks, sterker } = procedures;

const hour = 60 * 60_000;
async function withCases(count: number) {
  const world = new StoredCases();
  const cases = [];
  for (let at = 0; at < count; at += 1) {
    cases.push(await world.file(learnworks));
    world.clock.at = new Date(Date.parse(world.clock.at) + hour).toISOString();
  }
  const list = (name: string, more: Partial<Parameters<typeof listFiles>[2]> = {}) =>
    listFiles(world.items, "learnworks", { list: name, limit: 10, ...more });
  const ids = async (name: string, more: Partial<Parameters<typeof listFiles>[2]> = {}) =>
    (await list(name, more)).entries.map(({ caseId }) => caseId);
  return { world, cases, list, ids };
}

describe("the lists of an organisation (B10)", () => {
  test("come page by page, oldest or newest first", async () => {
    const { list } = await withCases(5);

    const first = await list("complaints", { limit: 2, descending: true });
    const second = await list("complaints", { limit: 2, descending: true, cursor: first.cursor ?? "" });
    const third = await list("complaints", { limit: 2, descending: true, cursor: second.cursor ?? "" });

    expect([first, second, third].map(({ entries }) => entries.map(({ caseId }) => caseId))).toEqual([
      ["case5", "case4"],
      ["case3", "case2"],
      ["case1"],
    ]);
    expect(third.cursor).toBeUndefined();
  });

  test("say by what they are sorted", async () => {
    const { list } = await withCases(1);
    expect((await list("complaints")).entries).toEqual([{ caseId: "case1", sort: "2026-01-05T09:00:00.000Z" }]);
    // A month after it came in (B21).
    expect((await list("open")).entries).toEqual([{ caseId: "case1", sort: "2026-02-05T09:00:00.000Z" }]);
  });

  test("what has most haste stands first among what is open, also when its date moves", async () => {
    const { cases, ids } = await withCases(2);
    const delay = { newDate: "2026-03-02", delayWhy: "other", delayReason: "Er is veel te lezen." };
    await cases[0]?.act("announce-delay", delay);
    expect(await ids("open")).toEqual(["case2", "case1"]);
  });

  test("a case goes from list to list with what is decided about it", async () => {
    const { cases, ids } = await withCases(1);
    expect(await ids("channel:email")).toEqual(["case1"]);
    expect(await ids("category:trainer")).toEqual([]);
    await cases[0]?.perform("assess", { ...answers.handle, ...trainer, course: "Tillen & verplaatsen" });
    expect(await ids("category:trainer")).toEqual(["case1"]);
    expect(await ids("of:tillen-verplaatsen")).toEqual(["case1"]);
    await cases[0]?.hear(answers.account);
    await cases[0]?.perform("establish-facts", { ...answers.facts, category: "materials" });
    expect(await ids("category:trainer")).toEqual([]);
    expect(await ids("category:materials")).toEqual(["case1"]);
    expect(await ids("cause:agreements")).toEqual(["case1"]);
  });

  test("of tasks are there for each colleague, with the task and when it is due, until it is done (B17)", async () => {
    const { world, cases, list } = await withCases(1);
    const one = cases[0];
    await one?.do({ type: "OpenTask", kind: "assess", requestId: "entry-1" });
    expect((await list("tasks:role:office-manager")).entries).toEqual([
      { caseId: "case1", sort: (await one?.load())?.tasks[0]?.dueAt, name: "assess-1" },
    ]);
    const posted = answers.notAComplaint;
    await one?.do({ type: "AnswerTask", taskId: "assess-1", by: "role:office-manager", posted });
    expect((await list("tasks:role:office-manager")).entries).toEqual([]);
    expect(world.items.transactions.every((writes) => writes.length <= 100)).toBe(true);
  });

  test("name the cases that must be kept from a colleague", async () => {
    const { cases, ids } = await withCases(2);
    const colleague = learnworks.people.at(-1)?.id ?? "";
    await cases[0]?.perform("assess", { ...answers.handle, respondentStaff: colleague });
    expect(await ids(`involved:${colleague}`)).toEqual(["case1"]);
  });

  test("of measures tell which are still to be done, the first due first (A28)", async () => {
    const { world, ids, list } = await withCases(1);
    const owner = `person:${learnworks.people[0]?.id}` as const;
    const measure = { measureType: "process", source: "other", agreedBy: owner, owner, cases: [] } as const;
    const dueAt = "2026-03-02T16:00:00.000Z";
    const later = await world.cases.agreeMeasure("learnworks", { ...measure, text: "Vaste locatie.", dueAt });
    const sooner = await world.cases.agreeMeasure("learnworks", {
      ...measure,
      text: "Nieuw materiaal.",
      dueAt: "2026-02-02T16:00:00.000Z",
    });
    expect(await ids("measures-open")).toEqual([sooner.caseId, later.caseId]);
    expect((await list("measures-open")).entries.at(-1)?.sort).toBe(dueAt);
    expect(await ids("complaints")).toEqual(["case1"]);
  });

  test("have nothing of another organisation", async () => {
    const { world, ids } = await withCases(1);
    const other = await world.file(sterker);
    expect(await ids("complaints")).not.toContain(other.id);
  });
});

describe("a search by words", () => {
  const people = [
    ["Sanne de Wit", "sanne.dewit@zorggroep.example", "Klacht over de training"],
    ["Renée Smits", "r.smits@gemeente.example", "Materiaal kwam te laat"],
    ["Sander Wittekamp", "sander@zorggroep.example", "Vraag over een training"],
  ] as const;

  async function found(words: string) {
    const world = new StoredCases();
    for (const [name, email, subject] of people) {
      await world.file(learnworks, { complainant: { name, email }, subject });
      world.clock.at = new Date(Date.parse(world.clock.at) + hour).toISOString();
    }
    return (await searchFiles(world.items, "learnworks", words)).files.map(({ caseId }) => caseId);
  }

  test.each<[string, string, readonly string[]]>([
    ["a name", "Smits", ["case2"]],
    ["the beginning of a name, newest first", "san", ["case3", "case1"]],
    ["a name without its accent", "renee", ["case2"]],
    ["two words, both of which must be there", "sanne wit", ["case1"]],
    ["an address", "R.Smits@gemeente.example", ["case2"]],
    ["a number", "lw-2026-0003", ["case3"]],
    ["a word of the subject", "materiaal", ["case2"]],
    ["a word that is nowhere", "kantine", []],
    ["one of the words nowhere", "sanne kantine", []],
    ["only signs", " % _ ", []],
    ["nothing", "", []],
  ])("%s finds what it should: %s", async (_what, words, expected) => {
    expect(await found(words)).toEqual(expected);
  });

  test("finds somebody named later by their name and address, for a person may ask what we have of them", async () => {
    const world = new StoredCases();
    const one = await world.file(learnworks);
    await one.perform("assess", { ...answers.handle, ...trainer, client: "Zorggroep Oost, inkoop@oost.example" });
    for (const words of ["kuipers", "bram.kuipers@trainers.example", "oost"]) {
      expect((await searchFiles(world.items, "learnworks", words)).files).toHaveLength(1);
    }
  });

  test("of a word that more cases have than are looked at finds the newest, and says that there are more", async () => {
    const { items } = new StoredCases();
    const day = (at: number) => new Date(Date.parse("2024-01-01T09:00:00.000Z") + at * 24 * hour).toISOString();
    const placed = Array.from({ length: 501 }, (_, at): Write => {
      const listing = { list: "word:jan", sort: `jansen#${day(at)}`, name: "jansen" };
      const key = { pk: `CASE#learnworks#case${at}`, sk: "LIST#word:jan#jansen" };
      return { put: { ...key, ...listedIn("learnworks", listing, `case${at}`) } };
    });
    for (let at = 0; at < placed.length; at += 100) await items.transact(placed.slice(at, at + 100));

    const { files, tooMany } = await searchFiles(items, "learnworks", "jansen", 600);

    expect(files[0]).toEqual({ caseId: "case500", registeredAt: day(500) });
    expect(tooMany).toBe(true);
    expect((await searchFiles(items, "learnworks", "jan", 10)).tooMany).toBe(true);
    expect((await searchFiles(items, "learnworks", "kantine")).tooMany).toBe(false);
  });

  test("keeps twenty words of a case at most, people before subjects", () => {
    const subject = Array.from({ length: 40 }, (_, at) => `woord${at}`).join(" ");
    const tokens = tokensOf(new CaseUnderTest(learnworks, undefined, {}, { subject }).dossier);
    expect(tokens).toHaveLength(20);
    expect(tokens.slice(0, 6)).toEqual([
      "lw-2026-0001",
      "sanne.dewit@zorggroep.example",
      "sanne",
      "de",
      "wit",
      "woord0",
    ]);
  });

  test("compares the words of a question as those of a case", () => {
    expect(searchedTokens("  Début  LW-2026-0001 Jan-Willem ")).toEqual(["debut", "lw-2026-0001", "jan", "willem"]);
  });
});

describe("the key of a course", () => {
  test.each([
    ["Tilcursus", "tilcursus"],
    ["  TILCURSUS ", "tilcursus"],
    ["Omgaan met agressie (début)", "omgaan-met-agressie-debut"],
    ["Niveau 3 / 4", "niveau-3-4"],
    ["x".repeat(300), "x".repeat(60)],
  ])("%s → %s: spelling does not make two of one", (name, key) => {
    expect(courseKey(name)).toBe(key);
  });

  test("there is none when nothing was written", () => {
    expect(courseKey(" - ")).toBeUndefined();
  });
});
