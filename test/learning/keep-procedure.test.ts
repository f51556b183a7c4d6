import { expect, onTestFinished, test } from "vitest";
import { dailyRound } from "../../functions/daily-round/daily-round.ts";
import { keptVersions } from "../../shared/store/procedure-versions.ts";
import { procedures } from "../support/case-under-test.ts";
import { LearningWorld } from "../support/learning-world.ts";

test("every morning the procedure of each organisation is kept once, without the names of colleagues (A2)", async () => {
  const world = new LearningWorld();
  onTestFinished(() => world.remove());

  for (const at of ["2026-01-05T05:30:00.000Z", "2026-01-06T05:30:00.000Z"]) {
    world.clock.at = at;
    await dailyRound(undefined, world.dependencies);
  }

  for (const { id, version, people, duties } of Object.values(procedures)) {
    const kept = await keptVersions(world.items, id);
    expect(kept.map((one) => one.version)).toEqual([version]);
    expect(kept[0]?.content).toMatchObject({ id, duties });
    const text = JSON.stringify(kept);
    expect(people.filter(({ name, email }) => text.includes(name) || text.includes(email))).toEqual([]);
  }
});
