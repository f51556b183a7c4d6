import type { IChainable } from "aws-cdk-lib/aws-stepfunctions";
import { HumanTask } from "./human-task.ts";
import { LetterStep } from "./letter-step.ts";
import type { Path } from "./path.ts";
import { Round } from "./round.ts";

/**
 * Everybody whom it concerns hears the outcome (B27, B28). A complainant whom it does not satisfy gets an independent person whom both
 * sides accept, where the procedure has one (B29).
 */
export function feedback(path: Path) {
  const writeOutcome = new HumanTask(path, "Write outcome", "write-outcome");
  const approveOutcome = new HumanTask(path, "Approve outcome", "approve-outcome");
  const sendOutcome = new LetterStep(path, "Send outcome", "outcome");
  const reactToTheOutcome = new HumanTask(path, "React to the outcome", "react");
  const proposePersons = new HumanTask(path, "Propose independent persons", "propose-independents");
  const rankPersons = new Round(path, "Rank independent persons", "ranking");
  const chooseAPerson = new HumanTask(path, "Choose an independent person", "choose-independent");
  const independentAdvice = new HumanTask(path, "Independent advice", "independent-advice");
  const finalOutcome = new HumanTask(path, "Final outcome", "final-outcome");
  const sendFinalOutcome = new LetterStep(path, "Send final outcome", "final-outcome");

  return {
    first: writeOutcome,
    leadTo({ learning }: Readonly<Record<"learning", IChainable>>) {
      const { independent } = path.procedure.branches;

      writeOutcome.on({ written: approveOutcome });
      approveOutcome.on({ approved: sendOutcome, skipped: sendOutcome, rework: writeOutcome });
      sendOutcome.next(reactToTheOutcome);
      reactToTheOutcome.on({
        satisfied: learning,
        silent: learning,
        "not-satisfied": independent ? proposePersons : learning,
      });
      proposePersons.on({ proposed: rankPersons });
      rankPersons.on({ found: independentAdvice, none: proposePersons, undecided: chooseAPerson });
      chooseAPerson.on({ chosen: independentAdvice });
      independentAdvice.on({ advised: finalOutcome, declined: proposePersons, silent: proposePersons });
      finalOutcome.on({ written: sendFinalOutcome });
      sendFinalOutcome.next(learning);
    },
  };
}
