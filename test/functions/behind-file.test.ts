import { describe, expect, test } from "vitest";
import { behindFile } from "../../functions/web/behind-file.ts";
import type { OpenedLink } from "../../functions/web/opened-link.ts";
import { register } from "../../shared/domain/decide.ts";
import type { Measure } from "../../shared/domain/matter.ts";
import type { Party } from "../../shared/domain/party.ts";
import { complaint, mondayMorning, procedures } from "../support/case-under-test.ts";
import { setup, type World } from "../support/embedded-world.ts";

const { learnworks } = procedures;
const learning: Party = `role:${learnworks.responsibilities.learning}`;

const measure: Omit<Measure, "shielded"> = {
  measureType: "process",
  source: "case",
  sourceId: "case1",
  agreedBy: learning,
  owner: "role:director",
  dueAt: "2026-03-02T16:00:00.000Z",
  cases: ["case1", "case2"],
  text: "Afspraken vooraf bevestigen",
};

const signal = {
  rule: "repeated",
  dimension: "cause",
  code: "agreements",
  from: mondayMorning,
  until: mondayMorning,
  count: 3,
  cases: ["case1", "case2"],
} as const;

describe("what other files tell of a measure", () => {
  test("is the complaints behind it and the one it came from, by number (A28)", async () => {
    const world = await withComplaints(2);
    const { caseId } = await world.cases.agreeMeasure("learnworks", measure);
    const behind = await seenBy(world, caseId, learning);
    expect(behind.source?.number).toBe("LW-2026-0001");
    expect(behind.cases.map(({ number }) => number)).toEqual(["LW-2026-0001", "LW-2026-0002"]);
    expect(behind.cases.map(({ href }) => href)).toEqual([undefined, undefined]);
  });

  test("leads to those complaints at the desk", async () => {
    const world = await withComplaints(1);
    const { caseId } = await world.cases.agreeMeasure("learnworks", { ...measure, cases: ["case1"] });
    const desk = { rooms: [], name: "Farah Amrani", signOut: "/desk/out", elsewhere: [] };
    const behind = await seenBy(world, caseId, learning, { desk });
    expect(behind.cases[0]?.href).toBe("/desk/learnworks/case/case1");
  });

  test("is nothing of a complaint that turned out to be about its reader (B16)", async () => {
    const world = await withComplaints(2);
    const { caseId } = await world.cases.agreeMeasure("learnworks", measure);
    await about(world, "case1", learnworks.roles.find(({ id }) => learning === `role:${id}`)?.holder ?? "");
    const behind = await seenBy(world, caseId, learning);
    expect(behind.source).toBeUndefined();
    expect(behind.cases.map(({ number }) => number)).toEqual(["LW-2026-0002"]);
  });
});

describe("what other files tell of a pattern", () => {
  test("is its complaints, and the measures that came from it (B36, B37)", async () => {
    const world = await withComplaints(2);
    const { caseId } = await world.cases.openSignal("learnworks", signal);
    await world.cases.agreeMeasure("learnworks", { ...measure, source: "signal", sourceId: caseId });
    const behind = await seenBy(world, caseId, learning);
    expect(behind.cases).toHaveLength(2);
    expect(behind.measures.map(({ text, status }) => [text, status])).toEqual([
      ["Afspraken vooraf bevestigen", "open"],
    ]);
  });

  test("is how many complaints there were in each month, for what is counted", async () => {
    const world = await withComplaints(2);
    const counted = { ...signal, rule: "rise", dimension: "all" } as const;
    const { caseId } = await world.cases.openSignal("learnworks", counted);
    const { months } = await seenBy(world, caseId, learning);
    expect(months.map(({ month }) => month)).toEqual(["2026-01"]);
    const person = await world.cases.openSignal("learnworks", { ...signal, dimension: "respondent" });
    expect((await seenBy(world, person.caseId, learning)).months).toEqual([]);
  });
});

describe("what other files tell of a review", () => {
  test("is the measures that are open, but not those from a complaint about its reader (A27, A28)", async () => {
    const world = await withComplaints(2);
    const director = learnworks.roles.find(({ id }) => id === learnworks.responsibilities.director)?.holder ?? "";
    await about(world, "case2", director);
    await world.cases.agreeMeasure("learnworks", { ...measure, cases: ["case1"] });
    await world.cases.agreeMeasure("learnworks", { ...measure, owner: learning, cases: ["case2"], text: "Geheim" });
    const { caseId } = await world.cases.openReview("learnworks", {
      cycle: "yearly",
      from: "2025-01-01",
      until: "2026-01-01",
      figures: {},
    });
    const texts = async (by: Party) => (await seenBy(world, caseId, by)).measures.map(({ text }) => text);
    expect((await texts(learning)).toSorted()).toEqual(["Afspraken vooraf bevestigen", "Geheim"]);
    expect(await texts("role:director")).toEqual(["Afspraken vooraf bevestigen"]);
  });
});

describe("what other files tell of a complaint", () => {
  test("is for the complainant what we promised, and nothing of our measures", async () => {
    const world = await withComplaints(1);
    await world.cases.agreeMeasure("learnworks", { ...measure, cases: ["case1"] });
    const text = "Wij plannen een nieuwe dag.";
    await world.cases.agreeMeasure("learnworks", { ...measure, measureType: "promise", cases: ["case1"], text });
    const behind = await seenBy(world, "case1", "complainant");
    expect(behind.measures).toEqual([]);
    expect(behind.promises.map((one) => [one.text, one.promisedFor, one.status])).toEqual([
      [text, "2026-03-02T16:00:00.000Z", "open"],
    ]);
  });

  test("is nothing for anybody else outside", async () => {
    const world = await withComplaints(1);
    await world.cases.agreeMeasure("learnworks", { ...measure, measureType: "promise", cases: ["case1"] });
    for (const by of ["client", "respondent:1", "independent"] as const) {
      const { measures, promises } = await seenBy(world, "case1", by);
      expect([...measures, ...promises]).toEqual([]);
    }
  });

  test("is for a colleague every measure and promise that came from it", async () => {
    const world = await withComplaints(1);
    await world.cases.agreeMeasure("learnworks", { ...measure, cases: ["case1"] });
    await world.cases.agreeMeasure("learnworks", { ...measure, measureType: "promise", cases: ["case1"] });
    expect((await seenBy(world, "case1", learning)).measures).toHaveLength(2);
  });
});

/** A store with so many complaints: `case1`, `case2`. */
async function withComplaints(count: number): Promise<World> {
  const world = setup();
  for (let n = 1; n <= count; n += 1) {
    const facts = { caseId: `case${n}`, number: `LW-2026-000${n}`, replyKey: `reply${n}` };
    await world.cases.create(register(complaint(learnworks, facts), learnworks, mondayMorning), []);
  }
  return world;
}

/** The complaint turns out to be about this colleague. */
async function about({ cases }: World, caseId: string, colleague: string): Promise<void> {
  await cases.execute("learnworks", caseId, {
    type: "Act",
    action: "name-respondent",
    by: (await cases.load("learnworks", caseId)).owner,
    posted: { outcome: "named", respondentStaff: colleague },
    actId: `about-${caseId}`,
  });
}

async function seenBy({ cases, dependencies }: World, caseId: string, by: Party, more: Partial<OpenedLink> = {}) {
  const dossier = await cases.load("learnworks", caseId);
  const root = `/s/${caseId}`;
  const opened: OpenedLink = {
    organisation: "learnworks",
    caseId,
    by,
    dossier,
    procedure: learnworks,
    language: "nl",
    task: undefined,
    root,
    here: root,
    ...more,
  };
  return behindFile(opened, dependencies);
}
