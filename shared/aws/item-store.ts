import { randomUUID } from "node:crypto";
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";
import {
  ConditionFailed,
  type Item,
  type ItemStore,
  type Key,
  type Page,
  type Query,
  StoreUnavailable,
  type Write,
} from "../ports.ts";
import { type Pause, withAttempts } from "./attempts.ts";
import { cursorAt, positionOf, positionSchema } from "./cursor.ts";
import { isPassingFault } from "./passing-fault.ts";
import { storedItem } from "./stored-item.ts";
import { pageLimit, refuseIllegal } from "./table-limits.ts";
import { transactItem } from "./transact-item.ts";

/** Why DynamoDB cancelled one write of a transaction although its condition may hold. */
const passingReasons = new Set(["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]);

/** The single table on DynamoDB. It has the keys `pk`, `sk` and an index `gsi1` on `gsi1pk`, `gsi1sk` that projects all. */
export class DynamoItemStore implements ItemStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #wait: Pause | undefined;

  /** `wait` stands between attempts after a conflict. */
  constructor(options: { readonly client: DynamoDBDocumentClient; readonly table: string; readonly wait?: Pause }) {
    this.#client = options.client;
    this.#table = options.table;
    this.#wait = options.wait;
  }

  async get({ pk, sk }: Key): Promise<Item | undefined> {
    const command = new GetCommand({ TableName: this.#table, Key: { pk, sk }, ConsistentRead: true });
    const { Item: found } = await available(this.#client.send(command));
    return found === undefined ? undefined : storedItem(found);
  }

  async query(query: Query): Promise<Page> {
    const command = new QueryCommand({ TableName: this.#table, ...selection(query) });
    const { Items: found = [], LastEvaluatedKey: last } = await available(this.#client.send(command));
    const items = found.map(storedItem);
    return last === undefined ? { items } : { items, cursor: cursorAt(positionSchema.parse(last)) };
  }

  async transact(writes: readonly Write[]): Promise<void> {
    refuseIllegal(writes);
    const TransactItems = writes.map((write) => transactItem(this.#table, write));
    try {
      // The token lets the SDK ask again after silence without writing twice. A cancelled transaction wrote nothing, so the
      // next attempt is a new request with a token of its own.
      await withAttempts(
        () => this.#client.send(new TransactWriteCommand({ TransactItems, ClientRequestToken: randomUUID() })),
        isPassingCancellation,
        this.#wait,
      );
    } catch (error) {
      throw refusal(error);
    }
  }
}

async function available<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer;
  } catch (error) {
    throw refusal(error);
  }
}

/** The port's error for what DynamoDB or the way to it did; a bug stays what it is. */
function refusal(error: unknown): unknown {
  const failed = reasons(error).flatMap((reason, at) => (reason === "ConditionalCheckFailed" ? [at] : []));
  if (failed.length > 0) return new ConditionFailed(failed);
  if (isPassingCancellation(error) || isPassingFault(error)) {
    return new StoreUnavailable("DynamoDB did not take it, or did not say whether it did.", { cause: error });
  }
  return error;
}

/** Cancelled only because others wrote at the same time, or too much was asked. */
function isPassingCancellation(error: unknown): boolean {
  const given = reasons(error).filter((reason) => reason !== "None");
  return given.length > 0 && given.every((reason) => passingReasons.has(reason));
}

/** In the order of the writes. */
function reasons(error: unknown): readonly string[] {
  if (!(error instanceof TransactionCanceledException)) return [];
  return (error.CancellationReasons ?? []).map(({ Code }) => Code ?? "None");
}

function selection(query: Query): Omit<QueryCommandInput, "TableName"> {
  const [partition, sort] = query.index === "gsi1" ? ["gsi1pk", "gsi1sk"] : ["pk", "sk"];
  const prefix = query.prefix ?? "";
  const start = positionOf(query);
  return {
    // An index cannot be read consistently.
    ...(query.index === undefined ? { ConsistentRead: true } : { IndexName: query.index }),
    ...(prefix === ""
      ? {
          KeyConditionExpression: "#partition = :partition",
          ExpressionAttributeNames: { "#partition": partition },
          ExpressionAttributeValues: { ":partition": query.partition },
        }
      : {
          KeyConditionExpression: "#partition = :partition AND begins_with(#sort, :prefix)",
          ExpressionAttributeNames: { "#partition": partition, "#sort": sort },
          ExpressionAttributeValues: { ":partition": query.partition, ":prefix": prefix },
        }),
    ScanIndexForward: query.descending !== true,
    Limit: pageLimit(query),
    ...(start === undefined ? {} : { ExclusiveStartKey: start }),
  };
}
