import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, describe, expect, test } from "vitest";
import { tableClient } from "../../shared/aws/clients.ts";
import { DynamoItemStore } from "../../shared/aws/item-store.ts";
import { transactItem } from "../../shared/aws/transact-item.ts";
import { FaultyEndpoint } from "../aws/faulty-endpoint.ts";
import { startDynamoDbLocal } from "../support/dynamodb-local.ts";
import { illegalWrites } from "./illegal-writes.ts";
import { itemStoreProperties } from "./item-store-properties.ts";
import { itemStoreRules } from "./item-store-rules.ts";
import { dynamoSubject, sqliteSubject } from "./item-store-subject.ts";

const local = await startDynamoDbLocal();
const subjects = [sqliteSubject(), ...(local === undefined ? [] : [dynamoSubject(local)])];

afterAll(async () => {
  await Promise.all(subjects.map((subject) => subject.close()));
});

describe.each(subjects)("ItemStore $title", (subject) => {
  itemStoreRules(subject);
  itemStoreProperties(subject);
});

describe.skipIf(local === undefined)("DynamoDB Local itself", () => {
  test.each(illegalWrites.filter(({ strict }) => strict !== true))("refuses $title too", async ({ writes }) => {
    if (local === undefined) return;
    const table = await local.newTable();

    const TransactItems = writes.map((write) => transactItem(table, write));

    await expect(local.client.send(new TransactWriteCommand({ TransactItems }))).rejects.toThrow();
  });

  test("writes once although its answer was lost and the request came again", async () => {
    if (local === undefined) return;
    const table = await local.newTable();
    const { endpoint } = local.reach;
    const way = await FaultyEndpoint.start([
      FaultyEndpoint.losesAnswerOf(endpoint),
      FaultyEndpoint.forwardsTo(endpoint),
    ]);
    const client = tableClient({ ...local.reach, endpoint: way.url });

    await new DynamoItemStore({ client, table }).transact([{ put: { pk: "p", sk: "1" }, when: "absent" }]);

    expect(way.requests).toHaveLength(2);
    client.destroy();
    await way.close();
  });
});
