import type { IChainable } from "aws-cdk-lib/aws-stepfunctions";
import { HumanTask } from "./human-task.ts";
import type { Path } from "./path.ts";
import { Round } from "./round.ts";

/**
 * Talks with both sides, together when both agree and else apart (A18-A21); then the owner gives a binding judgment (A22) or solves the
 * complaint (B18). Those whom a founded complaint concerns are addressed (B25, B26).
 */
export function handling(path: Path) {
  const { branches } = path.procedure;
  const askForATalk = new Round(path, "Ask for a three-way talk", "consent");
  const threeWayTalk = new HumanTask(path, "Three-way talk", "three-way-talk");
  const confirmTheAgreement = new Round(path, "Confirm the agreement", "confirmation");
  const separateTalks = new HumanTask(path, "Separate talks", "separate-talks");
  const giveJudgment = new HumanTask(path, "Give judgment", "give-judgment");
  const solve = new HumanTask(path, "Solve", "solve");
  const askWhetherItSatisfies = new Round(path, "Ask whether it satisfies", "confirmation");
  const addressThoseInvolved = new Round(path, "Address those involved", "addressing");
  const decide = branches.handling === "judgment" ? giveJudgment : solve;

  return {
    first: branches.mediation ? askForATalk : decide,
    leadTo({ outcome }: Readonly<Record<"outcome", IChainable>>) {
      const decided = branches.addressing ? addressThoseInvolved : outcome;

      askForATalk.on({ willing: threeWayTalk, unwilling: separateTalks });
      threeWayTalk.on({ agreement: confirmTheAgreement, "no-agreement": decide, "not-held": separateTalks });
      confirmTheAgreement.on({ confirmed: decided, disputed: decide });
      separateTalks.on({ held: decide });
      giveJudgment.on({ given: decided });
      solve.on({ solved: branches.confirmSolution ? askWhetherItSatisfies : decided });
      askWhetherItSatisfies.on({ confirmed: decided, disputed: solve });
      addressThoseInvolved.on({ addressed: outcome });
    },
  };
}
