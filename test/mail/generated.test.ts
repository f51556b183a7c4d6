import { expect, test } from "vitest";
import { longRun } from "./long-run.ts";

// About two minutes on one idle core.
test("of 20,000 generated mails none is lost, none breaks anything, and no machine is answered", {
  timeout: 900_000,
}, async () => {
  const { ended, machines, answered, wrong, ms } = await longRun(20_000, 20_260_105);

  expect(wrong).toEqual([]);
  expect(ended.get("lost") ?? 0).toBe(0);
  expect(ended.get("crashed") ?? 0).toBe(0);
  expect(ms.length).toBeGreaterThanOrEqual(20_000);
  expect(machines).toBeGreaterThan(5_000);
  expect(answered).toBe(0);
  // The run is about something only when people's letters become cases in it too.
  expect(ended.get("case") ?? 0).toBeGreaterThan(5_000);
});
