import { describe, expect, test } from "vitest";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import { StoreUnavailable } from "../../shared/ports.ts";
import { expectedPaths, stepsThat } from "./expected-path.ts";
import { failing } from "./failing.ts";
import { complaints, machineNamed } from "./machines.ts";
import { DAY, HOUR, MONDAY, setup, stepsAmong } from "./office.ts";

const alarmAt = new Date(MONDAY + 2 * DAY).toISOString();

describe.each(complaints)("in $name", (machine) => {
  const tasks = stepsThat(machine.procedure.id, "task");
  const nextUp = tasks.filter(({ expected }) => catalogue[expected.kind].whenExpired === "next-up");
  const silent = tasks.filter(({ expected }) => catalogue[expected.kind].whenExpired === "silent");
  const expires = (status: "expired" | "silent") => ({ instead: { "ring-alarms": () => ({ status, alarmAt }) } });

  test.each(nextUp)("the next one is asked when nobody did $step, as a new request", async ({ step, expected }) => {
    const { start, wait, answer, entered, callsOf, where, token } = setup(machine, expires("expired"));
    const arn = await start({ resumeAt: step });
    const late = token();

    await wait(2 * DAY);

    expect(where()).toEqual([`${step}: await answer`]);
    expect(stepsAmong(entered(arn))).toEqual([step, step]);
    expect(callsOf("ask")).toEqual(
      ["2026-01-05T09:00:00.000Z", "2026-01-07T09:00:00.000Z"].map((entry) => ({
        organisation: machine.procedure.id,
        caseId: "0kx",
        kind: expected.kind,
        requestId: `case-0kx:${entry}`,
      })),
    );
    const [outcome = "", next] = Object.entries(expected.ways)[0] ?? [];
    await expect(answer(late, outcome)).rejects.toThrow(/Task Timed Out/);
    expect(stepsAmong(entered(arn))).toEqual([step, step]);
    await answer(token(), outcome);
    expect(stepsAmong(entered(arn))[2]).toBe(next);
  });

  test.each(silent)(
    "the path goes on without an answer at $step, and a late one changes nothing",
    async ({ step, expected }) => {
      const { start, wait, answer, entered, token } = setup(machine, expires("silent"));
      const arn = await start({ resumeAt: step });
      const late = token();

      await wait(2 * DAY);

      const went = stepsAmong(entered(arn));
      expect(went[1]).toBe(expected.ways["silent"]);
      await expect(answer(late, "answered")).rejects.toThrow(/Task Timed Out/);
      expect(stepsAmong(entered(arn))).toEqual(went);
    },
  );

  test.each(tasks)("a second answer to $step is too late and changes nothing", async ({ step, expected }) => {
    const { start, answer, entered, token } = setup(machine);
    const arn = await start({ resumeAt: step });
    const used = token();
    const [outcome = ""] = Object.keys(expected.ways);
    await answer(used, outcome);
    const went = stepsAmong(entered(arn));

    for (const again of Object.keys(expected.ways)) await expect(answer(used, again)).rejects.toThrow(/Task Timed Out/);

    expect(stepsAmong(entered(arn))).toEqual(went);
  });

  test.each(tasks)("an ending of $step that nobody thought of stops the case where people see it", async ({ step }) => {
    const { start, answer, result, token } = setup(machine);
    const arn = await start({ resumeAt: step });

    await answer(token(), "shrugged");

    expect(result(arn)).toBe("FAILED UnknownOutcome");
  });

  test("has a way for every silence and every expiry", () => {
    expect(nextUp.length + silent.length).toBe(tasks.length);
    for (const { expected } of nextUp) expect(expected.ways["silent"]).toBeUndefined();
    expect(Object.keys(expectedPaths[machine.procedure.id] ?? {}).length).toBeGreaterThan(15);
  });
});

describe("a task", () => {
  const machine = machineNamed("complaint-learnworks");
  const atAssess = { resumeAt: "Assess" } as const;

  test("waits until its alarm, to the second, and then for the next, each time with a new token", async () => {
    const { start, wait, callsOf, engine, where } = setup(machine);
    await start(atAssess);
    expect(engine.nextDue()).toBe(MONDAY + 2 * DAY);

    await wait(2 * DAY);

    expect(callsOf("ring-alarms")).toEqual([{ organisation: machine.procedure.id, caseId: "0kx", taskId: "assess-1" }]);
    expect(engine.nextDue()).toBe(MONDAY + 4 * DAY);
    expect(where()).toEqual(["Assess: await answer"]);
    const tokens = callsOf("await-answer").map(({ token }) => token);
    expect(new Set(tokens).size).toBe(2);
    expect(() => engine.sendTaskSuccess(tokens[0] ?? "", '{"outcome":"handle"}')).toThrow(/Task Timed Out/);
  });

  test("that is past its alarm already still leaves time to find an answer that is there", async () => {
    const yesterday = new Date(MONDAY - DAY).toISOString();
    const asked = { taskId: "assess-1", alarmAt: yesterday, outcome: "waiting" };
    const { start, engine } = setup(machine, { instead: { ask: () => asked } });

    await start(atAssess);

    expect(engine.nextDue()).toBe(MONDAY + 30_000);
  });

  test("answered at the very moment of its alarm goes on with that answer", async () => {
    let answered = false;
    const subject = setup(machine, {
      instead: {
        // The answer reached the dossier, but its signal came when the token was dead.
        "ring-alarms": () => {
          answered = true;
          return { status: "waiting", alarmAt };
        },
        "await-answer": ({ token = "" }) => {
          if (answered) subject.engine.sendTaskSuccess(token, '{"outcome":"solved"}');
          return null;
        },
        "send-letters": () => ({}),
        ask: ({ kind = "" }) => {
          answered = false;
          return { taskId: `${kind}-1`, alarmAt, outcome: "waiting" };
        },
      },
    });
    const arn = await subject.start(atAssess);

    await subject.wait(2 * DAY);

    expect(stepsAmong(subject.entered(arn))).toEqual(["Assess", "Write outcome"]);
  });

  test("that expired while nobody was waiting is asked of the next one as soon as that shows", async () => {
    let first = true;
    const subject = setup(machine, {
      instead: {
        "await-answer": ({ token = "" }) => {
          if (first) subject.engine.sendTaskSuccess(token, '{"outcome":"expired"}');
          first = false;
          return null;
        },
      },
    });

    const arn = await subject.start(atAssess);

    expect(stepsAmong(subject.entered(arn))).toEqual(["Assess", "Assess"]);
    expect(subject.where()).toEqual(["Assess: await answer"]);
  });

  test("is asked with one and the same request, however often the store is out of reach", async () => {
    const out = Array.from({ length: 5 }, () => new StoreUnavailable("out of reach"));
    const { start, wait, callsOf, where } = setup(machine, {
      instead: { ask: failing(out, () => ({ taskId: "assess-1", alarmAt, outcome: "waiting" })) },
    });
    await start(atAssess);

    await wait(HOUR);

    expect(callsOf("ask")).toHaveLength(6);
    expect(new Set(callsOf("ask").map(({ requestId }) => requestId)).size).toBe(1);
    expect(where()).toEqual(["Assess: await answer"]);
  });

  test("whose token could not be kept is waited for again with another", async () => {
    const { start, wait, answer, callsOf, entered } = setup(machine, {
      instead: { "await-answer": failing([new StoreUnavailable("out of reach")], () => null) },
    });
    const arn = await start(atAssess);
    await wait(HOUR);
    const tokens = callsOf("await-answer").map(({ token }) => token);
    expect(new Set(tokens).size).toBe(2);

    await answer(tokens[1] ?? "", "consult");

    expect(entered(arn)).toContain("Consult");
  });

  test("that has a status that nobody thought of stops the case where people see it", async () => {
    const { start, wait, result } = setup(machine, {
      instead: { "ring-alarms": () => ({ status: "lost", alarmAt }) },
    });
    const arn = await start(atAssess);
    await wait(3 * DAY);

    expect(result(arn)).toBe("FAILED UnknownStatus");
  });

  test("that is passed by leaves nothing to wait for, and needs no task of its own", async () => {
    const { start, entered, callsOf, engine } = setup(machine, {
      instead: {
        ask: ({ kind }) =>
          kind === "release-copy" ? { outcome: "skipped" } : { taskId: "t-1", alarmAt, outcome: "waiting" },
        gather: () => ({ parties: [] }),
      },
    });
    const arn = await start({ resumeAt: "Release the copy" });

    expect(stepsAmong(entered(arn))).toEqual(["Release the copy", "Hear both sides", "Establish what happened"]);
    expect(callsOf("await-answer")).toHaveLength(1);
    expect(engine.nextDue()).toBe(MONDAY + 2 * DAY);
  });

  test("that does not even expire, which none does, stops its execution with the year, which rings the alarm for a case that stopped", async () => {
    const { start, wait, result } = setup(machine, {
      instead: { "ring-alarms": () => ({ status: "waiting", alarmAt: new Date(MONDAY + 400 * DAY).toISOString() }) },
    });
    const arn = await start(atAssess);
    await wait(365 * DAY);

    expect(result(arn)).toMatch(/^TIMED_OUT/);
  });
});
