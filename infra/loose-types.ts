import { type ITable, Table } from "aws-cdk-lib/aws-dynamodb";
import { Bucket, type IBucket } from "aws-cdk-lib/aws-s3";

/**
 * The CDK is compiled without `exactOptionalPropertyTypes`, so with it a `Table` does not pass for the `ITable` that it is. These
 * say so, and look first.
 */
export function anyTable(table: Table): ITable {
  if (!isTable(table)) throw new Error("No table of the CDK.");
  return table;
}

export function anyBucket(bucket: Bucket): IBucket {
  if (!isBucket(bucket)) throw new Error("No bucket of the CDK.");
  return bucket;
}

function isTable(construct: object): construct is ITable {
  return construct instanceof Table;
}

function isBucket(construct: object): construct is IBucket {
  return construct instanceof Bucket;
}
