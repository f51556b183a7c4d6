import { expect, test } from "vitest";
import { PostUnavailable } from "../../shared/ports.ts";
import { machineNamed } from "./machines.ts";
import { HOUR, MONDAY, setup } from "./office.ts";

const machine = machineNamed("complaint-sterker");
const atReceipt = { resumeAt: "Confirm receipt" } as const;

test("a letter waits for a mail provider that is down for six hours, with one request, and the case goes on", async () => {
  const subject = setup(machine, {
    instead: {
      "send-letters": () => {
        if (subject.clock.time < MONDAY + 6 * HOUR) throw new PostUnavailable("down");
        return {};
      },
    },
  });
  const arn = await subject.start(atReceipt);
  await subject.wait(7 * HOUR);

  expect(subject.result(arn)).toBe("RUNNING");
  expect(subject.where()).toEqual(["Assess: await answer"]);
  expect(subject.callsOf("send-letters").length).toBeLessThan(200);
  expect(new Set(subject.callsOf("send-letters").map(({ requestId }) => requestId)).size).toBe(1);
});

test("a letter that a bug keeps from being written stops the case within a minute, after three tries", async () => {
  const { start, wait, callsOf, result } = setup(machine, {
    instead: {
      "send-letters": () => {
        throw new TypeError("x is not a function");
      },
    },
  });
  const arn = await start(atReceipt);
  await wait(60_000);

  expect(result(arn)).toBe("FAILED TypeError");
  expect(callsOf("send-letters")).toHaveLength(3);
});
