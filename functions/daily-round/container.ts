import { environments } from "../environments.ts";
import { archiveIn, casesIn, once, postWith } from "../on-aws.ts";

export const container = once(() => {
  const environment = environments["daily-round"].parse(process.env);
  return {
    cases: casesIn(environment),
    archive: archiveIn(environment),
    post: postWith(environment),
    publicUrl: environment.PUBLIC_URL,
  };
});
