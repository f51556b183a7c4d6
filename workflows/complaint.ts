import type { IChainable } from "aws-cdk-lib/aws-stepfunctions";
import { DefinitionBody, QueryLanguage, type StateMachineProps, Succeed } from "aws-cdk-lib/aws-stepfunctions";
import { Duration } from "aws-cdk-lib/core";
import { analysis } from "./analysis.ts";
import { beginAt } from "./begin.ts";
import { feedback } from "./feedback.ts";
import { handling } from "./handling.ts";
import { intake } from "./intake.ts";
import { learning } from "./learning.ts";
import { machineNameOf } from "./machine-arn.ts";
import type { Path } from "./path.ts";

/** What makes a machine the complaint machine of this procedure. `path.scope` must hold nothing else. */
export function complaintMachine(path: Path) {
  return {
    stateMachineName: machineNameOf(path.procedure),
    comment: `The path of a complaint at ${path.procedure.house.name}`,
    definitionBody: DefinitionBody.fromChainable(complaintPath(path)),
    queryLanguage: QueryLanguage.JSONATA,
    // An execution lives for a year at most. One that is about to be so old has handed over (hand-over.ts); should it not
    // have, it ends by our timeout, which the alarm "a case has stopped" tells.
    timeout: Duration.days(364),
  } as const satisfies StateMachineProps;
}

/** Intake → analysis → handling → feedback → learning. */
function complaintPath(path: Path): IChainable {
  const { confirmReceipt, assess, sendReferral } = intake(path);
  const { establishWhatHappened } = analysis(path);
  const { writeOutcome, sendOutcome } = feedback(path);
  const { handle } = handling(path, { done: writeOutcome });
  const { drawLessons, closeCase } = learning(path);

  confirmReceipt.next(assess);
  assess.on({ handle: establishWhatHappened, solved: writeOutcome, "not-a-complaint": sendReferral });
  establishWhatHappened.on({ established: handle });
  writeOutcome.on({ written: sendOutcome });
  sendOutcome.next(drawLessons);
  drawLessons.on({ drawn: closeCase });
  sendReferral.next(closeCase);
  closeCase.next(Succeed.jsonata(path.scope, "Case closed"));

  return beginAt(path, confirmReceipt, [
    confirmReceipt,
    assess,
    sendReferral,
    establishWhatHappened,
    handle,
    writeOutcome,
    sendOutcome,
    drawLessons,
    closeCase,
  ]);
}
