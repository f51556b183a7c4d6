import { describe, expect, test } from "vitest";
import { startSideTask } from "../../functions/start-side-task/start-side-task.ts";
import { sweep } from "../../functions/sweep/sweep.ts";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import { brokenAt } from "../../shared/domain/seal.ts";
import { ConditionFailed, type Key, StoreUnavailable } from "../../shared/ports.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import { claimedCase } from "../../shared/store/claims.ts";
import { caseKey, claimKey, listPartition } from "../../shared/store/keys.ts";
import { everyPending } from "../../shared/store/outbox.ts";
import { answers, mondayMorning, procedures } from "../support/case-under-test.ts";
import { complaintMail, setup, storedMail, type World } from "../support/embedded-world.ts";
import { measureOf, reviewOf, signalOf } from "../support/file-under-test.ts";

const house = "learnworks";
const lessons = {
  ...answers.lessons,
  ...{ measure1: "Mail vooraf", measureType1: "process", measureOwner1: "joost", measureDue1: "2026-03-02" },
  ...{ measure2: "Nieuwe reader", measureType2: "material", measureOwner2: "ingrid", measureDue2: "2026-04-01" },
};

/** A case whose lessons are to be drawn. */
async function withLessons(world: World, id = "one@zorggroep.example") {
  await receiveMail(await storedMail(world, { raw: complaintMail({ id }) }), world.dependencies);
  const caseId = (await Array.fromAsync(everyCase(world.items, house))).at(-1)?.caseId ?? "";
  await world.cases.execute(house, caseId, { type: "OpenTask", kind: "draw-lessons", requestId: "r1" });
  const draw = () =>
    world.cases.execute(house, caseId, {
      type: "AnswerTask",
      taskId: "draw-lessons-1",
      by: "role:project-manager",
      posted: lessons,
    });
  return { caseId, draw };
}

async function fileOf(world: World, number: string) {
  const caseId = await claimedCase(world.items, claimKey("NUMBER", house, number));
  if (caseId === undefined) throw new Error(`There is no ${number}.`);
  return { caseId, dossier: await world.cases.load(house, caseId) };
}

const numbersOf = async (world: World, numbers: readonly string[]) =>
  Promise.all(numbers.map((number) => claimedCase(world.items, claimKey("NUMBER", house, number))));
const promisesOf = (world: World) => Array.fromAsync(everyPending(world.items, house, "9999"));
const beginsIn = async (world: World, machine: string) =>
  (await promisesOf(world)).filter((one) => one.what === "start" && one.machine === machine);

describe("measures that follow from an answer (A28)", () => {
  test("have a file each, with a number, an owner, an unbroken chain and a machine to start", async () => {
    const world = setup();
    const { caseId, draw } = await withLessons(world);
    await draw();
    const first = await fileOf(world, "LW-M-2026-0001");
    expect(first.dossier).toMatchObject({
      organisation: house,
      owner: "person:joost",
      status: "open",
      matter: { kind: "measure", measure: { source: "case", sourceId: caseId, cases: [caseId], text: "Mail vooraf" } },
    });
    expect((await fileOf(world, "LW-M-2026-0002")).dossier.owner).toBe("person:ingrid");
    expect(brokenAt(await world.cases.events(house, first.caseId))).toBeUndefined();
    const started = await beginsIn(world, "measure");
    expect(started).toHaveLength(2);
    // They are no complaints, in no list of complaints.
    expect(await Array.fromAsync(everyCase(world.items, house))).toHaveLength(1);
  });

  test("are there with the answer, or not at all when the store fails", async () => {
    const world = setup();
    const { caseId, draw } = await withLessons(world);
    const transact = world.items.transact.bind(world.items);
    world.items.transact = () => Promise.reject(new StoreUnavailable("Out of reach."));
    await expect(draw()).rejects.toThrow(StoreUnavailable);
    world.items.transact = transact;
    expect((await world.cases.load(house, caseId)).tasks.at(-1)?.status).toBe("open");
    expect(await numbersOf(world, ["LW-M-2026-0001"])).toEqual([undefined]);
    await draw();
    expect((await numbersOf(world, ["LW-M-2026-0001", "LW-M-2026-0002"])).every((one) => one !== undefined)).toBe(true);
  });

  test("of two cases at once take different numbers without a gap", async () => {
    const world = setup();
    const one = await withLessons(world);
    const other = await withLessons(world, "two@zorggroep.example");
    const transact = world.items.transact.bind(world.items);
    let between = true;
    // The other case takes its numbers between the look at the counter and the write.
    world.items.transact = async (writes) => {
      if (between) {
        between = false;
        await other.draw();
      }
      return transact(writes);
    };
    await one.draw();
    const numbers = ["LW-M-2026-0001", "LW-M-2026-0002", "LW-M-2026-0003", "LW-M-2026-0004", "LW-M-2026-0005"];
    expect((await numbersOf(world, numbers)).map((found) => found !== undefined)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  test("start at once by the table's stream, and by the sweeper should that fail", async () => {
    const world = setup();
    const { draw } = await withLessons(world);
    await draw();
    const [first, second] = await beginsIn(world, "measure");
    const idOf = (one: typeof first) => (one?.what === "start" ? one.caseId : "");
    await startSideTask([{ organisation: house, id: idOf(first) }], world.dependencies);
    await sweep({}, world.dependencies);
    expect(world.workflow.started.filter(({ machine }) => machine === "measure-learnworks")).toEqual([
      { machine: "measure-learnworks", name: idOf(first), input: { organisation: house, caseId: idOf(first) } },
      { machine: "measure-learnworks", name: idOf(second), input: { organisation: house, caseId: idOf(second) } },
    ]);
    expect(await beginsIn(world, "measure")).toEqual([]);
  });
});

test("a start that was promised when there were complaints only is that of a complaint", async () => {
  const world = setup();
  const { caseId } = await withLessons(world);
  const old = { what: "start", organisation: house, since: mondayMorning, caseId };
  const key = { ...caseKey(house, caseId, "SIGNAL#start"), gsi1pk: listPartition("PENDING", house), gsi1sk: "2026" };
  await world.items.transact([{ put: { ...key, kind: "start", pending: old } }]);
  world.workflow.started.length = 0;
  await sweep({}, world.dependencies);
  expect(world.workflow.started).toMatchObject([{ machine: "complaint-learnworks", name: caseId }]);
});

describe("files that others open", () => {
  const measure = measureOf(procedures.learnworks, { cases: [], source: "other" });
  const signal = signalOf();
  const review = reviewOf();
  if (measure.kind !== "measure" || signal.kind !== "signal" || review.kind !== "review")
    throw new Error("Other kinds.");

  /** Two complaints; the second is about the project manager. */
  async function withCases(world: World): Promise<readonly string[]> {
    await withLessons(world);
    const { caseId } = await withLessons(world, "two@zorggroep.example");
    const command = { type: "OpenTask", kind: "assess", requestId: "r2" } as const;
    await world.cases.execute(house, caseId, command);
    const posted = { ...answers.handle, respondentStaff: "farah" };
    await world.cases.execute(house, caseId, {
      type: "AnswerTask",
      taskId: "assess-1",
      by: "role:office-manager",
      posted,
    });
    return (await Array.fromAsync(everyCase(world.items, house))).map((row) => row.caseId);
  }

  test("a signal is kept from whom its complaints are about, and asks its task in an execution of its own (B36)", async () => {
    const world = setup();
    const cases = await withCases(world);
    const opened = await world.cases.openSignal(house, { ...signal.signal, cases });
    expect(opened).toMatchObject({
      number: "LW-S-2026-0001",
      owner: "deputy:project-manager",
      matter: { signal: { shielded: ["farah"], cases } },
    });
    const side = (await promisesOf(world)).filter((one) => one.what === "side-task" && one.caseId === opened.caseId);
    expect(side).toMatchObject([{ kind: "look-into-signal", sideTaskId: "side-1" }]);
    expect((await promisesOf(world)).some((one) => one.what === "start" && one.caseId === opened.caseId)).toBe(false);
  });

  test("what is written along decides: a pattern raises one signal, whoever comes second", async () => {
    const world = setup();
    const seen: Key = { pk: "PATTERN#learnworks#repeated#cause#x", sk: "PATTERN" };
    const once = [{ put: { ...seen, until: mondayMorning }, when: "absent" as const }];
    const raise = () => world.cases.openSignal(house, { ...signal.signal, cases: [] }, once);
    await raise();
    await expect(raise()).rejects.toThrow(ConditionFailed);
    expect(await numbersOf(world, ["LW-S-2026-0001", "LW-S-2026-0002"])).toEqual([expect.any(String), undefined]);
  });

  test("a review begins with the figures of its period and a machine to start (A25, B33)", async () => {
    const world = setup();
    const figures = { counts: { filed: 0 } };
    const { caseId } = await world.cases.openReview(house, { ...review.review, figures });
    expect((await world.cases.load(house, caseId)).matter).toMatchObject({ kind: "review", review: { figures } });
    expect(await beginsIn(world, "review")).toMatchObject([{ caseId }]);
  });

  test("a measure from elsewhere has a number of the same row (B38)", async () => {
    const world = setup();
    const { draw } = await withLessons(world);
    await draw();
    const { number, owner } = await world.cases.agreeMeasure(house, measure.measure);
    expect({ number, owner }).toEqual({ number: "LW-M-2026-0003", owner: "person:ingrid" });
    expect(await beginsIn(world, "measure")).toHaveLength(3);
  });

  test("two at the same moment both get one", async () => {
    const world = setup();
    const opened = await Promise.all([1, 2, 3].map(() => world.cases.agreeMeasure(house, measure.measure)));
    expect(opened.map(({ number }) => number).toSorted()).toEqual([
      "LW-M-2026-0001",
      "LW-M-2026-0002",
      "LW-M-2026-0003",
    ]);
  });
});
