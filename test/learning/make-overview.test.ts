import { expect, test } from "vitest";
import { figuresOf } from "../../shared/domain/learning/overview-schema.ts";
import { effectOfMeasure, overviewFor, overviewOfReview } from "../../shared/learning/make-overview.ts";
import { LearningWorld } from "../support/learning-world.ts";
import { caseFromMail, StoredCase } from "../support/stored-case.ts";

const organisation = "learnworks";

const mail = (id: number) => `From: Sanne de Wit <sanne.dewit@zorggroep.example>
To: klachten@learnworks.example
Subject: De trainer kwam te laat, dag ${id}
Message-ID: <${id}@zorggroep.example>
Content-Type: text/plain; charset=utf-8

De trainer kwam op dag ${id} een uur te laat.
`;

/** Six complaints in January 2026, of which the first is about Joost, with a measure and a signal that came of it, and a review. */
async function setup() {
  const world = new LearningWorld();
  const { cases } = world;
  const ids: string[] = [];
  for (const id of [1, 2, 3, 4, 5, 6]) {
    const one = await caseFromMail(world, mail(id));
    await one.perform("assess", {
      outcome: "handle",
      category: "trainer",
      severity: "ordinary",
      claim: "no",
      talked: "no",
      ...(id === 1 ? { respondentStaff: "joost" } : { respondentOthers: "Bram Kuipers" }),
    });
    ids.push(one.caseId);
  }
  const from = "2026-01-01T00:00:00.000Z";
  const signal = {
    rule: "repeated",
    dimension: "category",
    code: "trainer",
    from,
    until: from,
    count: 6,
    cases: ids,
  } as const;
  await cases.openSignal(organisation, signal);
  const measure = await cases.agreeMeasure(organisation, {
    measureType: "process",
    source: "signal",
    agreedBy: "role:project-manager",
    owner: "person:ingrid",
    dueAt: "2026-02-27T16:00:00.000Z",
    cases: ids,
    counted: { dimension: "category", value: "trainer" },
    text: "Elke trainer een week vooraf bellen",
  });
  return { world, cases, measure };
}

const january = [organisation, "2026-01-01", "2026-02-01"] as const;

test("an overview is made over what is counted, with the measures and signals of the period (A25, B33)", async () => {
  const { cases, measure } = await setup();
  const { overview, words } = await overviewFor(...january, { cases });
  expect(overview.complaints).toBe(6);
  expect(overview.categories).toEqual([
    { code: "trainer", label: { nl: "Trainer of deskundige", en: "Trainer or expert" }, count: 6 },
  ]);
  expect(overview.signals).toMatchObject([{ rule: "repeated", complaints: 6, label: { nl: "Trainer of deskundige" } }]);
  expect(overview.measures).toMatchObject([{ number: measure.number, status: "open", owner: "person:ingrid" }]);
  expect(words.measures).toEqual({ [measure.number]: "Elke trainer een week vooraf bellen" });
});

test("whoever is involved in a case gets the figures without it, and without what came of it", async () => {
  const { cases } = await setup();
  const { overview, words } = await overviewFor(...january, { cases }, "joost");
  expect(overview.complaints).toBe(5);
  expect(overview.signals).toEqual([]);
  expect(overview.measures).toEqual([]);
  expect(words.measures).toEqual({});
  expect((await overviewFor(...january, { cases }, "ingrid")).overview.complaints).toBe(6);
});

test("the words of a promise, made to one complainant, stay out of it", async () => {
  const { cases, measure } = await setup();
  const promise = await cases.agreeMeasure(organisation, {
    measureType: "promise",
    source: "case",
    agreedBy: "role:project-manager",
    owner: "role:project-manager",
    dueAt: "2026-02-27T16:00:00.000Z",
    cases: [],
    text: "Mevrouw De Wit krijgt haar geld terug",
  });
  const { overview, words } = await overviewFor(...january, { cases });
  expect(overview.measures.map(({ number }) => number).sort()).toEqual([measure.number, promise.number].sort());
  expect(Object.keys(words.measures ?? {})).toEqual([measure.number]);
});

test("months outside the period do not count", async () => {
  const { cases } = await setup();
  const { overview } = await overviewFor(organisation, "2026-02-01", "2026-03-01", { cases });
  expect(overview.complaints).toBe(0);
  expect(overview.signals).toEqual([]);
  expect(overview.trend.at(-2)).toMatchObject({ month: "2026-01", count: 6, inPeriod: false });
});

test("a review keeps its figures as they were, with what is written in it beside them (A26, A27, B34)", async () => {
  const { world, cases } = await setup();
  const { overview } = await overviewFor(...january, { cases });
  const period = { cycle: "quarterly", from: "2026-01-01", until: "2026-02-01" } as const;
  const begun = await cases.openReview(organisation, { ...period, figures: figuresOf(overview) });
  const review = new StoredCase(world, organisation, begun.caseId);
  await review.perform("check-overview", { outcome: "checked" });
  await review.perform("analyse-overview", {
    outcome: "analysed",
    analysis: "Trainers komen te laat.",
    proposal1: "Trainers vooraf bellen",
    proposalType1: "process",
  });
  const analysed = await overviewOfReview(await review.dossier(), cases);
  expect(analysed?.words.review).toEqual({
    analysis: "Trainers komen te laat.",
    decisions: [{ proposal: "Trainers vooraf bellen" }],
  });
  await review.perform("go-through-measures", { outcome: "decided", decision1: "reject", why1: "Dat doen wij al." });
  await caseFromMail(world, mail(7));
  const told = await overviewOfReview(await review.dossier(), cases);
  expect(told?.overview).toEqual(overview);
  expect(told?.words.review?.decisions).toEqual([
    { proposal: "Trainers vooraf bellen", accepted: false, why: "Dat doen wij al." },
  ]);
  expect(Object.values(told?.words.measures ?? {})).toEqual(["Elke trainer een week vooraf bellen"]);
});

test("who judges a measure gets the numbers before and after, once it was carried out (A28, B37)", async () => {
  const { world, cases, measure } = await setup();
  const file = new StoredCase(world, organisation, measure.caseId);
  expect(await effectOfMeasure(await file.dossier(), cases)).toBeUndefined();
  world.clock.at = "2026-02-20T10:00:00.000Z";
  await file.perform("report-measure", { outcome: "done", evidence: "Gebeld.", doneOn: "2026-02-20" });
  world.clock.at = "2026-06-05T10:00:00.000Z";
  // Agreed in January, the month in which everything began: there is no whole month before it.
  expect(await effectOfMeasure(await file.dossier(), cases)).toMatchObject({
    monthsBefore: 0,
    after: 0,
    monthsAfter: 3,
    verdict: "too-few",
  });
});
