import { environments } from "../environments.ts";
import { casesIn, once, workflowWith } from "../on-aws.ts";

export const container = once(() => ({
  cases: casesIn(environments["await-answer"].parse(process.env)),
  workflow: workflowWith({}),
}));
