import { describe, expect, test } from "vitest";
import { PostUnavailable, StoreUnavailable } from "../../shared/ports.ts";
import { pictureOf } from "../../workflows/picture.ts";
import { machines } from "./machines.ts";
import { DAY, HOUR, MONDAY, type Payload, setup, stepsAmong } from "./office.ts";

const done = {
  "establish-facts": "established",
  "give-judgment": "given",
  solve: "solved",
  "write-outcome": "written",
  "draw-lessons": "drawn",
} as const;
const telling = ["Write outcome", "Send outcome", "Draw lessons", "Close case", "Case closed"];

/** Throws what `errors` has for each call in turn, then does as `otherwise`. */
function failing(errors: readonly Error[], otherwise: (payload: Payload) => unknown) {
  let call = 0;
  return (payload: Payload) => {
    const error = errors[call];
    call += 1;
    if (error !== undefined) throw error;
    return otherwise(payload);
  };
}

const alarmAt = new Date(MONDAY + 2 * DAY).toISOString();

describe.each(machines)("a case in $name", (machine) => {
  const { definition, procedure } = machine;
  const picture = pictureOf(definition);
  const handling = procedure.branches.handling === "judgment" ? "Give judgment" : "Solve";
  const paths = [
    { outcome: "handle", steps: ["Establish what happened", handling, ...telling], letters: ["receipt", "outcome"] },
    { outcome: "solved", steps: telling, letters: ["receipt", "outcome"] },
    {
      outcome: "not-a-complaint",
      steps: ["Send referral", "Close case", "Case closed"],
      letters: ["receipt", "referral"],
    },
  ];

  test.each(paths)("assessed as $outcome goes all the way", async ({ outcome, steps, letters }) => {
    const { start, entered, callsOf, result } = setup(machine, { outcomes: { ...done, assess: outcome } });

    const arn = await start();

    expect(result(arn)).toBe("SUCCEEDED");
    expect(stepsAmong(entered(arn))).toEqual(["Confirm receipt", "Assess", ...steps]);
    expect(callsOf("send-letters").map(({ letter }) => letter)).toEqual(letters);
    expect(callsOf("close-case")).toEqual([{ organisation: procedure.id, caseId: "0kx" }]);
  });

  test("has gone every way of the picture when it has gone all of these", async () => {
    const gone = new Set<string>();
    for (const { outcome } of paths) {
      const { start, entered } = setup(machine, { outcomes: { ...done, assess: outcome } });
      const steps = ["Begin", ...stepsAmong(entered(await start()))];
      for (const [index, step] of steps.entries()) gone.add(`${step} → ${steps[index + 1]}`);
    }
    for (const { from, to } of picture.arrows) expect(gone).toContain(`${from} → ${to}`);
  });

  test.each(picture.boxes.filter(({ kind }) => kind === "person" || kind === "automatic"))(
    "can be taken up again at $id",
    async ({ id }) => {
      const { start, entered, result } = setup(machine, { outcomes: { ...done, assess: "handle" } });

      const arn = await start({ resumeAt: id });

      expect(result(arn)).toBe("SUCCEEDED");
      expect(stepsAmong(entered(arn))[0]).toBe(id);
    },
  );

  test("is not taken up at a step that is not on its path", async () => {
    const { start, result, callsOf } = setup(machine);

    expect(
      result(await start({ resumeAt: procedure.branches.handling === "judgment" ? "Solve" : "Give judgment" })),
    ).toBe("FAILED UnknownStep");
    expect(callsOf("send-letters")).toEqual([]);
  });

  test.each(picture.boxes.filter(({ kind }) => kind === "person"))(
    "asks the next one when nobody did $id, as a new request",
    async ({ id }) => {
      const { start, wait, answer, entered, callsOf, where } = setup(machine, {
        instead: { "ring-alarms": () => ({ status: "expired", alarmAt }) },
      });
      const arn = await start({ resumeAt: id });
      expect(where()).toEqual([`${id}: await answer`]);

      await wait(2 * DAY);

      expect(where()).toEqual([`${id}: await answer`]);
      expect(stepsAmong(entered(arn))).toEqual([id, id]);
      const [first, second] = callsOf("ask");
      expect(first?.["kind"]).toBe(second?.["kind"]);
      expect(first?.["requestId"]).toBe("case-0kx:2026-01-05T09:00:00.000Z");
      expect(second?.["requestId"]).toBe("case-0kx:2026-01-07T09:00:00.000Z");
      const kind = second?.["kind"] ?? "";
      expect(callsOf("await-answer").map(({ taskId }) => taskId)).toEqual([`${kind}-1`, `${kind}-2`]);
      const token = callsOf("await-answer")[1]?.["token"] ?? "";
      await answer(
        token,
        kind === "assess" ? "handle" : (Object.entries(done).find(([key]) => key === kind)?.[1] ?? ""),
      );
      expect(stepsAmong(entered(arn)).length).toBeGreaterThan(2);
    },
  );
});

describe("a task", () => {
  const [machine] = machines;
  if (machine === undefined) throw new Error("There is no machine.");

  test("waits until its alarm, to the second, and then for the next, each time with a new token", async () => {
    const { start, wait, callsOf, engine, where } = setup(machine);
    await start();
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
    const { start, engine } = setup(machine, { instead: { ask: () => ({ taskId: "assess-1", alarmAt: yesterday }) } });

    await start();

    expect(engine.nextDue()).toBe(MONDAY + 30_000);
  });

  test("answered at the very moment of its alarm goes on with that answer", async () => {
    let answered = false;
    const subject = setup(machine, {
      instead: {
        // The answer reached the dossier, but its signal came when the token was dead.
        "ring-alarms": () => {
          answered = true;
          return { status: "answered", alarmAt };
        },
        "await-answer": ({ token = "" }) => {
          if (answered) subject.engine.sendTaskSuccess(token, '{"outcome":"handle"}');
          return null;
        },
      },
    });
    const arn = await subject.start();

    await subject.wait(2 * DAY);

    expect(stepsAmong(subject.entered(arn))).toEqual(["Confirm receipt", "Assess", "Establish what happened"]);
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

    const arn = await subject.start();

    expect(stepsAmong(subject.entered(arn))).toEqual(["Confirm receipt", "Assess", "Assess"]);
    expect(subject.where()).toEqual(["Assess: await answer"]);
  });

  test("is asked with one and the same request, however often the store is out of reach", async () => {
    const out = Array.from({ length: 5 }, () => new StoreUnavailable("out of reach"));
    const { start, wait, callsOf, where } = setup(machine, {
      instead: { ask: failing(out, () => ({ taskId: "assess-1", alarmAt })) },
    });
    await start();

    await wait(HOUR);

    expect(callsOf("ask")).toHaveLength(6);
    expect(new Set(callsOf("ask").map(({ requestId }) => requestId)).size).toBe(1);
    expect(where()).toEqual(["Assess: await answer"]);
  });

  test("whose token could not be kept is waited for again with another", async () => {
    const { start, wait, answer, callsOf, entered } = setup(machine, {
      instead: { "await-answer": failing([new StoreUnavailable("out of reach")], () => null) },
    });
    const arn = await start();
    await wait(HOUR);
    const tokens = callsOf("await-answer").map(({ token }) => token);
    expect(new Set(tokens).size).toBe(2);

    await answer(tokens[1] ?? "", "handle");

    expect(entered(arn)).toContain("Establish what happened");
  });

  test.each([
    { title: "ends in a way that nobody thought of", outcome: "shrugged", status: "open", error: "UnknownOutcome" },
    { title: "has a status that nobody thought of", outcome: undefined, status: "lost", error: "UnknownStatus" },
  ])("that $title stops the case where people see it", async ({ outcome, status, error }) => {
    const { start, wait, result } = setup(machine, {
      outcomes: outcome === undefined ? {} : { assess: outcome },
      instead: { "ring-alarms": () => ({ status, alarmAt }) },
    });
    const arn = await start();
    await wait(3 * DAY);

    expect(result(arn)).toBe(`FAILED ${error}`);
  });

  test("that does not even expire, which none does, stops its execution with the year, which rings the alarm for a case that stopped", async () => {
    const { start, wait, result } = setup(machine, {
      instead: { "ring-alarms": () => ({ status: "open", alarmAt: new Date(MONDAY + 400 * DAY).toISOString() }) },
    });
    const arn = await start();
    await wait(365 * DAY);

    expect(result(arn)).toMatch(/^TIMED_OUT/);
  });
});

describe("a letter", () => {
  const [machine] = machines;
  if (machine === undefined) throw new Error("There is no machine.");

  test("waits for a mail provider that is down for six hours, and the case goes on", async () => {
    const subject = setup(machine, {
      instead: {
        "send-letters": () => {
          if (subject.clock.time < MONDAY + 6 * HOUR) throw new PostUnavailable("down");
          return {};
        },
      },
    });
    const arn = await subject.start();
    await subject.wait(7 * HOUR);

    expect(subject.result(arn)).toBe("RUNNING");
    expect(subject.where()).toEqual(["Assess: await answer"]);
    expect(subject.callsOf("send-letters").length).toBeLessThan(200);
  });

  test("that a bug keeps from being written stops the case within a minute, after three tries", async () => {
    const { start, wait, callsOf, result } = setup(machine, {
      instead: {
        "send-letters": () => {
          throw new TypeError("x is not a function");
        },
      },
    });
    const arn = await start();
    await wait(60_000);

    expect(result(arn)).toBe("FAILED TypeError");
    expect(callsOf("send-letters")).toHaveLength(3);
  });
});
