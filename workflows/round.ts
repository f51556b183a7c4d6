import {
  Choice,
  Condition,
  type IChainable,
  // The built-in is called the same.
  Map as MapState,
  Pass,
  ProcessorMode,
  ProvideItems,
  type State,
  TaskInput,
} from "aws-cdk-lib/aws-stepfunctions";
import { type RoundId, type RoundOutcome, rounds } from "../shared/domain/rounds.ts";
import { functionCall } from "./function-call.ts";
import { isOld, whileYoung } from "./hand-over.ts";
import { jsonata, said, theCase, thisEntry } from "./jsonata.ts";
import type { Path } from "./path.ts";
import { Step } from "./step.ts";
import { TimedWait } from "./timed-wait.ts";
import { Ways } from "./ways.ts";

/** A step at which several parties do the same task side by side; it goes on when it has ended for all of them. */
export class Round<Id extends RoundId> extends Step {
  readonly startState: State;
  readonly #path: Path;
  readonly #ways: Ways;

  constructor(path: Path, name: string, round: Id) {
    super(path, name);
    this.#path = path;
    const gather = functionCall(this, path, {
      name,
      calls: "gather",
      payload: TaskInput.fromObject({ ...theCase, round }),
      keeps: { parties: jsonata("$states.result.Payload.parties") },
    });
    const conclude = functionCall(this, path, {
      name: `${name}: conclude`,
      calls: "conclude",
      payload: TaskInput.fromObject({ ...theCase, round, requestId: jsonata(thisEntry) }),
      keeps: { outcome: jsonata("$states.result.Payload.outcome") },
    });
    const outcome = Choice.jsonata(this, `${name}: what came of it`);
    this.startState = whileYoung(this, path, name, gather);

    const everybody = this.#everybody(round);
    gather.next(everybody);
    everybody.next(this.#allDone(conclude));
    conclude.next(outcome);
    this.#ways = new Ways(this, outcome);
    if (path.withdrawn !== undefined) this.#ways.add("withdrawn", path.withdrawn);
  }

  /** Where each outcome of the whole leads. */
  on(next: Readonly<Record<RoundOutcome<Id>, IChainable>>): void {
    for (const [outcome, step] of Object.entries<IChainable>(next)) this.#ways.add(outcome, step);
  }

  override connect(): readonly IChainable[] {
    return this.#ways.connect();
  }

  #everybody(round: Id): MapState {
    const asked = Pass.jsonata(this, `${this.id}: one of them`, {
      assign: { about: jsonata("$states.input") },
      outputs: {},
    });
    return MapState.jsonata(this, `${this.id}: everybody`, {
      items: ProvideItems.jsonata(jsonata("$states.input.parties")),
      outputs: { expired: jsonata("'expired' in $states.result.outcome") },
    }).itemProcessor(asked.next(this.#one(round)), { mode: ProcessorMode.INLINE });
  }

  /** However it ends for one of them, the others are not held up. */
  #one(round: Id): IChainable {
    const { kind } = rounds[round];
    const requestId = jsonata(`${thisEntry} & ':' & $about`);
    const outcome = Choice.jsonata(this, `${this.id}: outcome`);
    const { ask } = new TimedWait(this, this.#path, {
      step: this.id,
      askedIn: `${this.id}: ask`,
      payload: TaskInput.fromObject({ ...theCase, kind, about: jsonata("$about"), requestId }),
      outcome,
    });
    // Who lets it expire is asked anew, as on the path; but an old execution asks nobody.
    const anew = `${said("outcome", "expired")} and $not(${isOld(this.#path)})`;
    outcome
      .when(Condition.jsonata(jsonata(anew)), ask, { outputs: {} })
      .otherwise(Pass.jsonata(this, `${this.id}: done`));
    return ask;
  }

  /** When it expired for somebody and this execution asks nobody anew, the round is taken up again in the next. */
  #allDone(conclude: IChainable): Choice {
    return Choice.jsonata(this, `${this.id}: all done?`)
      .when(Condition.jsonata(jsonata("$states.input.expired")), this.startState, { outputs: {} })
      .otherwise(conclude);
  }
}
