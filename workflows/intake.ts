import type { IChainable } from "aws-cdk-lib/aws-stepfunctions";
import { HumanTask } from "./human-task.ts";
import { LetterStep } from "./letter-step.ts";
import type { Path } from "./path.ts";
import { Round } from "./round.ts";

/** The complainant hears that the complaint has come in, and somebody chooses the way (A5-A8, A12-A15, B6-B9, B19). */
export function intake(path: Path) {
  const completeRegistration = new HumanTask(path, "Complete the registration", "complete-registration");
  const confirmReceipt = new LetterStep(path, "Confirm receipt", "receipt");
  const assess = new HumanTask(path, "Assess", "assess");
  const consult = new HumanTask(path, "Consult", "consult");
  const inviteToTalk = new LetterStep(path, "Invite to talk", "invitation");
  const tellHowTheTalkWent = new HumanTask(path, "Tell how the talk went", "talk-result");
  const confirmTheTalk = new Round(path, "Confirm what was agreed in the talk", "confirmation");
  const decideAfterTheTalk = new HumanTask(path, "Decide after the talk", "decide-after-silence");
  const advise = new HumanTask(path, "Advise", "advise");
  const chooseAfterAdvice = new HumanTask(path, "Choose after advice", "choose-after-advice");
  const decideUrgently = new HumanTask(path, "Decide urgently", "decide-urgently");
  const sendReferral = new LetterStep(path, "Send referral", "referral");

  return {
    first: completeRegistration,
    leadTo({ analysis, outcome, closing }: Readonly<Record<"analysis" | "outcome" | "closing", IChainable>>) {
      const handle = path.procedure.branches.urgent ? decideUrgently : analysis;

      completeRegistration.on({ own: confirmReceipt, "passed-on": confirmReceipt, skipped: confirmReceipt });
      confirmReceipt.next(assess);
      assess.on({
        handle,
        solved: outcome,
        "talk-first": inviteToTalk,
        advice: advise,
        consult,
        "not-a-complaint": sendReferral,
      });
      consult.on({ advised: assess });
      inviteToTalk.next(tellHowTheTalkWent);
      tellHowTheTalkWent.on({
        solved: confirmTheTalk,
        "not-solved": handle,
        advice: advise,
        silent: decideAfterTheTalk,
      });
      confirmTheTalk.on({ confirmed: outcome, disputed: decideAfterTheTalk });
      decideAfterTheTalk.on({ solved: outcome, handle, advice: advise });
      advise.on({ advised: chooseAfterAdvice });
      chooseAfterAdvice.on({ settled: closing, official: handle, silent: closing });
      decideUrgently.on({ directed: analysis, skipped: analysis });
      sendReferral.next(closing);
    },
  };
}
