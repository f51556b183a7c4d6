import { type IChainable, type State, Wait, WaitTime } from "aws-cdk-lib/aws-stepfunctions";
import { Duration } from "aws-cdk-lib/core";
import type { Period } from "../shared/domain/calendar.ts";
import { whileYoung } from "./hand-over.ts";
import type { Path } from "./path.ts";
import { Step } from "./step.ts";

/** Lets some time pass before the next step. */
export class PeriodWait extends Step {
  readonly startState: State;
  readonly #wait: Wait;
  readonly #next: IChainable[] = [];

  constructor(path: Path, name: string, length: Period) {
    super(path, name);
    const time = WaitTime.duration(roughly(length));
    this.#wait = Wait.jsonata(this, name, { time, outputs: {} });
    this.startState = whileYoung(this, path, name, this.#wait);
  }

  next(step: IChainable): void {
    this.#next.push(step);
  }

  override connect(): readonly IChainable[] {
    for (const step of this.#next) this.#wait.next(step);
    return this.#next;
  }
}

/** In elapsed time, holidays or not: what comes after it has no deadline that somebody could miss. */
export function roughly({ amount, unit }: Period): Duration {
  switch (unit) {
    case "hours":
      return Duration.hours(amount);
    case "days":
      return Duration.days(amount);
    case "working-days":
      return Duration.days(Math.ceil((amount * 7) / 5));
    case "weeks":
      return Duration.days(amount * 7);
    case "months":
      return Duration.days(amount * 30);
  }
}
