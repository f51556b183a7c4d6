import { describe, expect, test } from "vitest";
import { procedures } from "../../procedures/all.ts";
import { alarmsOf } from "../../shared/domain/alarms.ts";
import { endOf } from "../../shared/domain/calendar.ts";
import { calendarOf, taskDueAt } from "../../shared/domain/clocks.ts";
import { measureWithin } from "../../shared/domain/deciding/objections.ts";
import { matterOf } from "../../shared/domain/tasks/catalogue.ts";
import { type TaskKindId, taskKindIds } from "../../shared/domain/tasks/task-kind.ts";
import { measureHandsOverAfter } from "../../workflows/measure.ts";
import { outcomesOf } from "../../workflows/outcomes.ts";
import { pictureOf } from "../../workflows/picture.ts";
import { FileUnderTest, measureOf } from "../support/file-under-test.ts";
import { measures, reviews } from "./machines.ts";
import { DAY, MONDAY, setup, stepsAmong } from "./office.ts";

type Steps = Readonly<Record<string, { readonly kind: TaskKindId; readonly ways: Readonly<Record<string, string>> }>>;

/** Written down by hand: the machine must be this and nothing else. */
const measureSteps: Steps = {
  "Carry out the measure": {
    kind: "report-measure",
    ways: {
      done: "Let it work",
      kept: "Measure ended",
      extended: "Carry out the measure",
      dropped: "Measure ended",
    },
  },
  "See whether it helped": {
    kind: "judge-effect",
    ways: { helped: "Let it work on", partly: "Let it work on", "not-helped": "Let it work on" },
  },
  "See whether it still helps": {
    kind: "judge-effect",
    ways: { helped: "Measure ended", partly: "Measure ended", "not-helped": "Measure ended" },
  },
};
const reviewSteps: Steps = {
  "Check the overview": { kind: "check-overview", ways: { checked: "Analyse the overview" } },
  "Analyse the overview": { kind: "analyse-overview", ways: { analysed: "Go through the measures" } },
  "Go through the measures": { kind: "go-through-measures", ways: { decided: "Evaluate the procedure" } },
  "Evaluate the procedure": {
    kind: "evaluate-procedure",
    ways: { evaluated: "Acknowledge the review", skipped: "Acknowledge the review" },
  },
  "Acknowledge the review": { kind: "acknowledge-review", ways: { acknowledged: "Review ended" } },
};

const cases = [
  ...measures.map((machine) => ({ machine, steps: measureSteps, name: machine.name, matter: "measure" as const })),
  ...reviews.map((machine) => ({ machine, steps: reviewSteps, name: machine.name, matter: "review" as const })),
];

describe.each(cases)("$name", ({ machine, steps, matter }) => {
  const { definition, procedure } = machine;
  const named = Object.entries(steps).map(([step, { kind, ways }]) => ({ step, kind, ways }));

  test("asks every kind of task of such a file, and no other", () => {
    const persons = pictureOf(definition).boxes.filter(({ kind }) => kind === "person");
    expect(persons.map(({ id }) => id)).toEqual(Object.keys(steps));
    const wanted = taskKindIds.filter((kind) => matterOf(kind) === matter);
    expect([...new Set(named.map(({ kind }) => kind))]).toEqual(wanted);
  });

  test.each(named)("$step goes the right way with every outcome that its task can have", async (one) => {
    const { step, kind, ways } = one;
    expect(Object.keys(ways).toSorted()).toEqual([...outcomesOf(kind, procedure)].toSorted());
    const { start, answer, token, entered, callsOf } = setup(machine);
    const gone: Record<string, string | undefined> = {};
    for (const outcome of Object.keys(ways)) {
      const arn = await start({ resumeAt: step }, outcome);
      expect(callsOf("ask").at(-1)?.["kind"]).toBe(kind);
      await answer(token(), outcome);
      gone[outcome] = stepsAmong(entered(arn))[1];
    }
    expect(gone).toEqual(ways);
  });

  test.each(named)("$step goes to the next role up when nobody does it", async ({ step, kind }) => {
    const { start, wait, callsOf, where } = setup(machine, {
      instead: {
        "ring-alarms": () => ({ status: "expired", alarmAt: new Date(MONDAY + 4 * DAY).toISOString() }),
      },
    });
    await start({ resumeAt: step });
    await wait(2 * DAY);
    expect(callsOf("ask").map((asked) => asked["kind"])).toEqual([kind, kind]);
    expect(where()).toEqual([`${step}: await answer`]);
  });

  test("is not taken up at a step that is not on its path", async () => {
    const { start, result } = setup(machine);
    expect(result(await start({ resumeAt: "Assess" }))).toBe("FAILED UnknownStep");
  });
});

describe.each(measures)("a measure in $name", (machine) => {
  const { procedure } = machine;

  test("is judged three and six months after it was carried out, to the second (A28, B37)", async () => {
    const { start, wait, entered, where, clock, result } = setup(machine, {
      outcomes: { "report-measure": "done", "judge-effect": ["helped", "partly"] },
    });
    const arn = await start();
    const done = clock.time;
    await wait(90 * DAY - 10_000);
    expect(where()).toEqual(["Let it work"]);
    await wait(20_000);
    // By then the execution is old enough to go on in the next.
    expect(stepsAmong(entered(arn))).toEqual(["Carry out the measure", "Let it work"]);
    expect(where()).toEqual(["Let it work on"]);
    await wait(90 * DAY - 20_000);
    expect(where()).toEqual(["Let it work on"]);
    await wait(20_000);
    expect(where()).toEqual([]);
    expect(clock.time - done).toBeGreaterThanOrEqual(180 * DAY);
    expect(result(arn)).toBe("SUCCEEDED");
  });

  test("that is carried out after nine months still is judged, in executions that live for a year at most", async () => {
    const subject = setup(machine, {
      outcomes: { "judge-effect": ["helped", "helped"] },
      instead: { "ring-alarms": () => ({ status: "waiting", alarmAt: inADay() }) },
    });
    const inADay = () => new Date(subject.clock.time + DAY).toISOString();
    await subject.start();
    await subject.wait(276 * DAY);
    await subject.answer(subject.token(), "done");
    const asked = () => subject.callsOf("ask").map(({ kind }) => kind);
    expect(asked()).toEqual(["report-measure"]);

    await subject.wait(200 * DAY);

    expect(asked()).toEqual(["report-measure", "judge-effect", "judge-effect"]);
    expect(subject.engine.executions().map(({ status }) => status)).toEqual(Array(4).fill("SUCCEEDED"));
  });

  test("hands over to its own machine", async () => {
    const subject = setup(machine);
    await subject.start();
    await subject.wait(61 * DAY);
    await subject.answer(subject.token(), "extended");
    const executions = subject.engine.executions();
    expect(executions.map(({ status }) => status)).toEqual(["SUCCEEDED", "RUNNING"]);
    const next = executions.find(({ status }) => status === "RUNNING");
    expect(next?.executionArn).toContain(`:${machine.name}:`);
    expect(subject.engine.describeExecution(next?.executionArn ?? "").input).toEqual({
      organisation: procedure.id,
      caseId: "0kx",
      resumeAt: "Carry out the measure",
    });
  });
});

describe.each(reviews)("a review in $name", (machine) => {
  test.each(["yearly", "quarterly"])(
    "of a %s cycle goes from the overview to the director (A25-A29, B33, B34)",
    async (cycle) => {
      const { start, entered, result, callsOf } = setup(machine, {
        skipped: cycle === "yearly" ? [] : ["evaluate-procedure"],
        outcomes: {
          "check-overview": "checked",
          "analyse-overview": "analysed",
          "go-through-measures": "decided",
          "evaluate-procedure": "evaluated",
          "acknowledge-review": "acknowledged",
        },
      });
      const arn = await start();
      expect(result(arn)).toBe("SUCCEEDED");
      expect(stepsAmong(entered(arn))).toEqual([...Object.keys(reviewSteps), "Review ended"]);
      const waited = callsOf("await-answer").map(({ taskId }) => taskId);
      expect(waited.includes("evaluate-procedure-1")).toBe(cycle === "yearly");
    },
  );
});

test("no measure takes so long that its execution, young when it was asked, comes to its end before it", () => {
  const days = Array.from({ length: 150 }, (_, day) => new Date(Date.UTC(2026, 11, 15) + day * DAY).toISOString());
  const lengths = procedures.flatMap((procedure) =>
    days.map((openedAt) => {
      const last = endOf(openedAt, measureWithin, calendarOf(procedure));
      const { dossier } = new FileUnderTest(procedure, measureOf(procedure, { dueAt: last }), openedAt);
      const dueAt = taskDueAt("report-measure", undefined, openedAt, dossier, procedure);
      const known = { taskId: "r-1", requestId: "r1", role: dossier.ownerRole, assignee: dossier.owner };
      const alarms = alarmsOf(
        { ...known, kind: "report-measure", status: "open", openedAt, dueAt },
        dossier,
        procedure,
      );
      const expires = alarms.find(({ reason }) => reason === "expired");
      return Date.parse(expires?.at ?? "") - Date.parse(openedAt);
    }),
  );
  // Two days for functions that are out of reach, and some to spare.
  expect(Math.max(...lengths)).toBeLessThan((364 - 2 - 7) * DAY - measureHandsOverAfter.toMilliseconds());
});
