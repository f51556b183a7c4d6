import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SESClient } from "@aws-sdk/client-ses";
import { SFNClient } from "@aws-sdk/client-sfn";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** Where and as whom; on Lambda both come from the environment. */
export interface Reach {
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Milliseconds that one attempt may take, when other than the client's own. */
  readonly attemptMs?: number;
}

/** Without `throwOnRequestTimeout` the SDK only warns, and the function hangs until Lambda ends it. */
function settings({ attemptMs, ...where }: Reach, most: { readonly attempts: number; readonly attemptMs: number }) {
  const requestTimeout = attemptMs ?? most.attemptMs;
  return {
    ...where,
    maxAttempts: most.attempts,
    requestHandler: { connectionTimeout: 1000, requestTimeout, throwOnRequestTimeout: true },
  };
}

/** Short attempts, some of them: together below the shortest function timeout. `undefined` attributes are left out, as in JSON. */
export function tableClient(reach: Reach = {}): DynamoDBDocumentClient {
  const client = new DynamoDBClient(settings(reach, { attempts: 4, attemptMs: 2000 }));
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

/** Long attempts: a message may have 40 MB. */
export function archiveClient(reach: Reach = {}): S3Client {
  return new S3Client(settings(reach, { attempts: 3, attemptMs: 30_000 }));
}

/** One attempt: SES knows no idempotency token, so trying again after silence would send a letter twice. The outbox decides. */
export function postClient(reach: Reach = {}): SESClient {
  return new SESClient(settings(reach, { attempts: 1, attemptMs: 20_000 }));
}

export function workflowClient(reach: Reach = {}): SFNClient {
  return new SFNClient(settings(reach, { attempts: 4, attemptMs: 3000 }));
}

export function secretsClient(reach: Reach = {}): SecretsManagerClient {
  return new SecretsManagerClient(settings(reach, { attempts: 3, attemptMs: 3000 }));
}
