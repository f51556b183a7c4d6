import { expect, onTestFinished, test } from "vitest";
import { openCore } from "../../local/core.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import { mondayMorning, procedures } from "../support/case-under-test.ts";
import { exampleAnswer } from "../support/example-answers.ts";
import { measureOf, reviewOf, signalOf } from "../support/file-under-test.ts";

const day = 86_400_000;

/** The whole product in memory, on a clock that stands still until it is moved. */
function setup() {
  const procedure = procedures.learnworks;
  const core = openCore({
    procedures: [procedure],
    publicUrl: "https://wederhoor.example",
    places: "memory",
    realNow: () => Date.parse(mondayMorning),
    dailyRounds: false,
  });
  onTestFinished(() => core.close());
  const load = (caseId: string) => core.cases.load(procedure.id, caseId);
  const open = async (caseId: string) => (await load(caseId)).tasks.filter(({ status }) => status === "open");
  return {
    core,
    procedure,
    load,
    open,
    /** Lets everything happen up to a moment. */
    until: (moment: string) => core.time.advanceTo(moment),
    after: (days: number) => core.time.advanceTo(new Date(Date.parse(core.clock.now()) + days * day).toISOString()),
    /** Answers the one open task of a file, which is of this kind. */
    answer: async (caseId: string, kind: TaskKindId, posted: Readonly<Record<string, string>> = {}) => {
      const [task, ...more] = await open(caseId);
      expect([task?.kind, more.length]).toEqual([kind, 0]);
      const { taskId = "", assignee: by = "complainant" } = task ?? {};
      const given = { ...exampleAnswer(kind, core.clock.now()), ...posted };
      const command = { type: "AnswerTask", taskId, by, posted: given } as const;
      expect(await core.cases.execute(procedure.id, caseId, command)).toMatchObject({ ok: true });
      await core.resume();
      await core.time.nextAlarm();
    },
    states: () => core.engine.executions().map(({ machine, status }) => `${machine} ${status}`),
  };
}

test("a measure that is late is chased, carried out, and judged after three months and after six (A28, B17, B37)", async () => {
  const { core, procedure, load, open, until, after, answer, states } = setup();
  const { measure } = matter(measureOf(procedure, { cases: [] }), "measure");
  const { caseId } = await core.cases.agreeMeasure(procedure.id, measure);
  await core.time.nextAlarm();
  expect((await open(caseId)).map(({ assignee, dueAt }) => [assignee, dueAt])).toEqual([
    ["person:ingrid", "2026-03-02T16:00:00.000Z"],
  ]);

  await until("2026-03-05T09:00:00.000Z");
  const { letters } = await load(caseId);
  expect(letters.filter(({ to }) => to === "person:ingrid").map(({ letter }) => letter)).toEqual([
    "task",
    "reminder",
    "reminder",
    "overdue",
    "escalation",
  ]);
  await answer(caseId, "report-measure");
  expect(await open(caseId)).toEqual([]);
  await after(89);
  expect(await open(caseId)).toEqual([]);
  await after(2);
  await answer(caseId, "judge-effect");
  await after(89);
  expect(await open(caseId)).toEqual([]);
  await after(2);
  await answer(caseId, "judge-effect", { outcome: "partly" });

  expect(await load(caseId)).toMatchObject({ status: "closed", fourFacts: { outcome: "partly" } });
  expect(new Set(states())).toEqual(new Set(["measure-learnworks SUCCEEDED"]));
});

test("a signal is one task, and its measure begins by itself (B36)", async () => {
  const { core, procedure, answer, states } = setup();
  const { signal } = matter(signalOf(), "signal");
  const { caseId } = await core.cases.openSignal(procedure.id, { ...signal, cases: [] });
  await core.time.nextAlarm();
  await answer(caseId, "look-into-signal", {
    outcome: "measures",
    ...{ measure1: "Mail vooraf", measureType1: "process", measureOwner1: "joost", measureDue1: "2026-03-02" },
  });
  expect(states().toSorted()).toEqual(["measure-learnworks RUNNING", "side-task-learnworks SUCCEEDED"]);
});

test.each(["yearly", "quarterly"] as const)(
  "a %s review goes from hand to hand until the director has read it (A25-A29, B33, B34)",
  async (cycle) => {
    const { core, procedure, load, after, answer, states } = setup();
    const { review } = matter(reviewOf(cycle), "review");
    const { caseId } = await core.cases.openReview(procedure.id, review);
    await core.time.nextAlarm();
    await answer(caseId, "check-overview");
    await after(1);
    await answer(caseId, "analyse-overview", { proposal1: "Mail vooraf", proposalType1: "process" });
    const accepted = { decision1: "accept", measureOwner1: "joost", measureDue1: "2026-03-02" };
    await answer(caseId, "go-through-measures", accepted);
    if (cycle === "yearly") await answer(caseId, "evaluate-procedure");
    await answer(caseId, "acknowledge-review");
    expect(await load(caseId)).toMatchObject({ status: "closed", fourFacts: { outcome: "acknowledged" } });
    expect(states().toSorted()).toEqual(["measure-learnworks RUNNING", "review-learnworks SUCCEEDED"]);
  },
);

type Made = ReturnType<typeof measureOf>;
function matter<Kind extends Made["kind"]>(made: Made, kind: Kind): Extract<Made, { readonly kind: Kind }> {
  const is = (one: Made): one is Extract<Made, { readonly kind: Kind }> => one.kind === kind;
  if (!is(made)) throw new Error(`No ${kind}.`);
  return made;
}
