import type { TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Condition, Write } from "../ports.ts";

type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** One write as DynamoDB wants it. Names go through placeholders, for many plain words are reserved. */
export function transactItem(TableName: string, write: Write): TransactItem {
  if ("put" in write) return { Put: { TableName, Item: write.put, ...optionalExpression(write.when) } };
  if ("delete" in write) {
    const { pk, sk } = write.delete;
    return { Delete: { TableName, Key: { pk, sk }, ...optionalExpression(write.when) } };
  }
  const { pk, sk } = write.check;
  return { ConditionCheck: { TableName, Key: { pk, sk }, ...expression(write.when) } };
}

function optionalExpression(condition: Condition | undefined) {
  return condition === undefined ? {} : expression(condition);
}

function expression(condition: Condition) {
  if (condition === "absent") return { ConditionExpression: "attribute_not_exists(pk)" };
  if (condition === "present") return { ConditionExpression: "attribute_exists(pk)" };
  const attributes = Object.entries(condition);
  return {
    ConditionExpression: attributes.map((_, at) => `#a${at} = :v${at}`).join(" AND "),
    ExpressionAttributeNames: Object.fromEntries(attributes.map(([name], at) => [`#a${at}`, name])),
    ExpressionAttributeValues: Object.fromEntries(attributes.map(([, value], at) => [`:v${at}`, value])),
  };
}
