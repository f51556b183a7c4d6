import { describe, expect, test } from "vitest";
import { listingsOf } from "../../shared/domain/register/listings-of.ts";
import { recount, without } from "../../shared/domain/register/totals.ts";
import { mostWrites, type Write } from "../../shared/ports.ts";
import { listFiles, readListings } from "../../shared/store/listings.ts";
import { entriesOfMonth, readEntry, readRow } from "../../shared/store/register.ts";
import { eraseEvent } from "../../shared/store/sealed-events.ts";
import { withinOneTransaction } from "../../shared/store/standing.ts";
import { readTotals } from "../../shared/store/totals.ts";
import { answers, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";
import { StoredCase, StoredCases } from "./stored-cases.ts";

const { learnworks, sterker } = procedures;

type Step = (one: StoredCase) => Promise<unknown>;

const assess: Step = (one) => one.perform("assess", { ...answers.handle, ...trainer, course: "Tilcursus" });
const toFinding: readonly Step[] = [
  (one) => one.send("receipt"),
  assess,
  (one) => one.send("copies"),
  (one) => one.hear(answers.account),
  (one) => one.perform("establish-facts", answers.facts),
];
const measure = {
  measure1: "Vaste locatie.",
  measureType1: "process",
  measureDue1: "2026-06-01",
  measureOwner1: learnworks.people[0]?.id ?? "",
};
const toTheEnd: readonly Step[] = [
  ...toFinding,
  (one) => one.perform("solve", answers.solution),
  (one) => one.send("outcome"),
  (one) => one.perform("draw-lessons", { ...answers.lessons, ...measure }),
  (one) => one.do({ type: "CloseCase" }),
];

/** Cases of which each goes its own way, one step a day. */
const ways: readonly { readonly title: string; readonly of: typeof learnworks; readonly steps: readonly Step[] }[] = [
  { title: "handled to its end", of: learnworks, steps: toTheEnd },
  {
    title: "opened again after a low mark",
    of: learnworks,
    steps: [
      ...toTheEnd,
      (one) => one.perform("satisfaction", { score: "1", heardScore: "2" }),
      (one) => one.perform("follow-up", { outcome: "reopen", reopenReason: "Het is niet opgelost." }),
      (one) => one.perform("establish-facts", { ...answers.facts, category: "materials", finding: "unfounded" }),
      (one) => one.perform("solve", answers.solution),
      (one) => one.send("outcome"),
      (one) => one.perform("draw-lessons", answers.lessons),
      (one) => one.do({ type: "CloseCase" }),
    ],
  },
  {
    title: "late, with a reason",
    of: learnworks,
    steps: [
      ...toFinding,
      (one) =>
        one.act("announce-delay", { newDate: "2026-06-30", delayWhy: "complex", delayReason: "Er is veel te lezen." }),
      (one) => one.perform("solve", answers.solution),
    ],
  },
  { title: "no complaint", of: learnworks, steps: [(one) => one.perform("assess", answers.notAComplaint)] },
  {
    title: "withdrawn",
    of: learnworks,
    steps: [assess, (one) => one.act("withdraw", {}), (one) => one.perform("draw-lessons", answers.lessons)],
  },
  {
    title: "advice that becomes a complaint",
    of: sterker,
    steps: [
      (one) => one.perform("assess", { ...answers.handle, outcome: "advice" }),
      (one) => one.perform("advise", { advice: "Praat er eerst over." }),
      (one) => one.perform("choose-after-advice", { outcome: "official" }),
    ],
  },
];

async function expectTrue(world: StoredCases, cases: readonly StoredCase[]): Promise<void> {
  for (const { id } of world.all) {
    const mine = cases.filter(({ procedure }) => procedure.id === id);
    const kept = await readTotals(world.items, id, "2026-01", "2026-12");
    expect(kept).toEqual(recount(await world.rows(mine)));
  }
  for (const one of cases) {
    const row = await readRow(world.items, one.procedure.id, one.id);
    expect(row).toEqual(await one.row());
    const kept = (await readListings(world.items, one.procedure.id, one.id)).map(({ sk, gsi1sk }) => [sk, gsi1sk]);
    const told = listingsOf(await one.load(), row, one.procedure).map(({ list, sort, name = "" }) => [
      `LIST#${list}#${name}`,
      `${sort}#${one.id}#${name}`,
    ]);
    expect(kept).toEqual(told.toSorted());
  }
}

const day = 24 * 60 * 60_000;
/** One step a day, the ways by turns, so that they fall over several months. */
async function walk(
  world: StoredCases,
  after: (cases: readonly StoredCase[]) => Promise<void>,
): Promise<readonly StoredCase[]> {
  const cases: StoredCase[] = [];
  const nextDay = () => {
    world.clock.at = new Date(Date.parse(world.clock.at) + day).toISOString();
  };
  for (const { of } of ways) {
    cases.push(await world.file(of));
    nextDay();
    nextDay();
    nextDay();
    await after(cases);
  }
  const longest = Math.max(...ways.map(({ steps }) => steps.length));
  for (let turn = 0; turn < longest; turn += 1) {
    for (const [index, { steps }] of ways.entries()) {
      const [one, step] = [cases[index], steps[turn]];
      if (one === undefined || step === undefined) continue;
      await step(one);
      nextDay();
      await after(cases);
    }
  }
  return cases;
}

/** Takes all personal data out of a case, as it is done when its time has come. */
async function erase(world: StoredCases, one: StoredCase): Promise<void> {
  const events = await world.cases.events(one.procedure.id, one.id);
  for (const event of events) await world.items.transact([eraseEvent(one.procedure.id, one.id, event)]);
  await world.cases.execute(one.procedure.id, one.id, { type: "RecordErasure", version: events.length });
}

describe("totals and lists (A23, A25, B10)", () => {
  test("are what a recount of all events says, after every step of every case", async () => {
    const world = new StoredCases();
    const cases = await walk(world, (known) => expectTrue(world, known));

    const totals = await readTotals(world.items, "learnworks", "2026-01", "2026-12");
    expect(totals.months["2026-01"]).toMatchObject({
      complaints: 4,
      "not-a-complaint": 1,
      closed: 2,
      open: 2,
      withdrawn: 1,
      reopened: 1,
      "delay:complex": 1,
      "survey:complainant:score:1": 1,
      "course:tilcursus": 4,
    });
    expect(cases).toHaveLength(ways.length);
  });

  test("are the same when transactions fail halfway and are tried again, whether or not they had written", async () => {
    const calm = new StoredCases();
    await walk(calm, async () => {});
    const world = new StoredCases();
    let steps = 0;

    await walk(world, async (known) => {
      await expectTrue(world, known);
      steps += 1;
      world.items.faults.push(...(steps % 2 === 0 ? (["before", "after"] as const) : (["after"] as const)));
    });

    for (const { id } of world.all) {
      const all = ["2026-01", "2026-12"] as const;
      expect(await readTotals(world.items, id, ...all)).toEqual(await readTotals(calm.items, id, ...all));
    }
  });

  test("count once when two people change a case at the same moment", async () => {
    const world = new StoredCases();
    const one = await world.file(learnworks);
    await one.send("receipt");
    const delay = { newDate: "2026-03-02", delayWhy: "other", delayReason: "Er is veel te lezen." };
    world.items.meanwhile = () => one.act("announce-delay", delay);

    await assess(one);

    await expectTrue(world, [one]);
    expect(await one.row()).toMatchObject({ category: "trainer", delayWhy: ["other"] });
  });

  test("stay equal when personal data are erased, and nobody is found by name any more", async () => {
    const world = new StoredCases();
    const cases = await walk(world, async () => {});
    const before = await readTotals(world.items, "learnworks", "2026-01", "2026-12");
    const rows = await Promise.all(cases.map((one) => readRow(world.items, one.procedure.id, one.id)));

    const closed = cases.filter((_, index) => rows[index]?.status === "closed");
    for (const one of closed) await erase(world, one);

    expect(closed).toHaveLength(2);
    expect(await readTotals(world.items, "learnworks", "2026-01", "2026-12")).toEqual(before);
    expect(await Promise.all(cases.map((one) => readRow(world.items, one.procedure.id, one.id)))).toEqual(rows);
    for (const one of closed) {
      expect(await readEntry(world.items, one.procedure.id, one.id)).not.toHaveProperty("people");
      const names = (await readListings(world.items, one.procedure.id, one.id)).map(({ sk }) => sk);
      expect(names.filter((sk) => sk.startsWith("LIST#word:"))).toEqual([
        `LIST#word:lw-#${(await one.load()).number.toLowerCase()}`,
      ]);
      expect(names.filter((sk) => /erasable|involved|tasks/.test(sk))).toEqual([]);
    }
  });

  /** The same table under a procedure with fewer duties. */
  function later({ items, clock }: StoredCases): StoredCases {
    return new StoredCases([{ ...learnworks, version: 99, duties: learnworks.duties.slice(0, 3) }], items, clock);
  }

  test("stay as they were for what is erased under another procedure than it was handled under", async () => {
    const world = new StoredCases();
    const one = await world.file(learnworks);
    for (const step of toTheEnd) await step(one);
    const before = await readRow(world.items, "learnworks", one.id);

    await erase(later(world), one);

    expect(await readRow(world.items, "learnworks", one.id)).toEqual(before);
    expect(await readTotals(world.items, "learnworks", "2026-01", "2026-12")).toEqual(recount(before ? [before] : []));
  });

  test("take away exactly what was added, also when the procedure has changed since", async () => {
    const world = new StoredCases([learnworks]);
    const one = await world.file(learnworks);
    for (const step of toTheEnd) await step(one);

    const { cases } = later(world);
    await cases.execute("learnworks", one.id, { type: "OpenTask", kind: "satisfaction", requestId: "later" });

    const { months } = await readTotals(world.items, "learnworks", "2026-01", "2026-12");
    const entry = await readEntry(world.items, "learnworks", one.id);
    expect(months).toEqual({ "2026-01": entry?.counted });
    expect(Object.keys(entry?.row.duties ?? {})).toHaveLength(3);
  });

  test("for somebody who is involved in a case are as if it were not there", async () => {
    const world = new StoredCases();
    const cases = (await walk(world, async () => {})).filter(({ procedure }) => procedure.id === "learnworks");
    const [hidden, ...others] = await world.rows(cases);
    if (hidden === undefined) throw new Error("No case.");

    const totals = await readTotals(world.items, "learnworks", "2026-01", "2026-12");

    expect(without(totals, [hidden])).toEqual(recount(others));
  });

  test("are read of the months that are asked for only", async () => {
    const world = new StoredCases();
    await world.file(learnworks);
    world.clock.at = "2026-02-10T09:00:00.000Z";
    await world.file(learnworks);
    world.clock.at = "2026-03-10T09:00:00.000Z";
    await world.file(learnworks);

    const { months } = await readTotals(world.items, "learnworks", "2026-02", "2026-03");

    expect(months).toEqual({ "2026-02": { undecided: 1 }, "2026-03": { undecided: 1 } });
    expect(await readTotals(world.items, "sterker", "2026-01", "2026-12")).toEqual({ months: {} });
  });
});

describe("the register of a month", () => {
  test("has the rows in order of filing with the people in them, in one query (B36)", async () => {
    const world = new StoredCases();
    const first = await world.file(learnworks);
    world.clock.at = "2026-01-06T09:00:00.000Z";
    await world.file(learnworks);
    await first.perform("assess", { ...answers.handle, ...trainer, client: "Zorggroep Oost, inkoop@oost.example" });

    const entries = await Array.fromAsync(entriesOfMonth(world.items, "learnworks", "2026-01"));

    expect(entries.map(({ row }) => row.caseId)).toEqual(["case1", "case2"]);
    expect(entries[0]?.people).toEqual({
      client: { key: "inkoop@oost.example", name: "Zorggroep Oost" },
      respondents: [{ key: "bram.kuipers@trainers.example", name: "Bram Kuipers" }],
    });
    expect(entries[1]?.people).toEqual({ respondents: [] });
  });
});

describe("one transaction", () => {
  const put = (sk: string): Write => ({ put: { pk: "CASE#learnworks#1", sk } });
  const must = Array.from({ length: mostWrites - 3 }, (_, at) => put(`EVENT#${at}`));

  test("has no more writes than it may: words wait for the next change, and what has to go goes first", () => {
    const gone: Write = { delete: { pk: "CASE#learnworks#1", sk: "LIST#word:kui#kuipers" } };
    const listed = [put("LIST#word:san#sanne"), put("LIST#open#"), put("LIST#closed#"), gone];

    const writes = withinOneTransaction(must, listed);

    expect(writes.slice(must.length)).toEqual([gone, put("LIST#open#"), put("LIST#closed#")]);
  });

  test("of what hundreds of complaints are behind keeps whose task it is and from whom it is kept (A17, B17)", async () => {
    const world = new StoredCases([learnworks]);
    const about = learnworks.people.at(-1)?.id ?? "";
    const cases: string[] = [];
    for (let at = 0; at < 300; at += 1) cases.push((await world.file(learnworks)).id);
    await new StoredCase(world, learnworks, cases[299] ?? "").perform("assess", {
      ...answers.handle,
      respondentStaff: about,
    });
    const pattern = {
      rule: "repeated",
      dimension: "all",
      count: 300,
      from: mondayMorning,
      until: mondayMorning,
    } as const;
    const { caseId } = await world.cases.openSignal("learnworks", { ...pattern, cases });
    await world.cases.execute("learnworks", caseId, { type: "OpenTask", kind: "look-into-signal", requestId: "r" });
    const { tasks } = await world.cases.load("learnworks", caseId);
    const list = async (name: string) =>
      (await listFiles(world.items, "learnworks", { list: name, limit: 10 })).entries.filter(
        (one) => one.caseId === caseId,
      );

    expect(await list(`tasks:${tasks[0]?.assignee}`)).toHaveLength(1);
    expect(await list(`involved:${about}`)).toHaveLength(1);
    expect(await list("signals")).toHaveLength(1);
  });

  test("does not leave out what must be written, so that one too large is refused", () => {
    const tooMany = Array.from({ length: mostWrites + 1 }, (_, at) => put(`EVENT#${at}`));
    expect(withinOneTransaction(tooMany, [put("LIST#open#")])).toEqual(tooMany);
  });

  test("is enough for a case about as many people as there may be", async () => {
    const world = new StoredCases();
    const one = await world.file(learnworks);
    const people = (first: number, count: number) =>
      Array.from({ length: count }, (_, at) => `Trainer ${first + at} Jansen, t${first + at}@trainers.example`).join(
        "\n",
      );
    await one.send("receipt");
    await one.perform("assess", { ...answers.handle, respondentOthers: people(1, 9) });
    await one.send("copies");
    await one.act("name-respondent", { respondentOthers: people(10, 3) });
    await one.hear(answers.account);
    await one.perform("establish-facts", answers.facts);
    await one.perform("solve", answers.solution);
    await one.send("outcome");
    await one.act("withdraw", {});

    expect((await one.load()).respondents).toHaveLength(12);
    expect(Math.max(...world.items.transactions.map(({ length }) => length))).toBeLessThanOrEqual(mostWrites);
    await expectTrue(world, [one]);
  });

  test("what was left out of the lists is made good at the next change", async () => {
    const world = new StoredCases();
    const one = await world.file(learnworks);
    await world.items.transact([{ delete: { pk: `CASE#learnworks#${one.id}`, sk: "LIST#word:san#sanne" } }]);

    await one.send("receipt");

    await expectTrue(world, [one]);
  });
});
