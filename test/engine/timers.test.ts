import fc from "fast-check";
import { expect, test } from "vitest";
import { Engine } from "../../local/engine/engine.ts";
import { NOON } from "./setup.ts";

const ring = {
  QueryLanguage: "JSONata",
  StartAt: "Wait",
  States: {
    Wait: { Type: "Wait", Seconds: "{% $states.input.seconds %}", Next: "Ring" },
    Ring: {
      Type: "Task",
      Resource: "arn:aws:lambda:eu-west-1:000000000000:function:ring",
      Arguments: { n: "{% $states.input.n %}" },
      End: true,
    },
  },
};

test("timers ring exactly once, never early, and in their order, however the clock moves", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 8 }),
      fc.array(fc.integer({ min: 0, max: 4_000_000 }), { maxLength: 10 }),
      async (waits, jumps) => {
        const rung: { n: number; at: number }[] = [];
        const clock = { time: NOON, now: () => clock.time };
        const engine = new Engine({
          file: ":memory:",
          clock,
          invoke: async (_, payload) => {
            if (typeof payload === "object" && payload !== null && "n" in payload) {
              rung.push({ n: Number(payload.n), at: clock.time });
            }
          },
        });
        engine.deploy("ring", ring);
        for (const [n, seconds] of waits.entries()) engine.startExecution({ machine: "ring", input: { n, seconds } });
        await engine.idle();
        for (const jump of [...jumps, 10_000_000]) {
          clock.time += jump * 1000;
          await engine.runDue();
          await engine.idle();
        }
        engine.close();
        const dueOf = (n: number) => NOON + (waits[n] ?? 0) * 1000;
        expect(rung.map(({ n }) => n).toSorted((a, b) => a - b)).toEqual(waits.map((_, n) => n));
        for (const { n, at } of rung) expect(at).toBeGreaterThanOrEqual(dueOf(n));
        const dues = rung.map(({ n }) => dueOf(n));
        expect(dues).toEqual(dues.toSorted((a, b) => a - b));
      },
    ),
    { numRuns: 40 },
  );
});
