import { environments } from "../environments.ts";
import { archiveIn, casesIn, once, secrets, workflowWith } from "../on-aws.ts";

export const container = once(() => {
  const environment = environments["receive-mail"].parse(process.env);
  return { cases: casesIn(environment), archive: archiveIn(environment), workflow: workflowWith(environment), secrets };
});
