import type { IChainable } from "aws-cdk-lib/aws-stepfunctions";
import { HumanTask } from "./human-task.ts";
import { LetterStep } from "./letter-step.ts";
import type { Path } from "./path.ts";
import { Round } from "./round.ts";

/** Both sides are heard; then what happened, what we find of it, and what caused it (A16, B15, B23, B24, B30, B32). */
export function analysis(path: Path) {
  const sendCopies = new LetterStep(path, "Send copies", "copies");
  const releaseTheCopy = new HumanTask(path, "Release the copy", "release-copy");
  const hearBothSides = new Round(path, "Hear both sides", "hearing");
  const holdTheSession = new HumanTask(path, "Hold the session", "hold-session");
  const establishWhatHappened = new HumanTask(path, "Establish what happened", "establish-facts");
  const answerEachOther = new Round(path, "Answer each other", "exchange");
  const askTheComplainant = new HumanTask(path, "Ask the complainant", "answer-question");

  return {
    first: sendCopies,
    establishWhatHappened,
    leadTo({ handling }: Readonly<Record<"handling", IChainable>>) {
      const { session } = path.procedure.branches;

      sendCopies.next(releaseTheCopy);
      releaseTheCopy.on({ released: hearBothSides, skipped: hearBothSides });
      hearBothSides.on({ heard: session ? holdTheSession : establishWhatHappened });
      holdTheSession.on({ held: establishWhatHappened, "not-held": establishWhatHappened });
      establishWhatHappened.on({
        established: handling,
        exchange: answerEachOther,
        hear: hearBothSides,
        "ask-more": askTheComplainant,
      });
      answerEachOther.on({ answered: establishWhatHappened });
      askTheComplainant.on({ answered: establishWhatHappened, silent: establishWhatHappened });
    },
  };
}
