import { describe, expect, test } from "vitest";
import { RandomSecrets } from "../../shared/aws/secrets.ts";

describe("Secrets", () => {
  test("make link secrets of 256 bits that never come twice", () => {
    const secrets = new RandomSecrets();

    const made = Array.from({ length: 1000 }, () => secrets.linkSecret());

    for (const secret of made) {
      expect(secret).toMatch(/^[\w-]{43}$/);
      expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    }
    expect(new Set(made).size).toBe(1000);
  });

  test("make ids of 20 small letters and digits that sort as they were made, also within a millisecond", () => {
    const secrets = new RandomSecrets(() => 1_767_600_000_000);

    const made = Array.from({ length: 1000 }, () => secrets.id());

    for (const id of made) expect(id).toMatch(/^[0-9a-z]{20}$/);
    expect(made).toEqual(made.toSorted());
    expect(new Set(made).size).toBe(1000);
  });

  test.each([
    { title: "a millisecond", earlier: "2026-01-05T09:00:00.000Z", later: "2026-01-05T09:00:00.001Z" },
    { title: "a century", earlier: "2026-01-05T09:00:00.000Z", later: "2126-01-05T09:00:00.000Z" },
    { title: "the epoch and now", earlier: "1970-01-01T00:00:00.000Z", later: "2026-01-05T09:00:00.000Z" },
  ])("make ids in two processes that sort by time: $title apart", ({ earlier, later }) => {
    const first = new RandomSecrets(() => Date.parse(earlier)).id();
    const second = new RandomSecrets(() => Date.parse(later)).id();

    expect([second, first].toSorted()).toEqual([first, second]);
  });

  test("make different ids in two processes at the same moment", () => {
    const ids = Array.from({ length: 100 }, () => new RandomSecrets(() => 0).id());

    expect(new Set(ids).size).toBe(100);
  });

  test("keep making later ids when the clock goes back", () => {
    const moments = [5000, 1000];
    const secrets = new RandomSecrets(() => moments.shift() ?? 0);

    const made = [secrets.id(), secrets.id()];

    expect(made).toEqual(made.toSorted());
  });
});
