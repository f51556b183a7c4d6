import { describe, expect, test } from "vitest";
import { rounds } from "../../shared/domain/rounds.ts";
import { catalogue, taskKindsOf } from "../../shared/domain/tasks/catalogue.ts";
import { outcomesOf } from "../../workflows/outcomes.ts";
import { pictureOf } from "../../workflows/picture.ts";
import { expectedPaths, stepsThat } from "./expected-path.ts";
import { complaints } from "./machines.ts";
import { DAY, setup, stepsAmong } from "./office.ts";

describe.each(complaints)("$name", (machine) => {
  const { definition, procedure } = machine;
  const path = expectedPaths[procedure.id] ?? {};
  const tasks = stepsThat(procedure.id, "task");
  const roundSteps = stepsThat(procedure.id, "round");

  test("has the steps of its procedure and no other", () => {
    const steps = pictureOf(definition).boxes.filter(({ kind }) => kind === "person" || kind === "automatic");
    expect(steps.map(({ id }) => id).toSorted()).toEqual(Object.keys(path).toSorted());
  });

  test("asks every kind of task that its procedure has on the path, and no other", () => {
    const asked = [
      ...tasks.map(({ expected }) => expected.kind),
      ...roundSteps.map(({ expected }) => rounds[expected.round].kind),
    ];
    const wanted = taskKindsOf(procedure).filter((kind) => catalogue[kind].beside !== true);
    expect([...new Set(asked)].toSorted()).toEqual([...wanted].toSorted());
  });

  test.each(tasks)(
    "$step goes the right way with every outcome that its task can have here",
    async ({ step, expected }) => {
      const { kind, ways } = expected;
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
    },
  );

  test.each(roundSteps)("$step goes the right way with everything that can come of it", async ({ step, expected }) => {
    const { round, ways } = expected;
    expect(Object.keys(ways).toSorted()).toEqual([...rounds[round].outcomes].toSorted());
    const gone: Record<string, string | undefined> = {};
    let conclusion = "";
    const { start, entered, callsOf } = setup(machine, {
      outcomes: { [rounds[round].kind]: "answered" },
      instead: { conclude: () => ({ outcome: conclusion }) },
    });
    for (const outcome of Object.keys(ways)) {
      conclusion = outcome;
      const arn = await start({ resumeAt: step }, outcome);
      expect(callsOf("conclude").at(-1)).toMatchObject({ round });
      gone[outcome] = stepsAmong(entered(arn))[1];
    }
    expect(gone).toEqual(ways);
  });

  test.each(stepsThat(procedure.id, "letter"))("$step sends its letter and goes on", async ({ step, expected }) => {
    const { start, entered, callsOf } = setup(machine);

    const arn = await start({ resumeAt: step });

    expect(stepsAmong(entered(arn)).slice(0, 2)).toEqual([step, expected.next]);
    expect(callsOf("send-letters")[0]).toEqual({
      organisation: procedure.id,
      caseId: "0kx",
      letter: expected.letter,
      requestId: "case-0kx:2026-01-05T09:00:00.000Z",
    });
  });

  test.each(stepsThat(procedure.id, "close"))("$step goes where the case says", async ({ step, expected }) => {
    const gone: Record<string, string | undefined> = {};
    for (const next of ["survey", "end"] as const) {
      if (expected.ways[next] === undefined) continue;
      const { start, entered } = setup(machine, { next });
      gone[next] = stepsAmong(entered(await start({ resumeAt: step }, next)))[1];
    }
    expect(gone).toEqual(expected.ways);
  });

  test.each(stepsThat(procedure.id, "wait"))(
    "$step lets two weeks pass, to the second (B35)",
    async ({ step, expected }) => {
      const { start, wait, entered, where } = setup(machine);
      const arn = await start({ resumeAt: step });
      await wait(14 * DAY - 1000);
      expect(where()).toEqual([step]);

      await wait(1000);

      expect(stepsAmong(entered(arn))).toEqual([step, expected.next]);
    },
  );

  test("has gone every way of the picture when it has gone all of these, and the picture shows each", () => {
    const gone = Object.entries(path).flatMap(([from, one]) => {
      const ways = "ways" in one ? one.ways : { next: one.next };
      const targets = [...new Set(Object.values(ways))];
      return targets.map((to) => ({
        from,
        to,
        labels:
          targets.length === 1
            ? []
            : Object.keys(ways)
                .filter((outcome) => ways[outcome] === to)
                .toSorted(),
      }));
    });
    const inOrder = (one: { from: string; to: string }, other: { from: string; to: string }) =>
      `${one.from} → ${one.to}`.localeCompare(`${other.from} → ${other.to}`);
    const drawn = pictureOf(definition).arrows.filter(({ from }) => from !== "Begin");
    expect(drawn.map((arrow) => ({ ...arrow, labels: arrow.labels.toSorted() })).toSorted(inOrder)).toEqual(
      gone.toSorted(inOrder),
    );
  });

  test.each(Object.keys(path))("can be taken up again at %s", async (step) => {
    const { start, entered, result } = setup(machine);
    const arn = await start({ resumeAt: step });
    expect(result(arn)).not.toMatch(/^FAILED/);
    expect(stepsAmong(entered(arn))[0]).toBe(step);
  });

  test("is not taken up at a step that is not on its path", async () => {
    const { start, result, callsOf } = setup(machine);
    const elsewhere = procedure.branches.handling === "judgment" ? "Solve" : "Give judgment";

    expect(result(await start({ resumeAt: elsewhere }))).toBe("FAILED UnknownStep");
    expect(callsOf("send-letters")).toEqual([]);
  });
});
