import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { announceErasures } from "../../shared/learning/announce-erasures.ts";
import { RoundIncomplete } from "../../shared/learning/each-file.ts";
import { eraseDue } from "../../shared/learning/erase.ts";
import { CaseStore } from "../../shared/store/cases.ts";
import {
  announcedAndErased,
  closedComplaint,
  monthBefore,
  onTheDay,
  organisation,
  plantedMail,
} from "../support/closed-complaint.ts";
import { LearningWorld } from "../support/learning-world.ts";
import { caseFromMail, measureFiles, StoredCase } from "../support/stored-case.ts";

let closed: LearningWorld;
let file: StoredCase;
beforeAll(async () => {
  closed = new LearningWorld();
  file = await closedComplaint(closed);
});
afterAll(() => closed.remove());

/** The closed complaint once more, for one test. */
function setup() {
  const world = closed.copy();
  onTestFinished(() => world.remove());
  return { world, complaint: new StoredCase(world, organisation, file.caseId) };
}

describe("the owner", () => {
  test("is told 30 days ahead, once, and not a day sooner", async () => {
    const { world, complaint } = setup();
    const told = async () => (await complaint.dossier()).letters.filter(({ letter }) => letter === "erasure-announced");
    world.clock.at = "2028-01-31T11:00:00.000Z";
    await announceErasures(organisation, world.dependencies);
    expect(await told()).toEqual([]);

    for (const at of [monthBefore, monthBefore, "2028-02-10T11:00:00.000Z"]) {
      world.clock.at = at;
      await announceErasures(organisation, world.dependencies);
    }

    const { owner, erasure } = await complaint.dossier();
    expect(await told()).toMatchObject([{ to: owner, status: "sent" }]);
    expect(erasure.announcedFor?.slice(0, 10)).toBe("2028-03-02");
    expect(world.sent).toEqual(["farah.amrani@learnworks.example"]);
  });

  test("loses nothing before the announced moment, nor without an announcement", async () => {
    const { world, complaint } = setup();
    world.clock.at = "2030-01-01T11:00:00.000Z";
    await eraseDue(organisation, world.dependencies);
    expect((await complaint.dossier()).complainant?.name).toBe("Mirthe Zandstra");

    await announceErasures(organisation, world.dependencies);
    world.clock.at = "2030-01-30T11:00:00.000Z";
    await eraseDue(organisation, world.dependencies);
    expect((await complaint.dossier()).complainant?.name).toBe("Mirthe Zandstra");

    world.clock.at = "2030-01-31T11:30:00.000Z";
    await eraseDue(organisation, world.dependencies);
    expect((await complaint.dossier()).complainant).toBeUndefined();
  });

  test("can hold it, for a reason; what came of the complaint is kept with it", async () => {
    const { world, complaint } = setup();
    world.clock.at = monthBefore;
    await announceErasures(organisation, world.dependencies);
    await complaint.act("hold-erasure", "role:project-manager", { reason: "Er loopt een rechtszaak." });
    world.clock.at = "2031-01-01T11:00:00.000Z";

    await announceErasures(organisation, world.dependencies);
    await eraseDue(organisation, world.dependencies);

    const { complainant, erasure } = await complaint.dossier();
    expect(complainant?.name).toBe("Mirthe Zandstra");
    expect(erasure.held?.reason).toBe("Er loopt een rechtszaak.");
    expect(JSON.stringify(world.raw())).toContain("Spelregels voor humor");
    expect(world.archived().some(({ text }) => text.includes("sukkelaar"))).toBe(true);
  });

  test("is told again once the hold is lifted, and then it goes", async () => {
    const { world, complaint } = setup();
    world.clock.at = monthBefore;
    await announceErasures(organisation, world.dependencies);
    await complaint.act("hold-erasure", "role:project-manager", { reason: "Er loopt een rechtszaak." });
    world.clock.at = "2029-06-01T11:00:00.000Z";
    await complaint.act("lift-hold", "role:project-manager");
    await eraseDue(organisation, world.dependencies);
    expect((await complaint.dossier()).erasure.erasedAt).toBeUndefined();

    await announceErasures(organisation, world.dependencies);
    world.clock.at = "2029-07-01T11:30:00.000Z";
    await eraseDue(organisation, world.dependencies);

    expect((await complaint.dossier()).erasure.erasedAt).toBe("2029-07-01T11:30:00.000Z");
    expect(JSON.stringify(world.raw())).not.toContain("rechtszaak");
  });

  test("can hold it until a day: it ends by itself, and is announced anew", async () => {
    const { world, complaint } = setup();
    world.clock.at = monthBefore;
    await announceErasures(organisation, world.dependencies);
    await complaint.act("hold-erasure", "role:project-manager", { reason: "Rechtszaak.", holdUntil: "2028-06-01" });
    world.clock.at = "2028-05-31T11:00:00.000Z";
    await eraseDue(organisation, world.dependencies);
    await announceErasures(organisation, world.dependencies);
    expect((await complaint.dossier()).erasure.announcedFor?.slice(0, 10)).toBe("2028-03-02");

    world.clock.at = "2028-06-01T11:00:00.000Z";
    await eraseDue(organisation, world.dependencies);
    expect((await complaint.dossier()).erasure.erasedAt).toBeUndefined();
    await announceErasures(organisation, world.dependencies);
    expect((await complaint.dossier()).erasure.announcedFor?.slice(0, 10)).toBe("2028-07-01");
    world.clock.at = "2028-07-01T11:30:00.000Z";
    await eraseDue(organisation, world.dependencies);

    expect((await complaint.dossier()).erasure.erasedAt).toBe("2028-07-01T11:30:00.000Z");
  });

  test.each([
    ["another colleague", "role:office-manager"],
    ["the complainant", "complainant"],
    ["the person it is about", "respondent:1"],
  ] as const)("is the one who decides that, not %s", async (_who, by) => {
    const { complaint } = setup();
    await expect(complaint.act("hold-erasure", by, { reason: "Omdat." })).rejects.toThrow("not-now");
  });
});

describe("a case that is not ready", () => {
  test("is never erased while it is open, however old", async () => {
    const world = new LearningWorld();
    onTestFinished(() => world.remove());
    const open = await caseFromMail(world, plantedMail("open"));
    world.clock.at = "2036-01-05T09:00:00.000Z";

    await announceErasures(organisation, world.dependencies);
    await eraseDue(organisation, world.dependencies);

    expect((await open.dossier()).complainant?.name).toBe("Mirthe Zandstra");
    expect(world.sent).toEqual([]);
    expect(
      await open.cases.execute(organisation, open.caseId, {
        type: "RecordErasure",
        version: (await open.dossier()).version,
      }),
    ).toMatchObject({ ok: false });
  });

  test("counts anew when it was opened again, and what was announced before does not count", async () => {
    const { world, complaint } = setup();
    world.clock.at = monthBefore;
    await announceErasures(organisation, world.dependencies);
    const { tasks } = await complaint.dossier();
    const survey = tasks.find(({ kind }) => kind === "satisfaction")?.taskId ?? "none";
    await complaint.do({ type: "AnswerTask", taskId: survey, by: "complainant", posted: { score: "1" } });
    await complaint.perform("follow-up", { outcome: "reopen", reopenReason: "Het gesprek was er niet." });
    world.clock.at = onTheDay;
    await eraseDue(organisation, world.dependencies);
    expect((await complaint.dossier()).complainant?.name).toBe("Mirthe Zandstra");

    await complaint.perform("draw-lessons", { cause: "agreements", lesson: "Bel op tijd." });
    await complaint.do({ type: "CloseCase" });
    world.clock.at = "2030-01-15T11:00:00.000Z";
    await announceErasures(organisation, world.dependencies);
    await eraseDue(organisation, world.dependencies);
    expect((await complaint.dossier()).erasure).toEqual({ announcedFor: "2028-03-02T11:00:00.000Z" });

    world.clock.at = "2030-02-01T11:00:00.000Z";
    await announceErasures(organisation, world.dependencies);
    world.clock.at = "2030-03-03T11:30:00.000Z";
    await eraseDue(organisation, world.dependencies);
    expect((await complaint.dossier()).erasure.erasedAt).toBe("2030-03-03T11:30:00.000Z");
  });
});

describe("words about a complaint in other files", () => {
  test("stay in a signal as long as another complaint behind it does", async () => {
    const { world } = setup();
    const other = await caseFromMail(world, plantedMail("another").replace("dinsdag", "vrijdag"));
    const signal = await world.cases.openSignal(organisation, {
      rule: "repeated",
      dimension: "respondent",
      count: 2,
      cases: [file.caseId, other.caseId],
      what: "Koosje Wagenvoort",
      from: "2026-01-01T00:00:00.000Z",
      until: "2026-03-02T00:00:00.000Z",
    });
    const seen = new StoredCase(world, organisation, signal.caseId);
    await seen.perform("look-into-signal", { outcome: "watch", finding: "Wij letten op." });

    await announcedAndErased(world);

    const { matter, erasure } = await seen.dossier();
    expect(erasure.erasedAt).toBeUndefined();
    expect(matter.kind === "signal" && matter.signal.what).toBe("Koosje Wagenvoort");
  });

  test("stay in a measure that somebody is still carrying out, until its own time comes", async () => {
    const { world } = setup();
    const cases = [file.caseId];
    const text = "Koosje loopt een dag mee.";
    const dueAt = "2028-04-01T15:00:00.000Z";
    const measure = {
      measureType: "placement",
      source: "case",
      agreedBy: "role:director",
      owner: "person:joost",
    } as const;
    const { caseId } = await world.cases.agreeMeasure(organisation, { ...measure, cases, text, dueAt });
    const open = new StoredCase(world, organisation, caseId);

    await announcedAndErased(world);
    expect((await open.dossier()).erasure).toEqual({});
    await open.perform("report-measure", { outcome: "dropped", dropReason: "Koosje is weg." });
    world.clock.at = "2030-02-05T11:00:00.000Z";
    await announceErasures(organisation, world.dependencies);
    world.clock.at = "2030-03-20T11:00:00.000Z";
    await eraseDue(organisation, world.dependencies);

    expect((await open.dossier()).erasure.erasedAt).toBe("2030-03-20T11:00:00.000Z");
    expect(JSON.stringify(world.raw())).not.toContain("Koosje");
  });

  test("are all gone with the complaint when they are closed", async () => {
    const { world } = setup();
    await announcedAndErased(world);
    for (const measure of await measureFiles(world)) expect((await measure.dossier()).erasure.erasedAt).toBe(onTheDay);
  });
});

test("the words of a review go 24 months after it was closed; its figures and who did what stay (A2, A25)", async () => {
  const world = new LearningWorld();
  onTestFinished(() => world.remove());
  const period = { cycle: "quarterly", from: "2026-01-01", until: "2026-04-01", shielded: [] } as const;
  const figures = { complaints: 12 };
  const { caseId } = await world.cases.openReview(organisation, { ...period, figures });
  const review = new StoredCase(world, organisation, caseId);
  await review.perform("check-overview", { outcome: "checked", checkNote: "Koosje telde mee." });
  await review.perform("analyse-overview", { outcome: "analysed", analysis: "Koosje doet te veel alleen." });
  await review.perform("acknowledge-review", { outcome: "acknowledged" });
  await review.do({ type: "CloseCase" });
  world.clock.at = "2027-12-20T11:00:00.000Z";
  await announceErasures(organisation, world.dependencies);
  expect((await review.dossier()).erasure.announcedFor?.slice(0, 10)).toBe("2028-01-19");

  world.clock.at = "2028-01-19T11:30:00.000Z";
  await eraseDue(organisation, world.dependencies);

  const { matter, tasks, erasure } = await review.dossier();
  expect(erasure.erasedAt).toBe("2028-01-19T11:30:00.000Z");
  expect(JSON.stringify(world.raw())).not.toContain("Koosje");
  expect(matter).toMatchObject({ kind: "review", review: { figures } });
  expect(tasks.map(({ answer }) => answer?.outcome)).toEqual(["checked", "analysed", "acknowledged"]);
});

test("erasing a complaint opens the files behind it and no others, however many there are", async () => {
  const { world } = setup();
  const measure = {
    measureType: "other",
    source: "other",
    agreedBy: "role:director",
    owner: "person:joost",
    text: "Iets heel anders.",
    dueAt: "2028-04-01T15:00:00.000Z",
    cases: [],
  } as const;
  const { caseId } = await world.cases.agreeMeasure(organisation, measure);
  const opened: string[] = [];
  const { items } = world.dependencies.cases;
  const watched = new CaseStore({
    items: {
      get: (key) => items.get(key),
      query: (query) => {
        opened.push(JSON.stringify(query));
        return items.query(query);
      },
      transact: (writes) => items.transact(writes),
    },
    procedures: world.cases.procedures,
    clock: world.clock,
    secrets: world.secrets,
  });
  world.clock.at = monthBefore;
  await announceErasures(organisation, world.dependencies);
  world.clock.at = onTheDay;

  await eraseDue(organisation, { ...world.dependencies, cases: watched });

  expect(opened.filter((query) => query.includes(caseId))).toEqual([]);
  for (const one of await measureFiles(world))
    expect((await one.dossier()).erasure.erasedAt !== undefined).toBe(one.caseId !== caseId);
});

test("one file that cannot be erased now does not keep the others, and goes the next day", async () => {
  const { world, complaint } = setup();
  world.clock.at = "2026-03-03T10:00:00.000Z";
  const other = await caseFromMail(world, plantedMail("question").replace("dinsdag", "maandag"));
  await other.perform("assess", { outcome: "not-a-complaint", reason: "Een vraag.", rightDoor: "De balie." });
  await other.send("referral");
  await other.do({ type: "CloseCase" });
  world.clock.at = "2028-02-03T11:00:00.000Z";
  await announceErasures(organisation, world.dependencies);
  world.clock.at = "2028-03-05T11:00:00.000Z";
  const [attachment] = (await complaint.dossier()).attachments;
  const { archive } = world;
  const stuck = {
    ...archive,
    async delete(key: string) {
      if (key === attachment?.key) throw new Error("out of reach");
      await archive.delete(key);
    },
  };

  await expect(eraseDue(organisation, { ...world.dependencies, archive: stuck })).rejects.toThrow(RoundIncomplete);
  expect((await complaint.dossier()).erasure.erasedAt).toBeUndefined();
  expect((await other.dossier()).erasure.erasedAt).toBeDefined();

  await eraseDue(organisation, world.dependencies);
  expect((await complaint.dossier()).erasure.erasedAt).toBeDefined();
  expect(world.archived()).toEqual([]);
});
