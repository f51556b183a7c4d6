import { afterEach, describe, expect, test } from "vitest";
import { overviewSchema } from "../../shared/domain/learning/overview-schema.ts";
import { seatOf } from "../../shared/domain/seats.ts";
import { raiseSignals } from "../../shared/learning/raise-signals.ts";
import { procedures } from "../support/case-under-test.ts";
import { closedComplaint, monthBefore, onTheDay } from "../support/closed-complaint.ts";
import { LearningWorld } from "../support/learning-world.ts";
import { assessedOn, closedOn, fileOf, filesOf, morning, organisation, swept } from "../support/morning-rounds.ts";

const { learnworks } = procedures;
const worlds: LearningWorld[] = [];
afterEach(() => {
  for (const world of worlds.splice(0)) world.remove();
});

function setup(): LearningWorld {
  const world = new LearningWorld();
  worlds.push(world);
  return world;
}

const june = (day: number) => `2026-06-${String(day).padStart(2, "0")}T09:00:00.000Z`;
const atHalfPastSix = (date: string) => `${date}T04:30:00.000Z`;

describe("patterns in complaints (B36)", () => {
  async function threeAbout(world: LearningWorld, posted: Readonly<Record<string, string>>) {
    return [
      await assessedOn(world, june(1), posted),
      await assessedOn(world, june(2), posted),
      await assessedOn(world, june(3), posted),
    ];
  }

  test("give one signal, with the complaints behind it and one task for the owner of learning", async () => {
    const world = setup();
    const behind = await threeAbout(world, { course: "BHV basis" });
    await morning(world, atHalfPastSix("2026-06-04"));
    const [signal, ...others] = await filesOf(world, "signals");
    expect(others).toEqual([]);
    expect(signal?.matter).toMatchObject({
      kind: "signal",
      signal: {
        rule: "repeated",
        dimension: "course",
        code: "bhv-basis",
        count: 3,
        cases: behind.map(({ caseId }) => caseId),
      },
    });
    expect(signal?.owner).toBe("role:project-manager");
    expect(signal?.sideTasks).toMatchObject([{ kind: "look-into-signal" }]);
  });

  test("of which one cannot be told do not keep back the others, and that one is told the next morning", async () => {
    const world = setup();
    await threeAbout(world, { course: "BHV basis", client: "Zorggroep Noord, inkoop@noord.example" });
    world.clock.at = atHalfPastSix("2026-06-04");
    const { cases } = world;
    const opened: string[] = [];
    const failing: typeof cases = Object.assign(Object.create(cases), {
      openSignal: (...given: Parameters<typeof cases.openSignal>) => {
        opened.push(given[1].dimension);
        if (opened.length === 1) throw new TypeError("Broken.");
        return cases.openSignal(...given);
      },
    });
    await expect(raiseSignals(organisation, { cases: failing })).rejects.toThrow(/^TypeError$/);
    expect(opened.length).toBeGreaterThan(1);
    expect(await filesOf(world, "signals")).toHaveLength(opened.length - 1);
    await morning(world, atHalfPastSix("2026-06-05"));
    expect(await filesOf(world, "signals")).toHaveLength(opened.length);
  });

  test("are told once: not the next morning, not by a fourth complaint, not while a measure of it is being carried out", async () => {
    const world = setup();
    await threeAbout(world, { course: "BHV basis" });
    const days = ["2026-06-04", "2026-06-05", "2026-06-08"];
    for (const day of days) await morning(world, atHalfPastSix(day));
    for (const day of [9, 10, 11]) await assessedOn(world, june(day), { course: "bhv BASIS" });
    await morning(world, atHalfPastSix("2026-06-12"));
    expect(await filesOf(world, "signals")).toHaveLength(1);

    const [signal] = await filesOf(world, "signals");
    if (signal === undefined) throw new Error("No signal.");
    await fileOf(world, signal).perform("look-into-signal", {
      outcome: "measures",
      finding: "De lokalen zijn te klein.",
      measure1: "Andere lokalen.",
      measureType1: "process",
      measureOwner1: "joost",
      measureDue1: "2026-08-03",
    });
    for (const day of [15, 16, 17]) await assessedOn(world, june(day), { course: "BHV basis" });
    await morning(world, atHalfPastSix("2026-06-18"));
    expect(await filesOf(world, "signals")).toHaveLength(1);

    const [measure] = await filesOf(world, "measures");
    if (measure === undefined) throw new Error("No measure.");
    world.clock.at = june(22);
    await fileOf(world, measure).perform("report-measure", {
      outcome: "done",
      evidence: "Klaar.",
      doneOn: "2026-06-22",
    });
    await morning(world, atHalfPastSix("2026-06-23"));
    expect(await filesOf(world, "signals")).toHaveLength(1);
    for (const day of [24, 25, 26]) await assessedOn(world, june(day), { course: "BHV basis" });
    await morning(world, atHalfPastSix("2026-06-29"));
    expect(await filesOf(world, "signals")).toHaveLength(2);
  });

  test("name nobody in what stays for ever; a name is in the part that can be erased", async () => {
    const world = setup();
    const people = {
      respondentOthers: "Bram Kuipers, bram@trainers.example",
      client: "Zorggroep Noord, inkoop@noord.example",
    };
    await threeAbout(world, people);
    await morning(world, atHalfPastSix("2026-06-04"));
    const signals = await filesOf(world, "signals");
    expect(
      signals.map(({ matter }) => matter.kind === "signal" && [matter.signal.dimension, matter.signal.what]),
    ).toEqual(
      expect.arrayContaining([
        ["respondent", "Bram Kuipers"],
        ["client", "Zorggroep Noord"],
      ]),
    );
    for (const { caseId } of signals) {
      const facts = (await world.cases.events(organisation, caseId)).map(({ event }) => event.facts);
      expect(JSON.stringify(facts)).not.toMatch(/bram|kuipers|noord/i);
    }
    const remembered = world.raw().filter(({ pk }) => pk.startsWith("ROUND#"));
    expect(JSON.stringify(remembered)).not.toMatch(/bram|kuipers|noord/i);
  });

  test("never reach whom they are about: somebody else looks into it, and it stands in none of their lists (A17)", async () => {
    const world = setup();
    await threeAbout(world, { respondentStaff: "farah" });
    await morning(world, atHalfPastSix("2026-06-04"));
    const [signal] = await filesOf(world, "signals");
    if (signal === undefined) throw new Error("No signal.");
    expect(signal.matter).toMatchObject({ signal: { dimension: "respondent", shielded: ["farah"] } });
    expect(seatOf("project-manager", signal, learnworks, world.clock.at)).toEqual({
      party: "deputy:project-manager",
      because: "involved",
    });
    const file = fileOf(world, signal);
    await file.do({ type: "OpenTask", kind: "look-into-signal", requestId: "r" });
    world.sent.splice(0);
    await morning(world, "2026-07-01T04:30:00.000Z");
    await swept(world);
    expect(world.sent).toContain("joost.vermeulen@learnworks.example");
    expect((await filesOf(world, "involved:farah")).map(({ caseId }) => caseId)).toContain(signal.caseId);
  });

  test("are not seen in advice or in what was no complaint", async () => {
    const world = setup();
    const posted = {
      outcome: "not-a-complaint",
      reason: "Een vraag.",
      rightDoor: "de administratie",
      course: "BHV basis",
    };
    await threeAbout(world, posted);
    await morning(world, atHalfPastSix("2026-06-04"));
    expect(await filesOf(world, "signals")).toEqual([]);
  });

  test("are forgotten when every rule looks at newer complaints only", async () => {
    const world = setup();
    await threeAbout(world, { course: "BHV basis" });
    await morning(world, atHalfPastSix("2026-06-04"));
    const remembered = () => world.raw().filter(({ sk }) => sk.startsWith("PATTERN#"));
    await morning(world, atHalfPastSix("2027-09-02"));
    expect(remembered()).toHaveLength(1);
    await morning(world, atHalfPastSix("2027-09-04"));
    expect(remembered()).toEqual([]);
  });
});

describe("reviews (A25, B33)", () => {
  const begun = async (world: LearningWorld) =>
    (await filesOf(world, "reviews")).map(({ matter }) =>
      matter.kind === "review" ? `${matter.review.cycle} ${matter.review.from}` : matter.kind,
    );

  test("begin on the day after the quarter and the year, also when nobody complained", async () => {
    const world = setup();
    await morning(world, "2026-08-17T04:30:00.000Z");
    await morning(world, "2026-09-30T04:30:00.000Z");
    expect(await begun(world)).toEqual([]);
    await morning(world, "2026-10-01T04:30:00.000Z");
    expect(await begun(world)).toEqual(["quarterly 2026-07-01"]);
    await morning(world, "2027-01-01T05:30:00.000Z");
    expect(await begun(world)).toEqual(["quarterly 2026-07-01", "quarterly 2026-10-01", "yearly 2026-01-01"]);
  });

  test("begin once, however often there is a round", async () => {
    const world = setup();
    await morning(world, "2026-08-17T04:30:00.000Z");
    for (const day of ["2026-10-01", "2026-10-01", "2026-10-02"]) await morning(world, `${day}T04:30:00.000Z`);
    expect(await begun(world)).toEqual(["quarterly 2026-07-01"]);
  });

  test("of days without a round are made good", async () => {
    const world = setup();
    await morning(world, "2026-08-17T04:30:00.000Z");
    await morning(world, "2027-04-19T04:30:00.000Z");
    expect((await begun(world)).toSorted()).toEqual([
      "quarterly 2026-07-01",
      "quarterly 2026-10-01",
      "quarterly 2027-01-01",
      "yearly 2026-01-01",
    ]);
  });

  test("look back on no time in which nobody could complain here yet", async () => {
    const world = setup();
    await morning(world, "2026-07-01T04:30:00.000Z");
    await morning(world, "2026-07-02T04:30:00.000Z");
    expect(await begun(world)).toEqual([]);
  });

  test("keep the figures of their period as they were", async () => {
    const world = setup();
    await morning(world, "2026-05-04T04:30:00.000Z");
    for (let day = 1; day <= 6; day += 1) await closedOn(world, june(day));
    await morning(world, "2026-07-01T04:30:00.000Z");
    const figures = async () => {
      const [review] = await filesOf(world, "reviews");
      return overviewSchema.parse(review?.matter.kind === "review" ? review.matter.review.figures : undefined);
    };
    expect(await figures()).toMatchObject({ from: "2026-04-01", until: "2026-07-01", complaints: 6, closed: 6 });
    await assessedOn(world, "2026-07-02T09:00:00.000Z");
    expect((await figures()).complaints).toBe(6);
  });
});

describe("the morning mail (B17)", () => {
  const farah = "farah.amrani@learnworks.example";
  const ingrid = "ingrid.bakker@learnworks.example";

  /** The office manager has to assess a complaint that came on Friday 5 June, by Tuesday. */
  async function waiting(world: LearningWorld) {
    const file = await assessedOn(world, june(5), {
      outcome: "consult",
      question: "Wat vindt u?",
      consultWhom: "director",
    });
    await file.do({ type: "OpenTask", kind: "assess", requestId: "again" });
    world.sent.splice(0);
    return file;
  }

  async function mailsOn(world: LearningWorld, date: string): Promise<readonly string[]> {
    world.sent.splice(0);
    await morning(world, atHalfPastSix(date));
    await swept(world);
    return [...world.sent];
  }

  test("goes to whoever has something that is due that day or late, and to nobody else", async () => {
    const world = setup();
    await waiting(world);
    expect(await mailsOn(world, "2026-06-08")).toEqual([]);
    expect(await mailsOn(world, "2026-06-09")).toContain(ingrid);
    expect(await mailsOn(world, "2026-06-10")).toContain(ingrid);
    expect(world.sent).not.toContain(farah);
  });

  test("comes once a day, on working days only", async () => {
    const world = setup();
    await waiting(world);
    expect(await mailsOn(world, "2026-06-12")).toContain(ingrid);
    expect(await mailsOn(world, "2026-06-12")).toEqual([]);
    expect(await mailsOn(world, "2026-06-13")).toEqual([]);
    expect(await mailsOn(world, "2026-06-14")).toEqual([]);
    // Christmas Day is a Friday.
    expect(await mailsOn(world, "2026-12-25")).toEqual([]);
  });

  test("is not sent when it was all done meanwhile", async () => {
    const world = setup();
    const file = await waiting(world);
    await morning(world, atHalfPastSix("2026-06-09"));
    const task = (await file.dossier()).tasks.findLast(({ kind }) => kind === "assess");
    const posted = {
      outcome: "handle",
      category: "trainer",
      severity: "ordinary",
      claim: "no",
      talked: "no",
      hold: "no",
    };
    await file.do({ type: "AnswerTask", taskId: task?.taskId ?? "", by: "role:office-manager", posted });
    world.sent.splice(0);
    await swept(world);
    expect(world.sent).not.toContain(ingrid);
  });
});

describe("what we did with a complaint (B1, A30)", () => {
  const asked = {
    measure1: "Kleinere groepen.",
    measureType1: "process",
    measureOwner1: "joost",
    measureDue1: "2026-06-29",
  };

  async function reported(world: LearningWorld, told: Readonly<Record<string, string>> = {}) {
    const [measure] = await filesOf(world, "measures");
    if (measure === undefined) throw new Error("No measure.");
    const done = { outcome: "done", evidence: "De zaal is verbouwd.", doneOn: world.clock.at.slice(0, 10), ...told };
    await fileOf(world, measure).perform("report-measure", done);
  }

  const lettersIn = async (file: { dossier(): ReturnType<LearningWorld["cases"]["load"]> }) =>
    (await file.dossier()).letters.filter(({ letter }) => letter === "you-said-we-did");

  test("is told to a complainant who wished to hear, in the words that were written for them, once", async () => {
    const world = setup();
    const file = await closedOn(world, june(1), {}, asked);
    await file.perform("satisfaction", { score: "4", tellMe: "yes" }, "complainant");
    world.clock.at = june(29);
    await reported(world, { toldComplainants: "De groepen zijn nu kleiner." });
    await swept(world);
    await swept(world);
    expect(await lettersIn(file)).toHaveLength(1);
    expect((await file.dossier()).toldMeasures).toMatchObject([{ text: "De groepen zijn nu kleiner." }]);
  });

  test("tells nothing of the measure itself where nobody wrote something for complainants", async () => {
    const world = setup();
    const file = await closedOn(world, june(1), {}, asked);
    await file.perform("satisfaction", { score: "4", tellMe: "yes" }, "complainant");
    await reported(world);
    await swept(world);
    const [told] = (await file.dossier()).toldMeasures;
    expect(told?.text).toContain("een maatregel genomen");
    expect(told?.text).not.toMatch(/groepen|zaal/);
  });

  test.each([
    ["said no", { score: "4", tellMe: "no" }],
    ["did not say", { score: "4" }],
  ] as const)("is not told to whoever %s", async (_what, answer) => {
    const world = setup();
    const file = await closedOn(world, june(1), {}, asked);
    await file.perform("satisfaction", answer, "complainant");
    await reported(world);
    await swept(world);
    expect(await lettersIn(file)).toEqual([]);
  });

  test("is told afterwards to a complainant who says so when it is done already, also of a pattern's measure", async () => {
    const world = setup();
    const files = [];
    for (const day of [1, 2, 3]) files.push(await closedOn(world, june(day), { course: "BHV basis" }));
    await morning(world, atHalfPastSix("2026-06-04"));
    const signals = await filesOf(world, "signals");
    const signal = signals.find(({ matter }) => matter.kind === "signal" && matter.signal.dimension === "course");
    if (signal === undefined) throw new Error("No signal.");
    await fileOf(world, signal).perform("look-into-signal", { outcome: "measures", finding: "Te vol.", ...asked });
    world.clock.at = june(29);
    await reported(world, { toldComplainants: "De groepen zijn nu kleiner." });
    await swept(world);
    for (const file of files) expect(await lettersIn(file)).toEqual([]);
    await files[1]?.perform("satisfaction", { score: "4", tellMe: "yes" }, "complainant");
    await swept(world);
    const told = await Promise.all(files.map(async (file) => (await lettersIn(file)).length));
    expect(told).toEqual([0, 1, 0]);
  });
});

test("every morning personal data are erased whose time has come, after they were announced", async () => {
  const world = setup();
  const file = await closedComplaint(world);
  await morning(world, monthBefore);
  expect((await file.dossier()).erasure.announcedFor).toBeDefined();
  await morning(world, onTheDay);
  expect((await file.dossier()).erasure.erasedAt).toBe(onTheDay);
});

test("what fails does not stop the rest, is said by name, and is made good the next morning", async () => {
  const world = setup();
  await morning(world, "2026-05-04T04:30:00.000Z");
  for (const day of [1, 2, 3]) await assessedOn(world, june(day), { course: "BHV basis" });
  world.cutAt = world.writes + 1;
  await expect(morning(world, "2026-07-01T04:30:00.000Z")).rejects.toThrow("learnworks raiseSignals: PowerCut");
  expect(await filesOf(world, "reviews")).toEqual([]);
  world.cutAt = Number.POSITIVE_INFINITY;
  await morning(world, "2026-07-02T04:30:00.000Z");
  expect(await filesOf(world, "signals")).toHaveLength(1);
  expect(await filesOf(world, "reviews")).toHaveLength(1);
});
