import { environments } from "../environments.ts";
import { casesIn, once, postWith } from "../on-aws.ts";

export const container = once(() => {
  const environment = environments["send-letters"].parse(process.env);
  return {
    cases: casesIn(environment),
    post: postWith(environment),
    publicUrl: environment.PUBLIC_URL,
  };
});
