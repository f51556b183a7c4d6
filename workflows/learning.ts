import { type IChainable, Succeed } from "aws-cdk-lib/aws-stepfunctions";
import { CloseCase } from "./closing.ts";
import { HumanTask } from "./human-task.ts";
import type { Path } from "./path.ts";
import { PeriodWait } from "./period-wait.ts";
import { Round } from "./round.ts";

/**
 * What we learn from it; the case closes; later we ask both sides how it was, and a low score is followed up (A28, B1, B35, B37). The lessons
 * of a withdrawn complaint are drawn too; who withdraws while they are drawn is told so first.
 */
export function learning(path: Path, withdrawn: IChainable) {
  const drawLessons = new HumanTask({ ...path, withdrawn }, "Draw lessons", "draw-lessons");
  const closeCase = new CloseCase(path, "Close case");
  // So that satisfaction is asked about the outcome and not about the letter.
  const waitForTheSurvey = new PeriodWait(path, "Wait for the survey", path.procedure.survey.after);
  const askSatisfaction = new Round(path, "Ask satisfaction", "survey");
  const followUp = new HumanTask(path, "Follow up a low score", "follow-up");
  const caseClosed = Succeed.jsonata(path.scope, "Case closed");

  return {
    first: drawLessons,
    closing: closeCase,
    leadTo({ reopened }: Readonly<Record<"reopened", IChainable>>) {
      drawLessons.on({ drawn: closeCase });
      closeCase.on({ survey: waitForTheSurvey, end: caseClosed });
      waitForTheSurvey.next(askSatisfaction);
      askSatisfaction.on({ asked: followUp });
      followUp.on({ done: caseClosed, skipped: caseClosed, reopen: reopened });
    },
  };
}
