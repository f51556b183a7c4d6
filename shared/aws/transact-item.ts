import type { TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Condition, Key, Write } from "../ports.ts";

type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** One write as DynamoDB wants it. Names go through placeholders, for many plain words are reserved. */
export function transactItem(TableName: string, write: Write): TransactItem {
  if ("put" in write) return { Put: { TableName, Item: write.put, ...optionalExpression(write.when) } };
  if ("delete" in write) {
    const { pk, sk } = write.delete;
    return { Delete: { TableName, Key: { pk, sk }, ...optionalExpression(write.when) } };
  }
  if ("add" in write) return { Update: { TableName, ...addition(write.add, write.numbers, write.when) } };
  const { pk, sk } = write.check;
  return { ConditionCheck: { TableName, Key: { pk, sk }, ...expression(write.when) } };
}

function addition({ pk, sk }: Key, numbers: Readonly<Record<string, number>>, when: Condition | undefined) {
  const added = Object.entries(numbers);
  const condition = when === undefined ? undefined : expression(when);
  return {
    Key: { pk, sk },
    ...condition,
    UpdateExpression: `ADD ${added.map((_, at) => `#n${at} :n${at}`).join(", ")}`,
    ExpressionAttributeNames: {
      ...condition?.ExpressionAttributeNames,
      ...Object.fromEntries(added.map(([name], at) => [`#n${at}`, name])),
    },
    ExpressionAttributeValues: {
      ...condition?.ExpressionAttributeValues,
      ...Object.fromEntries(added.map(([, number], at) => [`:n${at}`, number])),
    },
  };
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
