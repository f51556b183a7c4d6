import {
  Choice,
  Condition,
  Fail,
  type IChainable,
  IntegrationPattern,
  TaskInput,
  Timeout,
} from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import { Construct } from "constructs";
import { functionCall } from "./function-call.ts";
import { jsonata, said, theCase } from "./jsonata.ts";
import type { Path } from "./path.ts";
import { retried } from "./retries.ts";

/**
 * Seconds until the next alarm. Never fewer than 30: an alarm that is past due would otherwise time out while the
 * function that looks whether the answer is there already is still starting.
 */
const untilNextAlarm = jsonata("$max([30, $ceil(($toMillis($states.input.alarmAt) - $millis()) / 1000)])");

/** A task that is not asked at all has an outcome only; an object leaves out what is not there. */
const whatWasAsked = jsonata("$states.result.Payload.{'taskId': taskId, 'alarmAt': alarmAt, 'outcome': outcome}");

interface Asking {
  /** The step that it belongs to; the states are called `<step>: …`. */
  readonly step: string;
  /** What the state that asks is called. */
  readonly askedIn: string;
  /** What `ask` is told. */
  readonly payload: TaskInput;
  /** Gets `{ outcome }` when the wait is over. */
  readonly outcome: IChainable;
}

/**
 * The timed wait of the whole product: ask somebody, wait for the answer, ring alarms while waiting.
 * Ids and codes travel as state output, so that it may run side by side.
 */
export class TimedWait extends Construct {
  /** Where it is entered. */
  readonly ask: LambdaInvoke;
  readonly #step: string;

  constructor(scope: Construct, path: Path, { step, askedIn, payload, outcome }: Asking) {
    super(scope, "wait");
    this.#step = step;
    this.ask = functionCall(this, path, { name: askedIn, calls: "ask", payload, keeps: whatWasAsked });
    const awaitAnswer = this.#awaitAnswer(path);
    const ringAlarms = this.#ringAlarms(path);

    this.ask.next(
      Choice.jsonata(this, `${step}: asked?`)
        .when(Condition.jsonata(jsonata(said("outcome", "waiting"))), awaitAnswer)
        .otherwise(outcome),
    );
    awaitAnswer.addCatch(ringAlarms, {
      errors: ["States.Timeout"],
      outputs: { taskId: jsonata("$states.input.taskId") },
    });
    awaitAnswer.next(outcome);
    ringAlarms.next(this.#stillOpen(awaitAnswer, outcome));
  }

  #awaitAnswer(path: Path): LambdaInvoke {
    return retried(
      LambdaInvoke.jsonata(this, `${this.#step}: await answer`, {
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
    return functionCall(this, path, {
      name: `${this.#step}: ring alarms`,
      calls: "ring-alarms",
      payload: TaskInput.fromObject({ ...theCase, taskId: jsonata("$states.input.taskId") }),
      keeps: {
        taskId: jsonata("$states.input.taskId"),
        status: jsonata("$states.result.Payload.status"),
        alarmAt: jsonata("$states.result.Payload.alarmAt"),
      },
    });
  }

  /** An answered or cancelled task is awaited again too: the function finds its end in the dossier and gives it at once. */
  #stillOpen(awaitAnswer: LambdaInvoke, outcome: IChainable): Choice {
    const status = (value: string) => Condition.jsonata(jsonata(said("status", value)));
    return Choice.jsonata(this, `${this.#step}: still open?`)
      .when(status("waiting"), awaitAnswer)
      .when(status("expired"), outcome, { outputs: { outcome: "expired" } })
      .when(status("silent"), outcome, { outputs: { outcome: "silent" } })
      .otherwise(
        Fail.jsonata(this, `${this.#step}: unknown status`, {
          error: "UnknownStatus",
          cause: "The alarms say something of the task that the path has no branch for.",
        }),
      );
  }
}
