import { Choice, type IChainable, type State, TaskInput } from "aws-cdk-lib/aws-stepfunctions";
import type { OutcomeOf } from "../shared/domain/tasks/catalogue.ts";
import type { TaskKindId } from "../shared/domain/tasks/task-kind.ts";
import { whileYoung } from "./hand-over.ts";
import { jsonata, theCase, thisEntry } from "./jsonata.ts";
import { outcomesOf } from "./outcomes.ts";
import type { Path } from "./path.ts";
import { Step } from "./step.ts";
import { TimedWait } from "./timed-wait.ts";
import { Ways } from "./ways.ts";

/** A step that waits for one person. */
export class HumanTask<Kind extends TaskKindId> extends Step {
  readonly startState: State;
  readonly #path: Path;
  readonly #kind: Kind;
  readonly #ways: Ways;

  constructor(path: Path, name: string, kind: Kind) {
    super(path, name);
    this.#path = path;
    this.#kind = kind;
    const payload = TaskInput.fromObject({ ...theCase, kind, requestId: jsonata(thisEntry) });
    const outcome = Choice.jsonata(this, `${name}: outcome`);
    const { ask } = new TimedWait(this, path, { step: name, askedIn: name, payload, outcome });
    this.startState = whileYoung(this, path, name, ask);
    this.#ways = new Ways(this, outcome);
    // Who lets a task expire loses it: the next role up is asked. Of a party's task that is a colleague who should have asked them.
    this.#ways.add("expired", this.startState);
    if (path.withdrawn !== undefined) this.#ways.add("withdrawn", path.withdrawn);
  }

  /** Where each outcome leads. Ways that the procedure does not have stay out of its machine. */
  on(next: Readonly<Record<OutcomeOf<Kind>, IChainable>>): void {
    const possible = outcomesOf(this.#kind, this.#path.procedure);
    for (const [outcome, step] of Object.entries<IChainable>(next)) {
      if (possible.includes(outcome)) this.#ways.add(outcome, step);
    }
  }

  override connect(): readonly IChainable[] {
    return this.#ways.connect();
  }
}
