import {
  Choice,
  Condition,
  DefinitionBody,
  QueryLanguage,
  type StateMachineProps,
  Succeed,
  TaskInput,
} from "aws-cdk-lib/aws-stepfunctions";
import { begin } from "./begin.ts";
import { jsonata, said, theCase, thisEntry } from "./jsonata.ts";
import { longestLife } from "./longest-life.ts";
import { machineNameOf } from "./machine-arn.ts";
import type { Path } from "./path.ts";
import { TimedWait } from "./timed-wait.ts";

/** What makes a machine the side-task machine of this procedure. `path.scope` must hold nothing else. */
export function sideTaskMachine(path: Path) {
  return {
    stateMachineName: machineNameOf("side-task", path.procedure),
    comment: `A task beside the path of a complaint at ${path.procedure.house.name}`,
    definitionBody: DefinitionBody.fromChainable(sideTask(path)),
    queryLanguage: QueryLanguage.JSONATA,
    timeout: longestLife,
  } as const satisfies StateMachineProps;
}

/**
 * Takes `{ organisation, caseId, kind, about }`, `about` empty when it is about the case: one task that holds nothing up. However it ends, that is the end; when it expires,
 * the next role up is asked.
 */
function sideTask(path: Path) {
  const outcome = Choice.jsonata(path.scope, "Side task: outcome");
  const { ask } = new TimedWait(path.scope, path, {
    step: "Side task",
    askedIn: "Side task",
    payload: TaskInput.fromObject({
      ...theCase,
      kind: jsonata("$states.context.Execution.Input.kind"),
      about: jsonata("$states.context.Execution.Input.about"),
      requestId: jsonata(thisEntry),
    }),
    outcome,
  });
  outcome
    .when(Condition.jsonata(jsonata(said("outcome", "expired"))), ask, { outputs: {} })
    .otherwise(Succeed.jsonata(path.scope, "Side task ended"));
  return begin(path, {}).next(ask);
}
