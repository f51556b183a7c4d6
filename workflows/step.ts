import type { IChainable, INextable, State } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import type { Path } from "./path.ts";

/** One step of the path, called as staff would say it; its inner states are called `<step>: …`. */
export abstract class Step extends Construct implements IChainable {
  readonly id: string;
  abstract readonly startState: State;
  readonly endStates: INextable[] = [];

  constructor(path: Path, name: string) {
    super(path.scope, name);
    this.id = name;
  }

  /**
   * Connects it with what follows it, and says what that is. Only steps to which the path comes are connected: no other is in the
   * machine of this procedure.
   */
  abstract connect(): readonly IChainable[];
}

/** Connects this step and all that follow, and gives them in the order in which one comes to them. */
export function connected(first: Step): readonly Step[] {
  const steps = new Set([first]);
  for (const step of steps) {
    for (const next of step.connect()) if (next instanceof Step) steps.add(next);
  }
  return [...steps];
}
