import { describe, expect, test } from "vitest";
import { afterClosing, afterWithdrawal, stepsThat } from "./expected-path.ts";
import { complaints } from "./machines.ts";
import { DAY, setup, stepsAmong } from "./office.ts";

describe.each(complaints)("a complaint that is withdrawn in $name", (machine) => {
  const { procedure } = machine;
  const tasks = stepsThat(procedure.id, "task").filter(({ expected }) => !afterClosing.includes(expected.kind));
  const passedBy = tasks.filter(({ expected }) => expected.kind !== afterWithdrawal);
  const rounds = stepsThat(procedure.id, "round").filter(({ expected }) => expected.round !== "survey");

  test.each(tasks)("while $step waits is closed as withdrawn, and its lessons are drawn", async ({ step }) => {
    const { start, withdraw, entered, where, callsOf } = setup(machine);
    const arn = await start({ resumeAt: step });
    expect(where()).toEqual([`${step}: await answer`]);

    await withdraw();

    expect(stepsAmong(entered(arn))).toEqual([step, "Close as withdrawn", "Draw lessons"]);
    expect(where()).toEqual(["Draw lessons: await answer"]);
    expect(callsOf("send-letters").map(({ letter }) => letter)).toEqual(["withdrawal"]);
  });

  test.each(passedBy)("before $step is asked is not asked it", async ({ step }) => {
    const { start, withdraw, entered, callsOf } = setup(machine);
    await withdraw();

    const arn = await start({ resumeAt: step });

    expect(stepsAmong(entered(arn))).toEqual([step, "Close as withdrawn", "Draw lessons"]);
    expect(callsOf("await-answer").map(({ taskId }) => taskId)).toEqual(["draw-lessons-1"]);
  });

  test.each(rounds)("while both sides are asked at $step is closed as withdrawn for both", async ({ step }) => {
    const { start, withdraw, entered, where } = setup(machine);
    const arn = await start({ resumeAt: step });
    expect(where()).toContain(`${step}: await answer`);

    await withdraw();

    expect(stepsAmong(entered(arn))).toEqual([step, "Close as withdrawn", "Draw lessons"]);
    expect(where()).toEqual(["Draw lessons: await answer"]);
  });

  test.each(rounds)("when one side has answered at $step already is closed as withdrawn too", async ({ step }) => {
    const { start, withdraw, answer, entered, callsOf } = setup(machine);
    const arn = await start({ resumeAt: step });
    await answer(callsOf("await-answer")[0]?.["token"] ?? "", "answered");
    expect(stepsAmong(entered(arn))).toEqual([step]);

    await withdraw();

    expect(stepsAmong(entered(arn))).toEqual([step, "Close as withdrawn", "Draw lessons"]);
  });

  test.each(rounds)("before $step begins asks nobody there", async ({ step }) => {
    const { start, withdraw, entered, callsOf } = setup(machine);
    await withdraw();

    const arn = await start({ resumeAt: step });

    expect(stepsAmong(entered(arn))).toEqual([step, "Close as withdrawn", "Draw lessons"]);
    expect(callsOf("ask").map(({ kind }) => kind)).toEqual(["draw-lessons"]);
  });

  test("between two waits, without its signal, is seen at the next alarm", async () => {
    const subject = setup(machine, {
      instead: {
        "await-answer": ({ taskId = "", token = "" }) => {
          // The second wait looks into the dossier, where the task has been cancelled.
          const waits = subject.callsOf("await-answer").filter((call) => call["taskId"] === taskId).length;
          if (taskId === "assess-1" && waits === 2) subject.engine.sendTaskSuccess(token, '{"outcome":"withdrawn"}');
          return null;
        },
      },
    });
    const arn = await subject.start({ resumeAt: "Assess" });

    await subject.wait(2 * DAY);

    expect(stepsAmong(subject.entered(arn))).toEqual(["Assess", "Close as withdrawn", "Draw lessons"]);
  });

  test("still closes with its lessons, and is withdrawn once only", async () => {
    const { start, withdraw, entered, result } = setup(machine, { outcomes: { "draw-lessons": "drawn" } });
    const arn = await start({ resumeAt: "Assess" });

    await withdraw();

    expect(result(arn)).toBe("SUCCEEDED");
    expect(stepsAmong(entered(arn))).toEqual([
      "Assess",
      "Close as withdrawn",
      "Draw lessons",
      "Close case",
      "Case closed",
    ]);
  });
});
