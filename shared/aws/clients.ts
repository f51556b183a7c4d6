import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SESClient } from "@aws-sdk/client-ses";
import { SFNClient } from "@aws-sdk/client-sfn";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** Where and as whom; on Lambda both come from the environment. */
export interface Reach {
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** Milliseconds. Without `throwOnRequestTimeout` the SDK only warns, and the function hangs until Lambda ends it. */
const within = (requestTimeout: number) => ({ connectionTimeout: 1000, requestTimeout, throwOnRequestTimeout: true });

/** Short attempts, some of them: together below the shortest function timeout. `undefined` attributes are left out, as in JSON. */
export function tableClient(reach: Reach = {}): DynamoDBDocumentClient {
  const client = new DynamoDBClient({ maxAttempts: 4, requestHandler: within(2000), ...reach });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

/** Long attempts: a message may have 40 MB. */
export function archiveClient(reach: Reach = {}): S3Client {
  return new S3Client({ maxAttempts: 3, requestHandler: within(30_000), ...reach });
}

/** One attempt: SES knows no idempotency token, so trying again after silence would send a letter twice. The outbox decides. */
export function postClient(reach: Reach = {}): SESClient {
  return new SESClient({ maxAttempts: 1, requestHandler: within(20_000), ...reach });
}

export function workflowClient(reach: Reach = {}): SFNClient {
  return new SFNClient({ maxAttempts: 4, requestHandler: within(3000), ...reach });
}
