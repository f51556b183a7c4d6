import type { EndedTask, OpenTask } from "../../shared/domain/dossier.ts";
import { controlChart } from "../../shared/domain/learning/control-chart.ts";
import { measureSeen } from "../../shared/domain/learning/measure-seen.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import type { Language } from "../../shared/domain/text.ts";
import { type BehindFile, type MeasureShown, nothingBehind } from "../../shared/pages/behind-file.ts";
import { casePage } from "../../shared/pages/case-page.tsx";
import { taskEndedPage } from "../../shared/pages/task-ended-page.tsx";
import { type TaskPage, taskPage } from "../../shared/pages/task-page.tsx";
import type { Instant } from "../../shared/ports.ts";
import { overviewOf } from "../learning/register-of.ts";
import { mondayMorning, procedures } from "../support/case-under-test.ts";
import { FileUnderTest, measureOf, reviewOf, signalOf } from "../support/file-under-test.ts";
import { links } from "./case-shown.ts";

const { learnworks } = procedures;

const cases = ["LW-2025-0031", "LW-2025-0044", "LW-2026-0002"].map((number, index) => ({
  caseId: `case${index + 1}`,
  number,
  href: `/desk/learnworks/case/case${index + 1}`,
}));

/** A measure with its words, the complaint it came from and another one behind it. */
export const measureShown = () =>
  new FileUnderTest(
    learnworks,
    measureOf(learnworks, { why: "Afspraken stonden alleen in het hoofd van de planner." }),
  );
export const behindMeasure: BehindFile = { ...nothingBehind, cases: cases.slice(0, 2), source: cases[0] };

export const promiseShown = () =>
  new FileUnderTest(
    learnworks,
    measureOf(learnworks, {
      measureType: "promise",
      owner: "role:project-manager",
      text: "Wij plannen een nieuwe trainingsdag.",
    }),
  );

/** Carried out on the day of its agreement, with the numbers before and after as they are half a year later. */
export function judgedMeasure(): FileUnderTest {
  const one = measureShown();
  one.perform("report-measure", {
    outcome: "done",
    evidence: "Alle bevestigingen van januari zijn nagekeken.",
    doneOn: "2026-01-05",
  });
  return one;
}
export const behindJudged: BehindFile = {
  ...behindMeasure,
  effect: {
    counted: { dimension: "cause", value: "agreements" },
    before: 14,
    monthsBefore: 12,
    after: 1,
    monthsAfter: 6,
    chance: 0.01,
    verdict: "fewer",
    notYetKnown: 2,
  },
};

export const signalShown = () => new FileUnderTest(learnworks, signalOf());
export const riseShown = () =>
  new FileUnderTest(
    learnworks,
    signalOf({ rule: "rise", dimension: "all", count: 9, expected: 2.25, limit: 8, from: "2025-12-01T00:00:00.000Z" }),
  );
const counts = [2, 1, 3, 2, 0, 4, 2, 3, 1, 2, 3, 4, 9];
export const behindSignal: BehindFile = {
  ...nothingBehind,
  cases,
  months: controlChart(
    counts.map((count, index) => ({
      month: index === 0 ? "2024-12" : `2025-${String(index).padStart(2, "0")}`,
      count,
    })),
    { baselineMonths: 12, atLeast: 3 },
  ),
};

/** A review of a year with two hundred complaints. */
export function reviewShown(cycle: "quarterly" | "yearly" = "yearly"): FileUnderTest {
  const matter = reviewOf(cycle);
  if (matter.kind !== "review") throw new Error("A review is a review.");
  const figures = JSON.parse(JSON.stringify(overviewOf(200)));
  return new FileUnderTest(learnworks, { ...matter, review: { ...matter.review, figures } });
}

export const analysis = {
  analysis: "De meeste klachten gaan over afspraken.",
  proposal1: "Bevestig elke afspraak op papier.",
  proposalType1: "process",
  proposal2: "Leer trainers hoe zij met kritiek omgaan.",
  proposalType2: "retraining",
};

export function behindReview(): BehindFile {
  const late: MeasureShown | undefined = shown(measureShown(), "LW-M-2025-0007");
  return { ...nothingBehind, measures: late === undefined ? [] : [late] };
}

function shown(one: FileUnderTest, number: string): MeasureShown | undefined {
  const seen = measureSeen(one.dossier, learnworks);
  const { matter } = one.dossier;
  return seen === undefined || matter.kind !== "measure" ? undefined : { ...seen, number, text: matter.measure.text };
}

interface Wanted extends Partial<Pick<TaskPage, "values" | "problems" | "behind">> {
  readonly now?: Instant;
}

/** The page of a task of this kind, newly asked, for whoever has it. */
export function learningTask(
  one: FileUnderTest,
  kind: TaskKindId,
  language: Language,
  { now = mondayMorning, ...more }: Wanted = {},
): string {
  const open = one.dossier.tasks.find((task): task is OpenTask => task.kind === kind && task.status === "open");
  const task = open ?? one.open(kind, now);
  const { dossier, procedure } = one;
  return taskPage({ by: task.assignee, task, dossier, procedure, language, now, links, ...more });
}

/** The page of the file itself, for its owner. */
export function learningFile(
  one: Pick<FileUnderTest, "dossier" | "procedure">,
  language: Language,
  { now = mondayMorning, behind }: { readonly now?: Instant; readonly behind?: BehindFile } = {},
): string {
  const { dossier, procedure } = one;
  return casePage({ by: dossier.owner, dossier, procedure, language, now, links, behind, duties: [] });
}

export function learningEnded(one: FileUnderTest, language: Language): string {
  const { dossier, procedure } = one;
  const task = dossier.tasks.findLast((each): each is EndedTask => each.status !== "open");
  if (task === undefined) throw new Error("No task has ended.");
  return taskEndedPage({ by: task.assignee, task, dossier, procedure, language, now: mondayMorning });
}

/** Every page of files that are no complaints, in this language. */
export function everyLearningPage(language: Language): readonly { readonly title: string; readonly html: string }[] {
  const analysed = reviewShown();
  analysed.perform("check-overview", { outcome: "checked", checkNote: "De cijfers kloppen." });
  const before = learningTask(reviewShown(), "analyse-overview", language);
  analysed.perform("analyse-overview", { outcome: "analysed", ...analysis });
  const decide = learningTask(analysed, "go-through-measures", language, { behind: behindReview() });
  const dropped = measureShown();
  dropped.perform("report-measure", { outcome: "dropped", dropReason: "Het systeem doet dit nu zelf." });
  const measure = { behind: behindMeasure };
  return [
    {
      title: "the task to carry out a measure",
      html: learningTask(measureShown(), "report-measure", language, measure),
    },
    { title: "the task to keep a promise", html: learningTask(promiseShown(), "report-measure", language, measure) },
    {
      title: "the task to judge a measure",
      html: learningTask(judgedMeasure(), "judge-effect", language, { behind: behindJudged }),
    },
    {
      title: "the task to look into a pattern",
      html: learningTask(riseShown(), "look-into-signal", language, { behind: behindSignal }),
    },
    { title: "the task to check an overview", html: learningTask(reviewShown(), "check-overview", language) },
    { title: "the task to analyse an overview", html: before },
    { title: "the task to go through the measures", html: decide },
    { title: "the page of a measure", html: learningFile(measureShown(), language, measure) },
    { title: "the page of a measure that was dropped", html: learningFile(dropped, language, measure) },
    { title: "the page of a pattern", html: learningFile(signalShown(), language, { behind: behindSignal }) },
    { title: "the page of a review", html: learningFile(analysed, language, { behind: behindReview() }) },
    { title: "a measure's task that is done", html: learningEnded(judgedMeasure(), language) },
  ];
}
