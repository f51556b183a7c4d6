import { describe, expect, test } from "vitest";
import { procedures } from "../../procedures/all.ts";
import { alarmsOf } from "../../shared/domain/alarms.ts";
import { taskDueAt } from "../../shared/domain/clocks.ts";
import { everyTaskKindOf } from "../../shared/domain/tasks/catalogue.ts";
import { handsOverAfter } from "../../workflows/hand-over.ts";
import { roughly } from "../../workflows/period-wait.ts";
import { CaseUnderTest } from "../support/case-under-test.ts";
import { stepsThat } from "./expected-path.ts";
import { complaints, type Machine } from "./machines.ts";
import { DAY, MONDAY, type Office, setup } from "./office.ts";

/** A case in which every task expires 24 days after it was asked, unless `outcomes` has its answer. */
function slowCase(machine: Machine, office: Office = {}) {
  const inWeeks = () => new Date(subject.clock.time + 24 * DAY).toISOString();
  const asked = new Map<string, number>();
  const subject = setup(machine, {
    ...office,
    instead: {
      ask: ({ kind = "" }) => {
        if (office.skipped?.includes(kind) === true) return { outcome: "skipped" };
        asked.set(kind, (asked.get(kind) ?? 0) + 1);
        return { taskId: `${kind}-${asked.get(kind)}`, alarmAt: inWeeks(), outcome: "waiting" };
      },
      "ring-alarms": () => ({ status: "expired", alarmAt: inWeeks() }),
      ...office.instead,
    },
  });
  const all = () => subject.engine.executions();
  return {
    ...subject,
    all,
    running: () => all().filter(({ status }) => status === "RUNNING"),
    inputOf: (executionArn: string) => subject.engine.describeExecution(executionArn).input,
  };
}

const office = {
  skipped: ["complete-registration", "decide-urgently", "release-copy", "approve-outcome"],
  parties: [],
} as const satisfies Office;
const done = {
  "establish-facts": "established",
  "give-judgment": "given",
  "separate-talks": "held",
  solve: "solved",
  "write-outcome": "written",
  react: "satisfied",
  "hold-session": "held",
  "draw-lessons": "drawn",
} as const;

describe.each(complaints)("a case in $name", (machine) => {
  const { procedure, name } = machine;
  // A task for a party that nobody answers ends, and is not asked anew; a round is handed over in rounds.test.ts.
  const steps = stepsThat(procedure.id, "task").filter(({ expected }) => expected.ways["silent"] === undefined);

  test("that nobody looks at for two years always has one execution that waits, and nobody is asked twice at once", async () => {
    const { start, wait, running, all, callsOf, where } = slowCase(machine, office);
    await start();
    const counted = new Set<number>();
    const waiting = new Set<string>();

    await wait(730 * DAY, () => {
      counted.add(running().length);
      for (const state of where()) waiting.add(state);
    });

    expect([...counted]).toEqual([1]);
    expect([...waiting]).toEqual(["Assess: await answer"]);
    expect(all().map(({ name: execution, status }) => [execution, status])).toEqual([
      ["case-0kx", "SUCCEEDED"],
      ["0kx-after-2026-01-05", "SUCCEEDED"],
      ["0kx-after-2026-11-13", "RUNNING"],
    ]);
    expect(callsOf("ask").filter(({ kind }) => kind === "assess")).toHaveLength(1 + Math.floor(730 / 24));
    expect(callsOf("send-letters")).toHaveLength(1);
  });

  test("that is answered after 500 days goes on to its end", async () => {
    const { start, wait, answer, running, all, token, callsOf } = slowCase(machine, { ...office, outcomes: done });
    await start();
    await wait(500 * DAY);
    expect(running()).toHaveLength(1);

    await answer(token(), "solved");

    expect(all().map(({ status }) => status)).toEqual(["SUCCEEDED", "SUCCEEDED"]);
    expect(callsOf("close-case")).toEqual([{ organisation: procedure.id, caseId: "0kx" }]);
  });

  test.each(steps)("hands over at $step, where the next execution asks anew", async ({ step }) => {
    const { start, wait, entered, all, running, inputOf, where } = slowCase(machine);
    const first = await start({ resumeAt: step });

    await wait(320 * DAY);

    expect(entered(first).slice(-3)).toEqual([
      `${step}: time left?`,
      `${step}: hand over`,
      `${step}: continued in a new execution`,
    ]);
    expect(all()).toHaveLength(2);
    const [next] = running();
    expect(inputOf(next?.executionArn ?? "")).toEqual({ organisation: procedure.id, caseId: "0kx", resumeAt: step });
    expect(entered(next?.executionArn ?? "").filter((state) => !state.startsWith("Begin"))).toEqual([
      `${step}: time left?`,
      step,
      `${step}: asked?`,
      `${step}: await answer`,
    ]);
    expect(where()).toEqual([`${step}: await answer`]);
  });

  test.each((["round", "wait"] as const).flatMap((does) => stepsToHandOver(procedure.id, does)))(
    "hands over before $step too, where nobody can while it lasts",
    async ({ step, from, outcome }) => {
      const { start, wait, answer, token, entered, all, running, inputOf } = slowCase(machine, {
        parties: ["complainant"],
        next: "survey",
        instead: {
          ask: () => ({ taskId: "t-1", alarmAt: new Date(MONDAY + 305 * DAY).toISOString(), outcome: "waiting" }),
          conclude: () => ({ outcome }),
        },
      });
      const first = await start({ resumeAt: from });
      await wait(301 * DAY);
      expect(all()).toHaveLength(1);

      await answer(token(), outcome);

      expect(entered(first).at(-1)).toBe(`${step}: continued in a new execution`);
      const [next] = running();
      expect(inputOf(next?.executionArn ?? "")).toEqual({ organisation: procedure.id, caseId: "0kx", resumeAt: step });
      expect(entered(next?.executionArn ?? "")).toContain(step);
    },
  );

  test.each([
    { title: "has ended meanwhile", resumeAt: "Close case", left: 0 },
    { title: "is somewhere else by now", resumeAt: "Draw lessons", left: 1 },
    { title: "still stands where it began", resumeAt: "Assess", left: 1 },
  ])("starts no second execution when the one that an earlier try started $title", async ({ resumeAt, left }) => {
    const { engine, start, wait, result, running, all } = slowCase(machine, office);
    const first = await start();
    await wait(311 * DAY);
    const input = { organisation: procedure.id, caseId: "0kx", resumeAt };
    engine.startExecution({ machine: name, name: "0kx-after-2026-01-05", input });

    await wait(2 * DAY);

    expect(result(first)).toBe("SUCCEEDED");
    expect(all()).toHaveLength(2);
    expect(running()).toHaveLength(left);
  });
});

/** A step at which somebody is asked, and how it must end to come to each step that does this. */
function stepsToHandOver(organisation: string, does: "round" | "wait") {
  const asking = [...stepsThat(organisation, "task"), ...stepsThat(organisation, "round")];
  // The survey follows a wait, and nobody is asked before that.
  const reached = stepsThat(organisation, does).filter(({ step }) => step !== "Ask satisfaction");
  return reached.map(({ step }) => {
    // Between the lessons and the survey the case closes by itself.
    if (does === "wait") return { step, from: "Draw lessons", outcome: "drawn" };
    const [way] = asking.flatMap(({ step: from, expected }) =>
      Object.entries(expected.ways).flatMap(([outcome, to]) => (to === step ? [{ step, from, outcome }] : [])),
    );
    if (way === undefined) throw new Error(`Nothing leads to ${step}.`);
    return way;
  });
}

/** The days on which most holidays lie ahead. */
const days = Array.from({ length: 150 }, (_, day) => new Date(Date.UTC(2026, 11, 15) + day * DAY).toISOString());

/** How long each kind of task of each organisation takes when nobody does it, in ms, whenever it is asked. */
const lengths = procedures.flatMap((procedure) =>
  days.flatMap((openedAt) => {
    const { dossier } = new CaseUnderTest(procedure, openedAt);
    return everyTaskKindOf(procedure).map((kind) => {
      const dueAt = taskDueAt(kind, undefined, openedAt, dossier, procedure);
      const known = { taskId: `${kind}-1`, kind, requestId: "r1", role: dossier.ownerRole, assignee: dossier.owner };
      const alarms = alarmsOf({ ...known, status: "open", openedAt, dueAt }, dossier, procedure);
      const last = alarms.find(({ reason }) => reason === "expired");
      if (last === undefined) throw new Error(`${kind} never ends.`);
      return Date.parse(last.at) - Date.parse(openedAt);
    });
  }),
);

test("no task takes so long that its execution, young when it was asked, comes to its end before it", () => {
  // Two days for functions that are out of reach, and some to spare.
  const longest = Math.max(...lengths);
  expect(longest).toBeLessThan((364 - 2 - 14) * DAY - handsOverAfter.toMilliseconds());
  expect(longest).toBeLessThan(5 * 7 * DAY);
});

test("nor does the time before the survey", () => {
  for (const { survey } of procedures) {
    expect(roughly(survey.after).toMilliseconds()).toBeLessThan((364 - 14) * DAY - handsOverAfter.toMilliseconds());
  }
});

test.each([
  { amount: 36, unit: "hours", days: 1.5 },
  { amount: 10, unit: "working-days", days: 14 },
  { amount: 2, unit: "weeks", days: 14 },
  { amount: 1, unit: "months", days: 30 },
] as const)("$amount $unit before the survey is $days days", ({ amount, unit, days }) => {
  expect(roughly({ amount, unit }).toMilliseconds()).toBe(days * DAY);
});
