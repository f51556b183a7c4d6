import { type Choice, Condition, Fail, type IChainable } from "aws-cdk-lib/aws-stepfunctions";
import { jsonata, said } from "./jsonata.ts";
import type { Step } from "./step.ts";

/** Where the outcomes of a step lead. `choice` gets `{ outcome }`. */
export class Ways {
  readonly #step: Step;
  readonly #choice: Choice;
  readonly #ways = new Map<string, IChainable>();

  constructor(step: Step, choice: Choice) {
    this.#step = step;
    this.#choice = choice;
  }

  add(outcome: string, next: IChainable): void {
    this.#ways.set(outcome, next);
  }

  /** What has no way stops the case where people see it. */
  connect(): readonly IChainable[] {
    for (const [outcome, next] of this.#ways) {
      this.#choice.when(Condition.jsonata(jsonata(said("outcome", outcome))), next, { outputs: {} });
    }
    this.#choice.otherwise(
      Fail.jsonata(this.#step, `${this.#step.id}: unknown outcome`, {
        error: "UnknownOutcome",
        cause: "The step ended in a way that the path has no branch for.",
      }),
    );
    return [...this.#ways.values()];
  }
}
