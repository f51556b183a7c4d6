import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, GetCommand, QueryCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { afterEach, describe, expect, test } from "vitest";
import { tableClient } from "../../shared/aws/clients.ts";
import { DynamoItemStore } from "../../shared/aws/item-store.ts";
import { ConditionFailed, StoreUnavailable, type Write } from "../../shared/ports.ts";
import { type Behaviour, FaultyEndpoint } from "./faulty-endpoint.ts";
import { awsError, passingErrors } from "./passing-errors.ts";

const writes: readonly Write[] = [
  { put: { pk: "p", sk: "1" }, when: "absent" },
  { put: { pk: "p", sk: "2" } },
  { check: { pk: "p", sk: "3" }, when: "present" },
];

function canceled(...codes: string[]) {
  const CancellationReasons = codes.map((Code) => ({ Code }));
  return new TransactionCanceledException({ message: "Transaction cancelled", $metadata: {}, CancellationReasons });
}

/** The SDK's client with its `send` doubled; `pauses` are those between attempts, in milliseconds. */
function setup() {
  const client = tableClient({ region: "eu-west-1" });
  const double = mockClient(client);
  const pauses: number[] = [];
  const wait = async (ms: number) => pauses.push(ms);
  return { store: new DynamoItemStore({ client, table: "dossiers", wait }), double, pauses };
}

describe("A transaction on DynamoDB", () => {
  test.each([
    { codes: ["ConditionalCheckFailed", "None", "None"], failed: [0] },
    { codes: ["ConditionalCheckFailed", "None", "ConditionalCheckFailed"], failed: [0, 2] },
    { codes: ["TransactionConflict", "None", "ConditionalCheckFailed"], failed: [2] },
    { codes: ["None", "ThrottlingError", "ConditionalCheckFailed"], failed: [2] },
    { codes: ["ConditionalCheckFailed", "ValidationError", "None"], failed: [0] },
  ])("cancelled for $codes fails at $failed, at once", async ({ codes, failed }) => {
    const { store, double, pauses } = setup();
    double.on(TransactWriteCommand).rejects(canceled(...codes));

    await expect(store.transact(writes)).rejects.toEqual(new ConditionFailed(failed));

    expect(pauses).toEqual([]);
  });

  test.each([
    { title: "a conflict", codes: ["None", "TransactionConflict", "None"] },
    { title: "throttling", codes: ["ThrottlingError", "None", "None"] },
    { title: "a conflict and throughput", codes: ["TransactionConflict", "None", "ProvisionedThroughputExceeded"] },
  ])("is tried again after $title, as a new request", async ({ codes }) => {
    const { store, double, pauses } = setup();
    double
      .on(TransactWriteCommand)
      .rejectsOnce(canceled(...codes))
      .rejectsOnce(canceled(...codes))
      .resolves({});

    await store.transact(writes);

    const tokens = double.commandCalls(TransactWriteCommand).map(({ args: [{ input }] }) => input.ClientRequestToken);
    expect(new Set(tokens).size).toBe(3);
    expect(pauses).toHaveLength(2);
  });

  test("waits longer each time, by chance, and gives up after five attempts", async () => {
    const { store, double, pauses } = setup();
    double.on(TransactWriteCommand).rejects(canceled("TransactionConflict", "None", "None"));

    await expect(store.transact(writes)).rejects.toBeInstanceOf(StoreUnavailable);

    expect(double.commandCalls(TransactWriteCommand)).toHaveLength(5);
    expect(pauses.map((ms, at) => ms >= 0 && ms < 40 * 2 ** at)).toEqual([true, true, true, true]);
  });

  test("that finds out after a conflict that its condition fails, says so", async () => {
    const { store, double } = setup();
    double
      .on(TransactWriteCommand)
      .rejectsOnce(canceled("TransactionConflict", "None", "None"))
      .rejects(canceled("ConditionalCheckFailed", "None", "None"));

    await expect(store.transact(writes)).rejects.toEqual(new ConditionFailed([0]));
  });

  test.each([
    { title: "a mistake in the request", error: awsError("ValidationException", 400) },
    { title: "a mistake in one write", error: canceled("None", "ValidationError", "None") },
    { title: "no permission", error: awsError("AccessDeniedException", 400) },
    { title: "no such table", error: awsError("ResourceNotFoundException", 400) },
  ])("shows $title as the bug that it is", async ({ error }) => {
    const { store, double } = setup();
    double.on(TransactWriteCommand).rejects(error);

    await expect(store.transact(writes)).rejects.toBe(error);
  });

  test("turns each write and condition into what DynamoDB wants", async () => {
    const { store, double } = setup();
    double.on(TransactWriteCommand).resolves({});

    await store.transact([
      { put: { pk: "p", sk: "1", status: "open" }, when: { status: "new", version: 3 } },
      { delete: { pk: "p", sk: "2" }, when: "present" },
      { check: { pk: "p", sk: "3" }, when: "absent" },
    ]);

    const [call] = double.commandCalls(TransactWriteCommand);
    const TableName = "dossiers";
    expect(call?.args[0].input.TransactItems).toEqual([
      {
        Put: {
          TableName,
          Item: { pk: "p", sk: "1", status: "open" },
          ConditionExpression: "#a0 = :v0 AND #a1 = :v1",
          ExpressionAttributeNames: { "#a0": "status", "#a1": "version" },
          ExpressionAttributeValues: { ":v0": "new", ":v1": 3 },
        },
      },
      { Delete: { TableName, Key: { pk: "p", sk: "2" }, ConditionExpression: "attribute_exists(pk)" } },
      { ConditionCheck: { TableName, Key: { pk: "p", sk: "3" }, ConditionExpression: "attribute_not_exists(pk)" } },
    ]);
  });
});

describe("DynamoDB out of reach", () => {
  test.each(passingErrors)("is StoreUnavailable for every call: $title", async ({ error }) => {
    const { store, double } = setup();
    double.on(TransactWriteCommand).rejects(error).on(GetCommand).rejects(error).on(QueryCommand).rejects(error);

    const calls = [store.transact(writes), store.get({ pk: "p", sk: "1" }), store.query({ partition: "p" })];

    for (const call of calls) await expect(call).rejects.toMatchObject({ name: "StoreUnavailable", cause: error });
  });

  test("is read consistently from the table, and not from the index, which cannot", async () => {
    const { store, double } = setup();
    double.on(QueryCommand).resolves({ Items: [] }).on(GetCommand).resolves({});

    await store.get({ pk: "p", sk: "1" });
    await store.query({ partition: "p" });
    await store.query({ partition: "p", index: "gsi1" });

    const consistent = double.calls().map(({ args: [{ input }] }) => "ConsistentRead" in input && input.ConsistentRead);
    expect(consistent).toEqual([true, true, false]);
  });
});

describe("A way to DynamoDB that fails", () => {
  const ways: FaultyEndpoint[] = [];
  const clients: DynamoDBDocumentClient[] = [];

  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await Promise.all(ways.splice(0).map((way) => way.close()));
  });

  async function through(behaviours: readonly Behaviour[]) {
    const way = await FaultyEndpoint.start(behaviours);
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const client = tableClient({ endpoint: way.url, region: "eu-west-1", credentials, attemptMs: 100 });
    ways.push(way);
    clients.push(client);
    return { way, store: new DynamoItemStore({ client, table: "dossiers" }) };
  }
  const tokens = (way: FaultyEndpoint) =>
    new Set(way.requests.map(({ body }) => /"ClientRequestToken":"([^"]+)"/.exec(body.toString())?.[1]));

  test.each([
    { title: "dropped connection", fault: FaultyEndpoint.drops() },
    { title: "silence", fault: FaultyEndpoint.staysSilent() },
    { title: "fault of the service", fault: FaultyEndpoint.answers(500, '{"__type":"InternalServerError"}') },
    {
      title: "transaction still in progress",
      fault: FaultyEndpoint.answers(400, '{"__type":"TransactionInProgressException"}'),
    },
  ])("after a $title is asked again with the same token, so that nothing is written twice", async ({ fault }) => {
    const { way, store } = await through([fault, FaultyEndpoint.answers(200, "{}")]);

    await store.transact(writes);

    expect(way.requests).toHaveLength(2);
    expect([...tokens(way)]).toEqual([expect.stringMatching(/^[\w-]{36}$/)]);
  });

  test.each([
    { title: "only drops connections", fault: FaultyEndpoint.drops() },
    { title: "only keeps silent", fault: FaultyEndpoint.staysSilent() },
    { title: "only has faults", fault: FaultyEndpoint.answers(503, "{}") },
  ])("and $title gives StoreUnavailable after four attempts with one token", async ({ fault }) => {
    const { way, store } = await through([fault]);

    await expect(store.transact(writes)).rejects.toBeInstanceOf(StoreUnavailable);

    expect(way.requests).toHaveLength(4);
    expect(tokens(way).size).toBe(1);
  });

  test("tells which conditions failed from the answer as DynamoDB writes it", async () => {
    const body = JSON.stringify({
      __type: "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
      Message: "Transaction cancelled",
      CancellationReasons: [
        { Code: "None" },
        { Code: "ConditionalCheckFailed", Message: "The conditional request failed" },
      ],
    });
    const { store } = await through([FaultyEndpoint.answers(400, body)]);

    await expect(store.transact(writes)).rejects.toEqual(new ConditionFailed([1]));
  });
});
