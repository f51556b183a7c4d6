import { describe, expect, test } from "vitest";
import { catalogue, everyTaskKindOf } from "../../shared/domain/tasks/catalogue.ts";
import { outcomesOf } from "../../workflows/outcomes.ts";
import { sideTasks } from "./machines.ts";
import { DAY, MONDAY, setup, stepsAmong } from "./office.ts";

const alarmAt = new Date(MONDAY + 2 * DAY).toISOString();

describe.each(sideTasks)("$name", (machine) => {
  const { procedure } = machine;
  const kinds = everyTaskKindOf(procedure).filter((kind) => catalogue[kind].beside === true);
  const endings = kinds.flatMap((kind) => outcomesOf(kind, procedure).map((outcome) => ({ kind, outcome })));

  test.each(endings)("asks $kind and ends with $outcome", async ({ kind, outcome }) => {
    const { start, answer, token, callsOf, result, entered, where } = setup(machine);
    const arn = await start({ kind, about: "" }, "0kx-side-1");
    expect(callsOf("ask")).toEqual([
      {
        organisation: procedure.id,
        caseId: "0kx",
        kind,
        about: "",
        requestId: "0kx-side-1:2026-01-05T09:00:00.000Z",
      },
    ]);
    expect(where()).toEqual(["Side task: await answer"]);

    await answer(token(), outcome);

    expect(result(arn)).toBe("SUCCEEDED");
    expect(stepsAmong(entered(arn))).toEqual(["Side task", "Side task ended"]);
  });

  test("has every kind of task that runs beside a path, and some ending for each", () => {
    expect(kinds).toEqual(
      expect.arrayContaining(["first-response", "announce-delay", "send-by-post", "look-into-signal"]),
    );
    expect(new Set(endings.map(({ kind }) => kind)).size).toBe(kinds.length);
  });

  test("tells what the task is about", async () => {
    const { start, callsOf } = setup(machine);
    await start({ kind: "send-by-post", about: "letter-4" });
    expect(callsOf("ask")[0]).toMatchObject({ kind: "send-by-post", about: "letter-4" });
  });

  test("ends at once when the task is not needed (any more)", async () => {
    const { start, result, callsOf } = setup(machine, { skipped: ["first-response"] });
    expect(result(await start({ kind: "first-response", about: "" }))).toBe("SUCCEEDED");
    expect(callsOf("await-answer")).toEqual([]);
  });

  test.each(["before", "while"])("ends when the complaint is withdrawn %s it is asked", async (moment) => {
    const { start, withdraw, result } = setup(machine);
    if (moment === "before") await withdraw();
    const arn = await start({ kind: "announce-delay", about: "" });
    if (moment === "while") await withdraw();
    expect(result(arn)).toBe("SUCCEEDED");
  });

  test("is asked of the next role up when it expires, and goes on until somebody does it", async () => {
    const { start, wait, answer, token, callsOf, result } = setup(machine, {
      instead: { "ring-alarms": () => ({ status: "expired", alarmAt }) },
    });
    const arn = await start({ kind: "first-response", about: "" });
    const late = token();

    await wait(2 * DAY);

    expect(callsOf("ask").map(({ requestId }) => requestId)).toEqual([
      "case-0kx:2026-01-05T09:00:00.000Z",
      "case-0kx:2026-01-07T09:00:00.000Z",
    ]);
    await expect(answer(late, "done")).rejects.toThrow(/Task Timed Out/);
    await answer(token(), "done");
    expect(result(arn)).toBe("SUCCEEDED");
  });

  test("ends when nobody answers what need not be answered", async () => {
    const { start, wait, result } = setup(machine, {
      instead: { "ring-alarms": () => ({ status: "silent", alarmAt }) },
    });
    const arn = await start({ kind: "report-form", about: "" });
    await wait(2 * DAY);
    expect(result(arn)).toBe("SUCCEEDED");
  });

  test("stops with the year when nobody ever does it, which rings the alarm for what stopped", async () => {
    const subject = setup(machine, {
      instead: {
        "ring-alarms": () => ({ status: "expired", alarmAt: new Date(subject.clock.time + 24 * DAY).toISOString() }),
      },
    });
    const arn = await subject.start({ kind: "send-by-post", about: "letter-1" });
    await subject.wait(365 * DAY);
    expect(subject.result(arn)).toMatch(/^TIMED_OUT/);
  });
});
