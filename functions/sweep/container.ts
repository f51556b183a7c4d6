import { environments } from "../environments.ts";
import { archiveIn, casesIn, once, postWith, secrets, workflowWith } from "../on-aws.ts";

/** Two minutes: longer than any function takes for what it promised. */
const graceMs = 120_000;

export const container = once(() => {
  const environment = environments.sweep.parse(process.env);
  return {
    cases: casesIn(environment),
    archive: archiveIn(environment),
    post: postWith(environment),
    workflow: workflowWith(environment),
    publicUrl: environment.PUBLIC_URL,
    secrets,
    graceMs,
  };
});
