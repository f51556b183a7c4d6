import { readFileSync } from "node:fs";
import { environments } from "../environments.ts";
import { archiveIn, casesIn, once, secrets, workflowWith } from "../on-aws.ts";

export const container = once(() => {
  const environment = environments.web.parse(process.env);
  // The construct puts the bundled style sheet beside the code.
  const stylesheet = readFileSync(new URL("style.css", import.meta.url), "utf8");
  return {
    cases: casesIn(environment),
    archive: archiveIn(environment),
    workflow: workflowWith(environment),
    secrets,
    stylesheet,
  };
});
