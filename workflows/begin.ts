import { Choice, Condition, Fail, type IChainable, Pass } from "aws-cdk-lib/aws-stepfunctions";
import { jsonata } from "./jsonata.ts";
import type { Path } from "./path.ts";
import type { Step } from "./step.ts";

/** The case of the execution, for every state after this one. */
export function begin({ scope }: Path, outputs: Readonly<Record<string, string>>): Pass {
  return Pass.jsonata(scope, "Begin", {
    assign: { organisation: jsonata("$states.input.organisation"), caseId: jsonata("$states.input.caseId") },
    outputs,
  });
}

/**
 * Takes `{ organisation, caseId, resumeAt? }`. A repaired or migrated case starts a new execution in the middle:
 * `resumeAt` is the name of any of the steps.
 */
export function beginAt(path: Path, first: Step, steps: readonly Step[]): IChainable {
  const where = Choice.jsonata(path.scope, "Begin: at which step");
  for (const step of steps) {
    where.when(Condition.jsonata(jsonata(`$states.input.resumeAt = '${step.id}'`)), step, { outputs: {} });
  }
  where.otherwise(
    Fail.jsonata(path.scope, "Begin: unknown step", {
      error: "UnknownStep",
      cause: "`resumeAt` names a step that is not on the path of this organisation.",
    }),
  );
  const resumeAt = jsonata(`$exists($states.input.resumeAt) ? $states.input.resumeAt : '${first.id}'`);
  return begin(path, { resumeAt }).next(where);
}
