import { environments } from "../environments.ts";
import { archiveIn, casesIn, once, secretsWith, workflowWith } from "../on-aws.ts";

export const container = once(() => {
  const environment = environments.desk.parse(process.env);
  return {
    cases: casesIn(environment),
    archive: archiveIn(environment),
    workflow: workflowWith(environment),
    secrets: secretsWith(environment),
  };
});
