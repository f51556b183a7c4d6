import { procedures } from "../procedures/all.ts";
import { S3Archive } from "../shared/aws/archive.ts";
import { archiveClient, postClient, secretsClient, tableClient, workflowClient } from "../shared/aws/clients.ts";
import { SystemClock } from "../shared/aws/clock.ts";
import { DynamoItemStore } from "../shared/aws/item-store.ts";
import { SesPost } from "../shared/aws/post.ts";
import { RandomSecrets } from "../shared/aws/secrets.ts";
import { readSessionKey } from "../shared/aws/session-key.ts";
import { StepFunctionsWorkflow } from "../shared/aws/workflow.ts";
import { CaseStore } from "../shared/store/cases.ts";

/** The AWS adapters that the containers of the functions choose from, each from its part of the environment. */

export const secrets = new RandomSecrets();

/** The same with the key of desk sessions, for the function that may read it. */
export const secretsWith = ({ SESSION_KEY_SECRET }: { readonly SESSION_KEY_SECRET: string }) =>
  new RandomSecrets(Date.now, () => readSessionKey(secretsClient(), SESSION_KEY_SECRET));

export function casesIn({ TABLE_NAME }: { readonly TABLE_NAME: string }): CaseStore {
  const items = new DynamoItemStore({ client: tableClient(), table: TABLE_NAME });
  return new CaseStore({ items, procedures, clock: new SystemClock(), secrets });
}

export const archiveIn = ({ ARCHIVE_BUCKET }: { readonly ARCHIVE_BUCKET: string }) =>
  new S3Archive({ client: archiveClient(), bucket: ARCHIVE_BUCKET });

export const postWith = ({ CONFIGURATION_SET }: { readonly CONFIGURATION_SET: string }) =>
  new SesPost({ client: postClient(), configurationSet: CONFIGURATION_SET });

/** Without machines it can answer and fail tokens, not start anything. */
export const workflowWith = ({ STATE_MACHINES = {} }: { readonly STATE_MACHINES?: Readonly<Record<string, string>> }) =>
  new StepFunctionsWorkflow({ client: workflowClient(), machines: new Map(Object.entries(STATE_MACHINES)) });

/** Makes it at the first event and keeps it for the next ones, so that a cold start pays once and a test pays nothing. */
export function once<Dependencies>(make: () => Dependencies): () => Dependencies {
  let made: { readonly dependencies: Dependencies } | undefined;
  return () => {
    made ??= { dependencies: make() };
    return made.dependencies;
  };
}
