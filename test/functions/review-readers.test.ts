import { strFromU8, unzipSync } from "fflate";
import { beforeEach, describe, expect, test } from "vitest";
import { sweep } from "../../functions/sweep/sweep.ts";
import { filesIn } from "../../shared/learning/closed-files.ts";
import { startReviews } from "../../shared/learning/start-reviews.ts";
import { answers, procedures } from "../support/case-under-test.ts";
import { complaintMail } from "../support/embedded-world.ts";
import { measureOf, signalOf } from "../support/file-under-test.ts";
import { DeskVisitor } from "./desk-visitor.ts";

const house = "learnworks";
const home = `/desk/${house}`;
const mailOf = (id: string) => procedures.learnworks.people.find((one) => one.id === id)?.email ?? "";
const text = "Trainers mailen de afspraken vooraf";
let desk: DeskVisitor;

beforeEach(async () => {
  desk = DeskVisitor.at();
  // From the first round on, periods are looked back on.
  await startReviews(house, desk.world);
});

/** A complaint of January with a signal and a measure, about these colleagues. */
async function complaintAbout(...people: readonly string[]): Promise<string> {
  const { cases } = desk.world;
  const caseId = await desk.hasCase(complaintMail({ id: `<${people.join("-")}@zorggroep.example>` }));
  const taskId = await desk.opens(caseId, "assess");
  const { assignee } = (await desk.dossier(caseId)).tasks.at(-1) ?? { assignee: "role:director" as const };
  const about = people.length === 0 ? {} : { respondentStaff: people.join(",") };
  await desk.execute(caseId, { type: "AnswerTask", taskId, by: assignee, posted: { ...answers.handle, ...about } });
  const [signal, measure] = [
    signalOf({ cases: [caseId] }),
    measureOf(procedures.learnworks, { text, cases: [caseId] }),
  ];
  if (signal.kind !== "signal" || measure.kind !== "measure") throw new Error("Other kinds.");
  await cases.openSignal(house, signal.signal);
  await cases.agreeMeasure(house, measure.measure);
  return caseId;
}

/** The review of the first quarter, on the morning after it. */
async function reviewBegun(): Promise<string> {
  desk.world.clock.at = "2026-04-01T04:30:00.000Z";
  await startReviews(house, desk.world);
  const [review = ""] = await Array.fromAsync(filesIn(["reviews"], house, desk.world.cases));
  return review;
}

async function reads(person: string, path: string): Promise<{ readonly status: number; readonly words: string }> {
  const { status, body } = await (await desk.another().signedIn(mailOf(person))).visit(`${home}${path}`);
  return { status, words: body.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ") };
}

async function packFor(person: string): Promise<Readonly<Record<string, string>>> {
  const visitor = await desk.another().signedIn(mailOf(person));
  const { body } = await visitor.visit(`${home}/evidence`, { query: { from: "2026-01", until: "2026-04" } });
  const files = Object.entries(unzipSync(Buffer.from(body, "base64")));
  return Object.fromEntries(files.map(([path, bytes]) => [path, strFromU8(bytes)]));
}

describe("The review of a period with a complaint about who would check it (B33)", () => {
  test("is checked by somebody else, and does not open for them", async () => {
    await complaintAbout("ingrid");
    const review = await reviewBegun();
    const taskId = await desk.opens(review, "check-overview");
    const { tasks } = await desk.dossier(review);
    expect(tasks).toMatchObject([{ kind: "check-overview", because: "involved", assignee: "deputy:office-manager" }]);
    expect((await reads("ingrid", `/case/${review}`)).status).toBe(404);
    expect((await reads("ingrid", `/case/${review}/t/${taskId}`)).status).toBe(404);
    expect((await reads("joost", `/case/${review}`)).words).toContain("LW-S-2026-0001");
  });

  test("is theirs to check when the complaint came in outside the period", async () => {
    const review = await reviewBegun();
    await complaintAbout("ingrid");
    await desk.opens(review, "check-overview");
    expect((await desk.dossier(review)).tasks).toMatchObject([{ assignee: "role:office-manager" }]);
  });

  test("goes to somebody else as soon as they are named", async () => {
    const caseId = await complaintAbout();
    const review = await reviewBegun();
    await desk.opens(review, "check-overview");
    expect((await reads("ingrid", `/case/${review}`)).status).toBe(200);
    const posted = { outcome: "named", respondentStaff: "ingrid" };
    await desk.execute(caseId, { type: "Act", action: "name-respondent", by: "role:director", posted, actId: "a1" });
    await sweep({}, desk.world.dependencies);
    expect((await reads("ingrid", `/case/${review}`)).status).toBe(404);
    expect((await desk.dossier(review)).tasks).toMatchObject([{ status: "open", assignee: "deputy:office-manager" }]);
  });

  test("stays out of the evidence that they download, as do its figures (A2)", async () => {
    const caseId = await complaintAbout("ingrid");
    await reviewBegun();
    const own = Object.values(await packFor("ingrid")).join();
    expect(own).not.toContain(caseId);
    expect(own).not.toMatch(/LW-[MSR]-2026/);
    expect(Object.keys(await packFor("wim")).join()).toContain("LW-R-2026-0001");
  });
});

test("The review leads at the desk to the overview of its months and to its PDF (B33)", async () => {
  await complaintAbout();
  const review = await reviewBegun();
  const visitor = await desk.another().signedIn(mailOf("wim"));
  const { body } = await visitor.visit(`${home}/case/${review}`, { query: { lang: "en" } });
  for (const path of ["/overview", "/overview.pdf"]) {
    expect(body).toContain(`href="${home}${path}?from=2026-01&amp;until=2026-03&amp;lang=en"`);
    const query = { from: "2026-01", until: "2026-03", lang: "en" };
    expect((await visitor.visit(`${home}${path}`, { query })).status).toBe(200);
  }
});

describe("The review of a period in which every colleague has a complaint about them", () => {
  beforeEach(async () => {
    await complaintAbout("ingrid");
    await complaintAbout("joost", "farah", "wim");
  });

  test("is for all to read, each without their own", async () => {
    const review = await reviewBegun();
    const { status, words } = await reads("ingrid", `/case/${review}`);
    expect(status).toBe(200);
    expect(words).toContain("zonder de klachten en maatregelen waar u bij betrokken bent");
    expect([...new Set(words.match(/LW-[MS]-2026-\d{4}/g))].toSorted()).toEqual(["LW-M-2026-0002", "LW-S-2026-0002"]);
    expect((await reads("wim", `/case/${review}`)).words).not.toMatch(/LW-[MS]-2026-0002/);
  });

  test("stays out of the evidence that they download, for its figures tell of them (A2)", async () => {
    await reviewBegun();
    const own = Object.values(await packFor("ingrid")).join();
    expect(own).not.toMatch(/LW-[MS]-2026-0001|LW-R-/);
    expect(own).toContain("LW-M-2026-0002");
  });
});
