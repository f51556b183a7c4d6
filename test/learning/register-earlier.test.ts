import { describe, expect, test } from "vitest";
import { registerEarlier } from "../../shared/learning/register-earlier.ts";
import { everyItem } from "../../shared/store/pages.ts";
import { readEntry, readRow } from "../../shared/store/register.ts";
import { searchFiles } from "../../shared/store/search.ts";
import { readTotals } from "../../shared/store/totals.ts";
import { type StoredCase, StoredCases } from "../store/stored-cases.ts";
import { answers, procedures, trainer } from "../support/case-under-test.ts";

const { learnworks } = procedures;

/** Complaints as they were kept before there were register, totals and lists. */
async function fromBefore(): Promise<{ readonly world: StoredCases; readonly cases: readonly StoredCase[] }> {
  const world = new StoredCases([learnworks]);
  const cases = [await world.file(learnworks), await world.file(learnworks), await world.file(learnworks)];
  await cases[0]?.perform("assess", { ...answers.handle, ...trainer });
  for (const { id } of cases) {
    const items = await Array.fromAsync(everyItem(world.items, { partition: `CASE#learnworks#${id}` }));
    const later = items.filter(({ sk }) => sk === "REGISTER" || sk.startsWith("LIST#"));
    await world.items.transact(later.map(({ pk, sk }) => ({ delete: { pk, sk } })));
  }
  const months = await Array.fromAsync(everyItem(world.items, { partition: "TOTALS#learnworks" }));
  await world.items.transact(months.map(({ pk, sk }) => ({ delete: { pk, sk } })));
  return { world, cases };
}

const totals = ({ items }: StoredCases) => readTotals(items, "learnworks", "2026-01", "2026-12");

describe("complaints from before there was a register (A23, A25)", () => {
  test("come into it, into the totals and into the lists", async () => {
    const { world, cases } = await fromBefore();
    expect((await totals(world)).months).toEqual({});

    await registerEarlier("learnworks", world);

    for (const one of cases) expect(await readRow(world.items, "learnworks", one.id)).toEqual(await one.row());
    expect((await totals(world)).months["2026-01"]).toMatchObject({
      complaints: 1,
      undecided: 2,
      "category:trainer": 1,
    });
    expect((await searchFiles(world.items, "learnworks", "kuipers")).files).toHaveLength(1);
  });

  test("are counted once: those that something happened to already, and however often it is done", async () => {
    const { world, cases } = await fromBefore();
    await cases[1]?.perform("assess", answers.notAComplaint);
    await registerEarlier("learnworks", world);
    const counted = await totals(world);
    expect(counted.months["2026-01"]).toMatchObject({ complaints: 1, undecided: 1, "not-a-complaint": 1 });

    const before = world.items.transactions.length;
    await registerEarlier("learnworks", world);
    expect(world.items.transactions).toHaveLength(before);
    expect(await totals(world)).toEqual(counted);
  });

  test("are counted once when something happens to them at the same moment, whichever comes first", async () => {
    const { world, cases } = await fromBefore();
    world.items.meanwhile = () => cases[0]?.send("receipt") ?? Promise.resolve();
    await registerEarlier("learnworks", world);
    expect((await totals(world)).months["2026-01"]).toMatchObject({ complaints: 1, undecided: 2 });

    const other = await fromBefore();
    other.world.items.meanwhile = () => registerEarlier("learnworks", other.world);
    await other.cases[1]?.perform("assess", { ...answers.handle, ...trainer });
    expect((await totals(other.world)).months["2026-01"]).toMatchObject({ complaints: 2, undecided: 1 });
  });

  test("of which one fails are made good the next morning, and the others are not kept waiting", async () => {
    const { world, cases } = await fromBefore();
    world.items.faults.push("before");
    await expect(registerEarlier("learnworks", world)).rejects.toThrow("StoreUnavailable");
    const entries = () => Promise.all(cases.map(({ id }) => readEntry(world.items, "learnworks", id)));
    expect((await entries()).filter((one) => one === undefined)).toHaveLength(1);

    await registerEarlier("learnworks", world);
    expect((await entries()).every((one) => one !== undefined)).toBe(true);
  });
});
