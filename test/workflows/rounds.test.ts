import { describe, expect, test } from "vitest";
import { handsOverAfter } from "../../workflows/hand-over.ts";
import { stepsThat } from "./expected-path.ts";
import { complaints, machineNamed } from "./machines.ts";
import { DAY, MONDAY, type Payload, setup, stepsAmong } from "./office.ts";

describe.each(complaints)("a round in $name", (machine) => {
  const rounds = stepsThat(machine.procedure.id, "round");

  test.each(rounds)("$step asks each of them for themselves, and goes on when the last has ended", async ({ step }) => {
    const { start, answer, token, entered, callsOf } = setup(machine, {
      parties: ["complainant", "respondent:1", "respondent:2"],
    });
    const arn = await start({ resumeAt: step });
    const asked = callsOf("ask");
    const kind = asked[0]?.["kind"] ?? "";
    expect(asked).toEqual(
      ["complainant", "respondent:1", "respondent:2"].map((about) => ({
        organisation: machine.procedure.id,
        caseId: "0kx",
        kind,
        about,
        requestId: `case-0kx:2026-01-05T09:00:00.000Z:${about}`,
      })),
    );

    await answer(token(`${kind}-3`), "answered");
    await answer(token(`${kind}-1`), "declined");
    expect(callsOf("conclude")).toEqual([]);
    await answer(token(`${kind}-2`), "answered");

    expect(callsOf("conclude")).toHaveLength(1);
    expect(stepsAmong(entered(arn)).length).toBeGreaterThan(1);
  });

  test.each(rounds.flatMap((one) => [0, 1].map((parties) => ({ ...one, parties }))))(
    "$step with $parties to ask goes on too",
    async ({ step, expected, parties }) => {
      const { start, answer, token, entered, callsOf } = setup(machine, { parties: ["complainant"].slice(0, parties) });
      const arn = await start({ resumeAt: step });
      expect(callsOf("await-answer").slice(0, parties)).toHaveLength(parties);
      if (parties === 1) await answer(token(), "answered");

      expect(callsOf("conclude")[0]).toEqual({
        organisation: machine.procedure.id,
        caseId: "0kx",
        round: expected.round,
        requestId: "case-0kx:2026-01-05T09:00:00.000Z",
      });
      expect(stepsAmong(entered(arn)).length).toBeGreaterThan(1);
    },
  );

  test.each(rounds)("$step does not wait for who stays silent, nor for who need not be asked", async ({ step }) => {
    const silentAt = new Date(MONDAY + 4 * DAY).toISOString();
    const subject = setup(machine, {
      parties: ["complainant", "respondent:1", "respondent:2"],
      instead: {
        ask: ({ about = "" }) =>
          about === "respondent:2" ? { outcome: "skipped" } : { taskId: about, alarmAt: silentAt, outcome: "waiting" },
        "ring-alarms": () => ({ status: "silent", alarmAt: silentAt }),
      },
    });
    await subject.start({ resumeAt: step });
    await subject.answer(subject.token("complainant"), "answered");
    expect(subject.callsOf("conclude")).toEqual([]);

    await subject.wait(4 * DAY);

    expect(subject.callsOf("ring-alarms")).toEqual([
      { organisation: machine.procedure.id, caseId: "0kx", taskId: "respondent:1" },
    ]);
    expect(subject.callsOf("conclude")).toHaveLength(1);
  });

  test.each(rounds)("$step takes one answer of each: a second or a late one changes nothing", async ({ step }) => {
    const { start, answer, token, entered, callsOf } = setup(machine);
    const arn = await start({ resumeAt: step });
    const kind = callsOf("ask")[0]?.["kind"] ?? "";
    await answer(token(`${kind}-1`), "answered");
    await expect(answer(token(`${kind}-1`), "declined")).rejects.toThrow(/Task Timed Out/);
    await answer(token(`${kind}-2`), "answered");
    const went = entered(arn);

    await expect(answer(token(`${kind}-1`), "declined")).rejects.toThrow(/Task Timed Out/);

    expect(entered(arn)).toEqual(went);
  });

  test.each(rounds)(
    "a conclusion of $step that nobody thought of stops the case where people see it",
    async ({ step }) => {
      const { start, result } = setup(machine, { parties: [], instead: { conclude: () => ({ outcome: "shrugged" }) } });

      expect(result(await start({ resumeAt: step }))).toBe("FAILED UnknownOutcome");
    },
  );
});

describe("those involved are addressed one by one", () => {
  const machine = machineNamed("complaint-learnworks");
  const step = "Address those involved";
  const weeks = (from: number) => new Date(from + 24 * DAY).toISOString();

  /** Every task expires after 24 days. */
  const slow = (parties: readonly string[]) => {
    const asked: string[] = [];
    const subject = setup(machine, {
      parties,
      instead: {
        ask: ({ about = "" }: Payload) => {
          asked.push(about);
          return { taskId: `${about}/${asked.length}`, alarmAt: weeks(subject.clock.time), outcome: "waiting" };
        },
        "ring-alarms": () => ({ status: "expired", alarmAt: weeks(subject.clock.time) }),
      },
    });
    return { ...subject, asked };
  };

  test("and only for the one that nobody did, the next role up is asked, as a new request", async () => {
    const { start, wait, answer, token, entered, callsOf, asked } = slow(["respondent:1", "respondent:2"]);
    const arn = await start({ resumeAt: step });
    await answer(token("respondent:1/1"), "addressed");

    await wait(24 * DAY);

    expect(asked).toEqual(["respondent:1", "respondent:2", "respondent:2"]);
    expect(callsOf("ask").map(({ requestId }) => requestId)).toEqual([
      "case-0kx:2026-01-05T09:00:00.000Z:respondent:1",
      "case-0kx:2026-01-05T09:00:00.000Z:respondent:2",
      "case-0kx:2026-01-29T09:00:00.000Z:respondent:2",
    ]);
    expect(stepsAmong(entered(arn))).toEqual([step]);
    await answer(token("respondent:2/3"), "addressed");
    expect(stepsAmong(entered(arn))).toEqual([step, "Write outcome"]);
  });

  test("and when nobody ever does, the round goes on in a new execution before the old one must end", async () => {
    const { start, wait, engine, entered, result } = slow(["respondent:1", "respondent:2"]);
    const first = await start({ resumeAt: step });

    await wait(700 * DAY);

    expect(result(first)).toBe("SUCCEEDED");
    expect(entered(first).at(-1)).toBe(`${step}: continued in a new execution`);
    const executions = engine.executions();
    expect(executions.map(({ status }) => status)).toEqual(["SUCCEEDED", "SUCCEEDED", "RUNNING"]);
    const [begun, next] = executions.map(({ startDate }) => new Date(startDate).getTime());
    expect((next ?? 0) - (begun ?? 0)).toBeGreaterThan(handsOverAfter.toMilliseconds());
  });
});
