import { afterEach, describe, expect, test } from "vitest";
import { nextMorning } from "../../local/adapters/mornings.ts";
import { type Core, openCore } from "../../local/core.ts";
import { procedures as all } from "../../procedures/all.ts";
import { filesIn } from "../../shared/learning/closed-files.ts";

const open: Core[] = [];
afterEach(async () => {
  for (const core of open.splice(0)) await core.close();
});

interface Wanted {
  readonly organisations?: readonly string[];
  readonly dailyRounds?: boolean;
}

async function setup(startsAt: string, { organisations, dailyRounds = true }: Wanted = {}): Promise<Core> {
  const core = openCore({
    procedures: all.filter(({ id }) => organisations?.includes(id) ?? true),
    publicUrl: "https://wederhoor.example",
    places: "memory",
    realNow: () => Date.parse(startsAt),
    dailyRounds,
  });
  open.push(core);
  await core.resume();
  return core;
}

async function reviews({ cases }: Core, organisation: string): Promise<readonly string[]> {
  const ids = await Array.fromAsync(filesIn(["reviews"], organisation, cases));
  const files = await Promise.all(ids.map((caseId) => cases.load(organisation, caseId)));
  return files.map(({ matter, registeredAt }) =>
    matter.kind === "review" ? `${registeredAt} ${matter.review.cycle} from ${matter.review.from}` : matter.kind,
  );
}

describe("the embedded edition, moved through time without one complaint", () => {
  test("begins the review of a quarter at half past six on the day after it, and asks for it to be checked (A25, B33)", async () => {
    const core = await setup("2026-08-17T09:00:00.000Z");
    await core.time.advanceTo("2026-10-01T04:29:59.000Z");
    expect(await reviews(core, "learnworks")).toEqual([]);
    await core.time.advanceTo("2026-10-01T04:30:00.000Z");
    expect(await reviews(core, "learnworks")).toEqual(["2026-10-01T04:30:00.000Z quarterly from 2026-07-01"]);
    expect(await reviews(core, "sterker")).toEqual([]);
    expect(core.post.list("ingrid.bakker@learnworks.example")).toHaveLength(1);
  });

  test("begins that of a whole year, in winter at half past six too (A25)", async () => {
    const core = await setup("2026-01-05T09:00:00.000Z", { organisations: ["sterker"] });
    await core.time.advanceTo("2027-01-01T12:00:00.000Z");
    expect(await reviews(core, "sterker")).toEqual(["2027-01-01T05:30:00.000Z yearly from 2026-01-01"]);
  });

  test("begins those of the last quarter and of the year side by side (B33)", async () => {
    const core = await setup("2026-10-05T09:00:00.000Z", { organisations: ["learnworks"] });
    await core.time.advanceTo("2027-01-01T12:00:00.000Z");
    expect(await reviews(core, "learnworks")).toEqual([
      "2027-01-01T05:30:00.000Z quarterly from 2026-10-01",
      "2027-01-01T05:30:00.000Z yearly from 2026-01-01",
    ]);
  });

  test("makes good at its start what passed while it was off", async () => {
    const first = await setup("2026-08-17T09:00:00.000Z");
    first.clock.moveTo("2026-10-05T09:00:00.000Z");
    await first.resume();
    expect(await reviews(first, "learnworks")).toEqual(["2026-10-05T09:00:00.000Z quarterly from 2026-07-01"]);
  });

  test("can be told to look at nothing in the morning", async () => {
    const core = await setup("2026-08-17T09:00:00.000Z", { dailyRounds: false });
    await core.time.advanceTo("2027-01-05T12:00:00.000Z");
    expect(await reviews(core, "learnworks")).toEqual([]);
  });
});

test.each([
  ["the same morning", "2026-01-05T05:29:59.999Z", "2026-01-05T05:30:00.000Z"],
  ["the next one, at that moment itself", "2026-01-05T05:30:00.000Z", "2026-01-06T05:30:00.000Z"],
  ["an hour sooner in world time once it is summer", "2026-03-28T12:00:00.000Z", "2026-03-29T04:30:00.000Z"],
  ["an hour later once it is winter", "2026-10-24T12:00:00.000Z", "2026-10-25T05:30:00.000Z"],
])("half past six comes next on %s", (_when, after, next) => {
  expect(new Date(nextMorning(Date.parse(after), all)).toISOString()).toBe(next);
});
