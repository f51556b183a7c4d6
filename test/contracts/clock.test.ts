import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { VirtualClock } from "../../local/adapters/clock.ts";
import { SystemClock } from "../../shared/aws/clock.ts";

const folder = mkdtempSync(join(tmpdir(), "wederhoor-"));
const open: VirtualClock[] = [];
let files = 0;

afterAll(() => {
  for (const clock of open) clock.close();
  rmSync(folder, { recursive: true });
});

/** `machine.ms` is what the machine's own clock says. */
function setup(file = join(folder, `${++files}.sqlite`)) {
  const machine = { ms: Date.parse("2026-01-05T09:00:00.000Z") };
  const reopen = () => {
    const clock = new VirtualClock({ file, realNow: () => machine.ms });
    open.push(clock);
    return clock;
  };
  return { machine, clock: reopen(), reopen };
}

describe.each([
  { title: "of the machine", clock: new SystemClock() },
  { title: "that can be moved", clock: setup().clock },
])("Clock $title", ({ clock }) => {
  test("tells UTC in ISO 8601 with milliseconds, never going back", () => {
    const moments = Array.from({ length: 100 }, () => clock.now());

    for (const moment of moments) expect(moment).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(moments).toEqual(moments.toSorted());
  });
});

describe("A clock that can be moved", () => {
  test("says the machine's time until it is moved", () => {
    const { clock, machine } = setup();

    machine.ms += 1500;

    expect(clock.now()).toBe("2026-01-05T09:00:01.500Z");
    expect(clock.epochMs()).toBe(machine.ms);
  });

  test("goes on from where it was moved to", () => {
    const { clock, machine } = setup();

    expect(clock.moveTo("2026-02-05T09:00:00Z")).toBe("moved");
    machine.ms += 60_000;

    expect(clock.now()).toBe("2026-02-05T09:01:00.000Z");
  });

  test("stays where it is when told to go back", () => {
    const { clock } = setup();
    clock.moveTo("2026-02-05T09:00:00Z");

    expect(clock.moveTo("2026-02-05T08:59:59.999Z")).toBe("past");
    expect(clock.now()).toBe("2026-02-05T09:00:00.000Z");
  });

  test("keeps the moved time over a restart, and the time that passed meanwhile", () => {
    const { clock, machine, reopen } = setup();
    clock.moveTo("2026-02-05T09:00:00Z");

    machine.ms += 3_600_000;

    expect(reopen().now()).toBe("2026-02-05T10:00:00.000Z");
  });

  test("stands still when the machine's clock is set back, also over a restart", () => {
    const { clock, machine, reopen } = setup();
    clock.moveTo("2026-02-05T09:00:00Z");

    machine.ms -= 3_600_000;

    expect(clock.now()).toBe("2026-02-05T09:00:00.000Z");
    expect(reopen().now()).toBe("2026-02-05T09:00:00.000Z");
  });

  test("refuses what is no moment", () => {
    const { clock } = setup();

    expect(() => clock.moveTo("next week")).toThrow(RangeError);
  });
});
