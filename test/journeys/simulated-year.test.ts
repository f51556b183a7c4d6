import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { procedures } from "../../procedures/all.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { replay } from "../../shared/domain/evolve.ts";
import { type Overview, overviewSchema } from "../../shared/domain/learning/overview-schema.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import { closingLedger } from "../../shared/domain/register/closing-ledger.ts";
import type { RegisterRow } from "../../shared/domain/register/register-row.ts";
import { registerRowOf } from "../../shared/domain/register/register-row-of.ts";
import { recount, type Totals } from "../../shared/domain/register/totals.ts";
import { brokenAt } from "../../shared/domain/seal.ts";
import { announceErasures } from "../../shared/learning/announce-erasures.ts";
import { filesIn } from "../../shared/learning/closed-files.ts";
import { eraseDue } from "../../shared/learning/erase.ts";
import { effectOfMeasure } from "../../shared/learning/make-overview.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import { readTotals } from "../../shared/store/totals.ts";
import { planted } from "../support/planned-complaints.ts";
import { isPlanted, SimulatedYear } from "../support/simulated-year.ts";

const seed = 20260601;
/** Half a year of history, the year, and the months in which is looked back on it. */
const [begins, firstWithout, ends] = ["2025-12-01", "2027-03-01", "2027-04-01"];

/** What a house with twenty complaints a month takes for a pattern; three in half a year would be chance here. */
function ofItsSize(procedure: Procedure): Procedure {
  const { learning } = procedure;
  const signals = { ...learning.signals, repeated: { count: 10, months: 1 }, late: { count: 8, months: 2 } };
  return { ...procedure, learning: { ...learning, signals } };
}

/** What the events of all complaints add up to, as they are in the table. */
async function recounted({ core: { cases }, procedure }: SimulatedYear): Promise<Totals> {
  const rows: RegisterRow[] = [];
  for await (const { caseId } of everyCase(cases.items, procedure.id)) {
    const events = await cases.events(procedure.id, caseId);
    const dossier = replay(events);
    const row = registerRowOf(dossier, closingLedger(events, dossier, procedure), procedure);
    if (row !== undefined) rows.push(row);
  }
  return recount(rows);
}

const counted = ({ core: { cases }, procedure }: SimulatedYear) => readTotals(cases.items, procedure.id, "", "9999-12");

async function filesOf({ core: { cases }, procedure }: SimulatedYear, list: string): Promise<readonly Dossier[]> {
  const ids = await Array.fromAsync(filesIn([list], procedure.id, cases));
  return Promise.all(ids.map((caseId) => cases.load(procedure.id, caseId)));
}

async function reviewsOf(
  year: SimulatedYear,
): Promise<readonly { readonly cycle: string; readonly figures: Overview; readonly file: Dossier }[]> {
  return (await filesOf(year, "reviews")).flatMap((file) =>
    file.matter.kind === "review"
      ? [{ cycle: file.matter.review.cycle, figures: overviewSchema.parse(file.matter.review.figures), file }]
      : [],
  );
}

describe.each(procedures.map(ofItsSize))(
  "a year at $house.name with one course that goes wrong from June on",
  (procedure) => {
    const year = new SimulatedYear(procedure, seed, begins, firstWithout);
    /** The totals at the beginning of each month, as they were kept and as the events told them then. */
    const months: { readonly month: string; readonly kept: Totals; readonly told: Totals }[] = [];

    beforeAll(async () => {
      await year.core.resume();
      for (let month = "2026-01-01"; month <= ends; month = monthAfter(month)) {
        await year.runUntil(month);
        months.push({ month, kept: await counted(year), told: await recounted(year) });
      }
      await report(year);
    }, 600_000);
    afterAll(() => year.core.close());

    test("hundreds of complaints went their way, and no machine failed", () => {
      expect(year.cases.size).toBeGreaterThan(300);
      const failed = year.core.engine
        .executions()
        .filter(({ status }) => status !== "RUNNING" && status !== "SUCCEEDED");
      expect(failed).toEqual([]);
    });

    test("totals equal a recount from the events at the end of every month (A23, A25)", () => {
      expect(months).toHaveLength(16);
      for (const { month, kept, told } of months) expect({ month, totals: kept }).toEqual({ month, totals: told });
    });

    test("the pattern is told in June and not before, and once (B36)", async () => {
      const about = (await filesOf(year, "signals")).filter(({ matter }) => isPlanted(matter));
      const names = about.map(
        ({ matter }) => matter.kind === "signal" && `${matter.signal.rule} ${matter.signal.dimension}`,
      );
      expect(names).toEqual(expect.arrayContaining(["rise course", "repeated course"]));
      expect(new Set(names).size).toBe(names.length);
      for (const { registeredAt } of about) expect(registeredAt.slice(0, 7)).toBe("2026-06");
    });

    test("behind it are complaints about that course, and no others (B36)", async () => {
      const about = (await filesOf(year, "signals")).flatMap(({ matter }) =>
        matter.kind === "signal" && matter.signal.dimension === "course" && isPlanted(matter)
          ? matter.signal.cases
          : [],
      );
      const bad = [...year.cases].flatMap(([plan, caseId]) => (plan.isPlanted ? [caseId] : []));
      expect(about.length).toBeGreaterThan(0);
      expect(about.filter((caseId) => !bad.includes(caseId))).toEqual([]);
    });

    test("every other signal has complaints behind it too, and was looked into", async () => {
      for (const { matter, status } of await filesOf(year, "signals")) {
        expect(status).toBe("closed");
        expect(matter.kind === "signal" && matter.signal.cases.length).toBeGreaterThan(0);
      }
    });

    test("the review of the year shows it: how many, that it rose in June, what was decided and done (A25, B31, B33)", async () => {
      const review = (await reviewsOf(year)).find(
        ({ cycle, figures }) => cycle === "yearly" && figures.from === "2026-01-01",
      );
      if (review === undefined) throw new Error("There is no review of 2026.");
      const { figures, file } = review;
      expect(file.registeredAt.slice(0, 10)).toBe("2027-01-01");
      expect(file.status).toBe("closed");
      const of2026 = year.plan.filter(({ filedOn }) => filedOn.startsWith("2026-"));
      const bad = of2026.filter((one) => one.isPlanted).length;
      expect(figures.complaints + figures.undecided).toBe(of2026.length);
      expect(figures.courses.find(({ code }) => code === planted.courseKey)?.count).toBe(bad);
      expect(figures.signals.filter(({ label }) => label?.nl === planted.course)).not.toEqual([]);
      expect(figures.measures.filter(({ status }) => status === "done").length).toBeGreaterThan(0);
      const inMonth = (month: string) => figures.trend.find((one) => one.month === month)?.count ?? 0;
      const mean = (of: readonly string[]) => of.reduce((sum, month) => sum + inMonth(month), 0) / of.length;
      expect(mean(["2026-06", "2026-07", "2026-08"])).toBeGreaterThan(mean(["2026-03", "2026-04", "2026-05"]) + 5);
    });

    test("where a house looks back every quarter, each shows as much of it as was known then (B33)", async () => {
      const quarters = (await reviewsOf(year)).filter(({ cycle }) => cycle === "quarterly");
      expect(quarters.length).toBe(procedure.learning.reviews.includes("quarterly") ? 5 : 0);
      for (const { figures } of quarters) {
        const shown = figures.courses.find(({ code }) => code === planted.courseKey)?.count;
        const known = year.plan.filter(
          (one) =>
            one.isPlanted &&
            one.filedOn >= figures.from &&
            one.filedOn < figures.until &&
            one.handledOn < figures.until,
        );
        expect(shown ?? 0).toBe(known.length);
      }
    });

    test("half a year after the measure was carried out, complaints about the course are fewer, and not by chance (A28, B37)", async () => {
      const measures = (await filesOf(year, "measures")).filter(
        ({ matter }) => matter.kind === "measure" && matter.measure.counted?.value === planted.courseKey,
      );
      expect(measures.length).toBeGreaterThan(0);
      const effects = await Promise.all(measures.map((measure) => effectOfMeasure(measure, year.core.cases)));
      const judged = measures.map(({ tasks }) =>
        tasks.filter(({ kind, answer }) => kind === "judge-effect" && answer !== undefined),
      );
      for (const answers of judged) expect(answers).toHaveLength(2);
      expect(effects.map((effect) => effect?.after)).toEqual(measures.map(() => 0));
      expect(effects.map((effect) => effect?.verdict)).toContain("fewer");
    });

    test("complainants who wished so were told what was done, each once for each measure (B1, A30)", async () => {
      let told = 0;
      for (const [plan, caseId] of year.cases) {
        const { toldMeasures, letters } = await year.core.cases.load(procedure.id, caseId);
        const ids = toldMeasures.map(({ measureId }) => measureId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(letters.filter(({ letter }) => letter === "you-said-we-did")).toHaveLength(ids.length);
        if (plan.cause !== planted.cause || plan.score === undefined) expect(ids).toEqual([]);
        told += ids.length;
      }
      expect(told).toBeGreaterThan(0);
    });

    test("once personal data are erased, totals are the same, a recount too, and every chain verifies", async () => {
      const before = await counted(year);
      const { core } = year;
      const dependencies = { ...core, publicUrl: "https://wederhoor.example" };
      core.clock.moveTo("2029-06-01T10:00:00.000Z");
      await announceErasures(procedure.id, dependencies);
      core.clock.moveTo("2029-07-02T10:00:00.000Z");
      await eraseDue(procedure.id, dependencies);
      expect(await counted(year)).toEqual(before);
      expect(await recounted(year)).toEqual(before);
      for (const caseId of year.cases.values()) {
        const events = await core.cases.events(procedure.id, caseId);
        expect(brokenAt(events)).toBeUndefined();
        expect(replay(events).erasure.erasedAt).toBeDefined();
      }
    }, 600_000);
  },
);

function monthAfter(day: string): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return `${month === 12 ? year + 1 : year}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}

/** The figures, for whoever runs it. */
async function report(year: SimulatedYear): Promise<void> {
  const signals = await filesOf(year, "signals");
  const reviews = await reviewsOf(year);
  const lines = [
    `${year.procedure.house.name}: ${year.cases.size} complaints, ${year.plan.filter((one) => one.isPlanted).length} of them planted; ${year.core.post.list().length} letters.`,
    ...signals.map(({ registeredAt, matter }) =>
      matter.kind === "signal"
        ? `  ${registeredAt.slice(0, 10)} ${matter.signal.rule} ${matter.signal.dimension} ${matter.signal.code ?? ""}: ${matter.signal.count}`
        : "",
    ),
    ...(await effectsOf(year)),
    ...reviews.map(({ cycle, figures }) => `  ${cycle} from ${figures.from}: ${figures.complaints} complaints`),
  ];
  console.info(lines.join("\n"));
}

async function effectsOf(year: SimulatedYear): Promise<readonly string[]> {
  const measures = await filesOf(year, "measures");
  return Promise.all(
    measures.map(async (measure) => {
      const effect = await effectOfMeasure(measure, year.core.cases);
      const { before, monthsBefore, after, monthsAfter, verdict } = effect ?? {};
      return `  ${measure.number}: ${before} in ${monthsBefore} months before, ${after} in ${monthsAfter} after: ${verdict}`;
    }),
  );
}
