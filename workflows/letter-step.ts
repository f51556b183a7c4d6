import { type IChainable, TaskInput } from "aws-cdk-lib/aws-stepfunctions";
import type { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import type { PathLetter } from "../shared/domain/letter-kinds.ts";
import { functionCall } from "./function-call.ts";
import { jsonata, theCase, thisEntry } from "./jsonata.ts";
import type { Path } from "./path.ts";
import { Step } from "./step.ts";

/** A step at which letters go out by themselves, to everybody whom this moment of the path concerns. */
export class LetterStep extends Step {
  readonly startState: LambdaInvoke;
  readonly #next: IChainable[] = [];

  constructor(path: Path, name: string, letter: PathLetter) {
    super(path, name);
    this.startState = functionCall(this, path, {
      name,
      calls: "send-letters",
      payload: TaskInput.fromObject({ ...theCase, letter, requestId: jsonata(thisEntry) }),
      keeps: {},
    });
  }

  next(step: IChainable): void {
    this.#next.push(step);
  }

  override connect(): readonly IChainable[] {
    for (const step of this.#next) this.startState.next(step);
    return this.#next;
  }
}
