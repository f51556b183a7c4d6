import { describe, expect, test } from "vitest";
import { alarmsOf } from "../../shared/domain/alarms.ts";
import { taskKindsOf } from "../../shared/domain/procedure.ts";
import { handsOverAfter } from "../../workflows/hand-over.ts";
import { pictureOf } from "../../workflows/picture.ts";
import { CaseUnderTest } from "../support/case-under-test.ts";
import { type Machine, machines } from "./machines.ts";
import { DAY, type Office, setup } from "./office.ts";

/** A case in which every task expires 24 days after it was asked, unless `outcomes` has its answer. */
function slowCase(machine: Machine, office: Office = {}) {
  const inWeeks = () => new Date(subject.clock.time + 24 * DAY).toISOString();
  const asked = new Map<string, number>();
  const subject = setup(machine, {
    ...office,
    instead: {
      ask: ({ kind = "" }) => {
        asked.set(kind, (asked.get(kind) ?? 0) + 1);
        return { taskId: `${kind}-${asked.get(kind)}`, alarmAt: inWeeks() };
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
    lastToken: () => subject.callsOf("await-answer").at(-1)?.["token"] ?? "",
  };
}

const done = {
  "establish-facts": "established",
  "give-judgment": "given",
  solve: "solved",
  "write-outcome": "written",
  "draw-lessons": "drawn",
} as const;

describe.each(machines)("a case in $name", (machine) => {
  const { procedure, name, definition } = machine;
  const steps = pictureOf(definition).boxes.filter(({ kind }) => kind === "person");

  test("that nobody looks at for two years always has one execution that waits, and nobody is asked twice at once", async () => {
    const { start, wait, running, all, callsOf, where } = slowCase(machine);
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
    expect(callsOf("ask").length).toBe(1 + Math.floor(730 / 24));
    expect(callsOf("send-letters")).toHaveLength(1);
  });

  test("that is answered after 500 days goes on to its end", async () => {
    const { start, wait, answer, running, all, lastToken, callsOf } = slowCase(machine, { outcomes: done });
    await start();
    await wait(500 * DAY);
    expect(running()).toHaveLength(1);

    await answer(lastToken(), "handle");

    expect(all().map(({ status }) => status)).toEqual(["SUCCEEDED", "SUCCEEDED"]);
    expect(callsOf("close-case")).toEqual([{ organisation: procedure.id, caseId: "0kx" }]);
  });

  test.each(steps)("hands over at $id, where the next execution asks anew", async ({ id }) => {
    const { start, wait, entered, all, running, inputOf, where } = slowCase(machine);
    const first = await start({ resumeAt: id });

    await wait(320 * DAY);

    expect(entered(first).slice(-3)).toEqual([
      `${id}: time left?`,
      `${id}: hand over`,
      `${id}: continued in a new execution`,
    ]);
    expect(all()).toHaveLength(2);
    const [next] = running();
    expect(inputOf(next?.executionArn ?? "")).toEqual({ organisation: procedure.id, caseId: "0kx", resumeAt: id });
    expect(entered(next?.executionArn ?? "").filter((state) => !state.startsWith("Begin"))).toEqual([
      `${id}: time left?`,
      id,
      `${id}: await answer`,
    ]);
    expect(where()).toEqual([`${id}: await answer`]);
  });

  test("hands over before its next task too, however well people react", async () => {
    const { start, wait, answer, lastToken, where, running, all, entered } = slowCase(machine);
    const first = await start();
    await wait(299 * DAY);
    await answer(lastToken(), "handle");
    expect(all()).toHaveLength(1);
    await wait(20 * DAY);

    await answer(lastToken(), "established");

    const handling = procedure.branches.handling === "judgment" ? "Give judgment" : "Solve";
    expect(entered(first).at(-1)).toBe(`${handling}: continued in a new execution`);
    expect(running()).toHaveLength(1);
    expect(where()).toEqual([`${handling}: await answer`]);
  });

  test.each([
    { title: "has ended meanwhile", resumeAt: "Close case", left: 0 },
    { title: "is somewhere else by now", resumeAt: "Draw lessons", left: 1 },
    { title: "still stands where it began", resumeAt: "Assess", left: 1 },
  ])("starts no second execution when the one that an earlier try started $title", async ({ resumeAt, left }) => {
    const { engine, start, wait, result, running, all } = slowCase(machine);
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

/** The days on which most holidays lie ahead, for each kind of task of each organisation. */
const asks = machines.flatMap(({ procedure }) =>
  taskKindsOf(procedure).flatMap((kind) =>
    Array.from({ length: 150 }, (_, day) => ({ procedure, kind, at: Date.UTC(2026, 11, 15) + day * DAY })),
  ),
);

test("no task takes so long that its execution, young when it was asked, comes to its end before it", () => {
  const lengths = asks.map(({ procedure, kind, at }) => {
    const asked = new Date(at).toISOString();
    const subject = new CaseUnderTest(procedure, asked);
    subject.events({ type: "OpenTask", kind, requestId: "r1" }, asked);
    const [task] = subject.dossier.tasks;
    if (task?.status !== "open") throw new Error("No open task.");
    const last = alarmsOf(task, subject.dossier, procedure).find(({ reason }) => reason === "expired");
    return Date.parse(last?.at ?? "") - at;
  });
  // Two days for functions that are out of reach, and some to spare.
  const longest = Math.max(...lengths);
  expect(longest).toBeLessThan((364 - 2 - 14) * DAY - handsOverAfter.toMilliseconds());
  expect(longest).toBeLessThan(5 * 7 * DAY);
});
