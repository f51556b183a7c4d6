import type { IChainable, INextable } from "aws-cdk-lib/aws-stepfunctions";
import { Choice, Condition, Fail, IntegrationPattern, TaskInput, Timeout } from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import { Construct } from "constructs";
import type { OutcomeOf } from "../shared/domain/tasks/catalogue.ts";
import type { TaskKindId } from "../shared/domain/tasks/task-kind.ts";
import { whileYoung } from "./hand-over.ts";
import { jsonata, theCase } from "./jsonata.ts";
import type { Path } from "./path.ts";
import { retried } from "./retries.ts";

/**
 * Seconds until the next alarm. Never fewer than 30: an alarm that is past due would otherwise time out while the
 * function that looks whether the answer is there already is still starting.
 */
const untilNextAlarm = jsonata("$max([30, $ceil(($toMillis($states.input.alarmAt) - $millis()) / 1000)])");

/** The same over retries of one entry, new at each entry: asking twice opens one task. */
const requestId = jsonata("$states.context.Execution.Name & ':' & $states.context.State.EnteredTime");

/**
 * The timed wait of the whole product: ask somebody, wait for the answer, ring alarms while waiting.
 * Ids and outcome codes travel as state output, not as variables, so that the fragment may run in parallel branches.
 */
export class HumanTask<Kind extends TaskKindId> extends Construct implements IChainable {
  readonly id: string;
  readonly startState: Choice;
  readonly endStates: INextable[] = [];
  readonly #outcome: Choice;

  /** `name` is what staff would say; the inner states are called `<name>: …`. */
  constructor(path: Path, name: string, kind: Kind) {
    super(path.scope, name);
    this.id = name;

    const ask = this.#ask(path, kind);
    this.startState = whileYoung(this, path, name, ask);
    const awaitAnswer = this.#awaitAnswer(path);
    const ringAlarms = this.#ringAlarms(path);
    this.#outcome = Choice.jsonata(this, "outcome", { stateName: `${name}: outcome` });

    ask.next(awaitAnswer);
    awaitAnswer.addCatch(ringAlarms, {
      errors: ["States.Timeout"],
      outputs: { taskId: jsonata("$states.input.taskId") },
    });
    awaitAnswer.next(this.#outcome);
    ringAlarms.next(this.#stillOpen(awaitAnswer));
  }

  /** Where each outcome leads. Who lets a task expire loses it: the next role up is asked. */
  on(next: Readonly<Record<OutcomeOf<Kind>, IChainable>>): void {
    for (const [outcome, step] of Object.entries<IChainable>(next)) {
      this.#outcome.when(Condition.jsonata(jsonata(`$states.input.outcome = '${outcome}'`)), step, { outputs: {} });
    }
    this.#outcome.when(Condition.jsonata(jsonata("$states.input.outcome = 'expired'")), this.startState, {
      outputs: {},
    });
    this.#outcome.otherwise(
      Fail.jsonata(this, "unknown outcome", {
        stateName: `${this.id}: unknown outcome`,
        error: "UnknownOutcome",
        cause: "The task ended in a way that the path has no branch for.",
      }),
    );
  }

  #ask(path: Path, kind: Kind): LambdaInvoke {
    return retried(
      LambdaInvoke.jsonata(this, "ask", {
        stateName: this.id,
        lambdaFunction: path.functions.ask,
        payload: TaskInput.fromObject({ ...theCase, kind, requestId }),
        outputs: {
          taskId: jsonata("$states.result.Payload.taskId"),
          alarmAt: jsonata("$states.result.Payload.alarmAt"),
        },
        retryOnServiceExceptions: false,
      }),
    );
  }

  #awaitAnswer(path: Path): LambdaInvoke {
    return retried(
      LambdaInvoke.jsonata(this, "await answer", {
        stateName: `${this.id}: await answer`,
        lambdaFunction: path.functions["await-answer"],
        integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
        payload: TaskInput.fromObject({
          ...theCase,
          taskId: jsonata("$states.input.taskId"),
          token: jsonata("$states.context.Task.Token"),
        }),
        taskTimeout: Timeout.jsonata(untilNextAlarm),
        outputs: { outcome: jsonata("$states.result.outcome") },
        retryOnServiceExceptions: false,
      }),
    );
  }

  #ringAlarms(path: Path): LambdaInvoke {
    return retried(
      LambdaInvoke.jsonata(this, "ring alarms", {
        stateName: `${this.id}: ring alarms`,
        lambdaFunction: path.functions["ring-alarms"],
        payload: TaskInput.fromObject({ ...theCase, taskId: jsonata("$states.input.taskId") }),
        outputs: {
          taskId: jsonata("$states.input.taskId"),
          status: jsonata("$states.result.Payload.status"),
          alarmAt: jsonata("$states.result.Payload.alarmAt"),
        },
        retryOnServiceExceptions: false,
      }),
    );
  }

  /** An answered task is awaited again too: the function finds the answer in the dossier and gives it at once. */
  #stillOpen(awaitAnswer: LambdaInvoke): Choice {
    const status = (test: string) => Condition.jsonata(jsonata(`$states.input.status ${test}`));
    return Choice.jsonata(this, "still open", { stateName: `${this.id}: still open?` })
      .when(status("in ['open', 'answered']"), awaitAnswer)
      .when(status("= 'expired'"), this.#outcome, { outputs: { outcome: "expired" } })
      .otherwise(
        Fail.jsonata(this, "unknown status", {
          stateName: `${this.id}: unknown status`,
          error: "UnknownStatus",
          cause: "The alarms say something of the task that the path has no branch for.",
        }),
      );
  }
}
