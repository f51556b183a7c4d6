import { afterAll, describe, expect, test } from "vitest";
import { DynamoItemStore } from "../../shared/aws/item-store.ts";
import { recount } from "../../shared/domain/register/totals.ts";
import { searchFiles } from "../../shared/store/search.ts";
import { readTotals } from "../../shared/store/totals.ts";
import { answers, procedures, trainer } from "../support/case-under-test.ts";
import { startDynamoDbLocal } from "../support/dynamodb-local.ts";
import { FaultyItemStore, StoredCases } from "./stored-cases.ts";

const { learnworks } = procedures;
const local = await startDynamoDbLocal();

afterAll(() => local?.stop());

describe.skipIf(local === undefined)("On DynamoDB", () => {
  test("complaints that are filed and assessed at the same moments are all counted, each once (A23)", async () => {
    if (local === undefined) return;
    const table = await local.newTable();
    const items = new FaultyItemStore(new DynamoItemStore({ client: local.client, table }));
    const world = new StoredCases([learnworks], items);

    const cases = await Promise.all(Array.from({ length: 6 }, () => world.file(learnworks)));
    await Promise.all(
      cases.map(async (one) => {
        await one.send("receipt");
        await one.perform("assess", { ...answers.handle, ...trainer });
        await one.hear(answers.account);
      }),
    );

    const totals = await readTotals(items, "learnworks", "2026-01", "2026-01");
    expect(totals.months["2026-01"]).toMatchObject({ complaints: 6, open: 6, "respondent:other": 6 });
    expect(totals).toEqual(recount(await world.rows(cases)));
    expect((await searchFiles(items, "learnworks", "kuipers")).files).toHaveLength(6);
  });
});
