import type { IChainable } from "aws-cdk-lib/aws-stepfunctions";
import { DefinitionBody, QueryLanguage, type StateMachineProps } from "aws-cdk-lib/aws-stepfunctions";
import { analysis } from "./analysis.ts";
import { beginAt } from "./begin.ts";
import { feedback } from "./feedback.ts";
import { handling } from "./handling.ts";
import { intake } from "./intake.ts";
import { learning } from "./learning.ts";
import { LetterStep } from "./letter-step.ts";
import { longestLife } from "./longest-life.ts";
import { machineNameOf } from "./machine-arn.ts";
import type { Path } from "./path.ts";
import { connected } from "./step.ts";

/** What makes a machine the complaint machine of this procedure. `path.scope` must hold nothing else. */
export function complaintMachine(path: Path) {
  return {
    stateMachineName: machineNameOf("complaint", path.procedure),
    comment: `The path of a complaint at ${path.procedure.house.name}`,
    definitionBody: DefinitionBody.fromChainable(complaintPath(path)),
    queryLanguage: QueryLanguage.JSONATA,
    timeout: longestLife,
  } as const satisfies StateMachineProps;
}

/** Intake → analysis → handling → feedback → learning; a complaint that is withdrawn goes straight to its lessons. */
function complaintPath(path: Path): IChainable {
  const closeAsWithdrawn = new LetterStep(path, "Close as withdrawn", "withdrawal");
  const withdrawable = { ...path, withdrawn: closeAsWithdrawn };
  const begins = intake(withdrawable);
  const analyses = analysis(withdrawable);
  const handles = handling(withdrawable);
  const tells = feedback(withdrawable);
  const learns = learning(path, closeAsWithdrawn);

  begins.leadTo({ analysis: analyses.first, outcome: tells.first, closing: learns.closing });
  analyses.leadTo({ handling: handles.first });
  handles.leadTo({ outcome: tells.first });
  tells.leadTo({ learning: learns.first });
  closeAsWithdrawn.next(learns.first);
  learns.leadTo({ reopened: analyses.establishWhatHappened });

  return beginAt(path, begins.first, connected(begins.first));
}
