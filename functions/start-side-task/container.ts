import { environments } from "../environments.ts";
import { casesIn, once, workflowWith } from "../on-aws.ts";

export const container = once(() => {
  const environment = environments["start-side-task"].parse(process.env);
  return { cases: casesIn(environment), workflow: workflowWith(environment) };
});
