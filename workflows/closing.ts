import { Choice, type IChainable, TaskInput } from "aws-cdk-lib/aws-stepfunctions";
import type { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import { functionCall } from "./function-call.ts";
import { jsonata, theCase } from "./jsonata.ts";
import type { Path } from "./path.ts";
import { Step } from "./step.ts";
import { Ways } from "./ways.ts";

/** A case closes only with the four facts of A24. Afterwards the survey comes, where the procedure has one and it fits the case. */
export class CloseCase extends Step {
  readonly startState: LambdaInvoke;
  readonly #ways: Ways;
  readonly #path: Path;

  constructor(path: Path, name: string) {
    super(path, name);
    this.#path = path;
    const whatNext = Choice.jsonata(this, `${name}: what next`);
    this.startState = functionCall(this, path, {
      name,
      calls: "close-case",
      payload: TaskInput.fromObject({ ...theCase }),
      keeps: { outcome: jsonata("$states.result.Payload.next") },
    });
    this.startState.next(whatNext);
    this.#ways = new Ways(this, whatNext);
  }

  on({ survey, end }: Readonly<Record<"survey" | "end", IChainable>>): void {
    if (this.#path.procedure.branches.survey) this.#ways.add("survey", survey);
    this.#ways.add("end", end);
  }

  override connect(): readonly IChainable[] {
    return this.#ways.connect();
  }
}
