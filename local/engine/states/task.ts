import type { TaskState } from "../definition.ts";
import type { Answer } from "../frame.ts";
import { awaitsMore, missingField, startWork } from "../integrations.ts";
import { isJsonObject, type Json, type JsonObject, jsonBytes, PAYLOAD_LIMIT_BYTES } from "../json.ts";
import { parseResource, type Resource } from "../resource.ts";
import { dataLimitExceeded, runtimeError, StateFailure } from "../state-failure.ts";
import { fill } from "../template.ts";
import { newToken } from "../token.ts";
import { leave } from "../transitions.ts";
import type { Turn } from "../turn.ts";
import { seconds } from "./seconds.ts";

/** Works out the arguments and schedules the work; a later turn starts it. */
export async function schedule(turn: Turn, state: TaskState): Promise<void> {
  const { frame, services } = turn;
  const resource = parseResource(state.Resource);
  const waitsForToken = resource.kind === "integration" && resource.pattern === "waitForTaskToken";
  const token = waitsForToken ? newToken() : undefined;
  const sight = turn.sight(token === undefined ? {} : { context: { Task: { Token: token } } });
  const argument =
    state.Arguments === undefined ? frame.input : await fill(services.expressions, state.Arguments, "Arguments", sight);
  const timeoutSeconds =
    state.TimeoutSeconds === undefined ? undefined : await seconds(turn, state.TimeoutSeconds, "TimeoutSeconds", sight);
  const heartbeatSeconds =
    state.HeartbeatSeconds === undefined
      ? undefined
      : await seconds(turn, state.HeartbeatSeconds, "HeartbeatSeconds", sight);
  const credentials =
    state.Credentials === undefined
      ? undefined
      : await fill(services.expressions, state.Credentials, "Credentials", sight);
  const missing = missingField(resource, argument);
  if (missing !== undefined) {
    throw runtimeError(
      `The Parameters '${JSON.stringify(argument)}' could not be used to start the Task: [The field '${missing}' is required but was missing]`,
    );
  }
  if (jsonBytes(argument) > PAYLOAD_LIMIT_BYTES) throw dataLimitExceeded(frame.state);
  recordScheduled(turn, resource, {
    argument,
    limits: {
      ...(timeoutSeconds === undefined ? {} : { timeoutInSeconds: timeoutSeconds }),
      ...(heartbeatSeconds === undefined ? {} : { heartbeatInSeconds: heartbeatSeconds }),
    },
    credentials,
  });
  frame.call += 1;
  frame.work = { arguments: argument, token, timeoutSeconds, heartbeatSeconds, submitted: false };
  frame.phase = "scheduled";
  if (token !== undefined) turn.change(() => services.store.addToken(token, frame.id));
  for (const [kind, limit] of [
    ["timeout", timeoutSeconds],
    ["heartbeat", heartbeatSeconds],
  ] as const) {
    if (limit === undefined) continue;
    const due = turn.now + limit * 1000;
    turn.change(() => services.store.addTimer({ due, execution: turn.execution.id, frame: frame.id, kind }));
  }
  // Tasks that become ready together are all scheduled before the first of them starts, as AWS does it.
  turn.wake(frame.id);
}

/** Starts the scheduled work. */
export function start(turn: Turn, state: TaskState): void {
  const resource = parseResource(state.Resource);
  if (resource.kind === "lambda-function") turn.record("LambdaFunctionStarted");
  else turn.record("TaskStarted", { taskStartedEventDetails: names(resource, state) });
  turn.frame.phase = "working";
  startWork(turn, resource);
}

/** The work has an answer: the state goes on, waits for the rest of it, or fails. */
export async function conclude(turn: Turn, state: TaskState, answer: Answer): Promise<void> {
  const { frame } = turn;
  const resource = parseResource(state.Resource);
  switch (answer.kind) {
    case "returned": {
      if (!awaitsMore(resource)) {
        await succeedWith(turn, state, resource, answer.output);
        return;
      }
      turn.record("TaskSubmitted", {
        taskSubmittedEventDetails: { ...names(resource, state), ...outputDetails(answer.output) },
      });
      turn.evaluationBase = frame.lastEvent;
      const early = frame.work?.early;
      if (early !== undefined) {
        await conclude(turn, state, early);
        return;
      }
      if (frame.work !== undefined) frame.work.submitted = true;
      frame.phase = "working";
      return;
    }
    case "completed":
      await succeedWith(turn, state, resource, answer.output);
      return;
    case "failed":
      return failWith(turn, state, resource, answer);
    case "timeout":
      recordTimedOut(turn, state, resource);
      throw new StateFailure({
        error: "States.Timeout",
        ...(answer.heartbeat ? { alias: "States.HeartbeatTimeout" } : {}),
      });
  }
}

async function succeedWith(turn: Turn, state: TaskState, resource: Resource, output: Json): Promise<void> {
  if (jsonBytes(output) > PAYLOAD_LIMIT_BYTES) {
    const subject = resource.kind === "integration" ? resource.resourceType : state.Resource;
    const { error, reason } = dataLimitExceeded(subject);
    failWith(turn, state, resource, { error, cause: reason });
  }
  if (resource.kind === "lambda-function") {
    turn.record("LambdaFunctionSucceeded", { lambdaFunctionSucceededEventDetails: outputDetails(output) });
  } else {
    turn.record("TaskSucceeded", {
      taskSucceededEventDetails: { ...names(resource, state), ...outputDetails(output) },
    });
  }
  turn.evaluationBase = turn.frame.lastEvent;
  await leave(turn, state, { fallback: output, states: { result: output } });
}

function failWith(
  turn: Turn,
  state: TaskState,
  resource: Resource,
  failure: { error?: string | undefined; cause?: string | undefined },
): never {
  const details: JsonObject = {
    ...(failure.cause === undefined ? {} : { cause: failure.cause }),
    ...(failure.error === undefined ? {} : { error: failure.error }),
  };
  if (resource.kind === "lambda-function") {
    turn.record("LambdaFunctionFailed", { lambdaFunctionFailedEventDetails: details });
  } else {
    turn.record("TaskFailed", { taskFailedEventDetails: { ...details, ...names(resource, state) } });
  }
  turn.evaluationBase = turn.frame.lastEvent;
  throw new StateFailure({ error: failure.error, cause: failure.cause });
}

function recordTimedOut(turn: Turn, state: TaskState, resource: Resource): void {
  const error = "States.Timeout";
  if (resource.kind === "lambda-function") {
    turn.record("LambdaFunctionTimedOut", { lambdaFunctionTimedOutEventDetails: { error } });
  } else {
    turn.record("TaskTimedOut", { taskTimedOutEventDetails: { error, ...names(resource, state) } });
  }
  turn.evaluationBase = turn.frame.lastEvent;
}

function recordScheduled(
  turn: Turn,
  resource: Resource,
  work: { argument: Json; limits: JsonObject; credentials: Json | undefined },
): void {
  const { argument, limits, credentials } = work;
  if (resource.kind === "lambda-function") {
    turn.record("LambdaFunctionScheduled", {
      lambdaFunctionScheduledEventDetails: {
        input: JSON.stringify(argument),
        inputDetails: { truncated: false },
        resource: resource.arn,
        ...limits,
      },
    });
    return;
  }
  const role = isJsonObject(credentials) ? credentials["RoleArn"] : undefined;
  turn.record("TaskScheduled", {
    taskScheduledEventDetails: {
      parameters: JSON.stringify(argument),
      region: turn.services.arns.region,
      ...names(resource, undefined),
      ...limits,
      ...(role === undefined ? {} : { taskCredentials: { roleArn: role } }),
    },
  });
}

/** A resource that no integration has keeps its own text as its name. */
function names(resource: Resource, state: TaskState | undefined): JsonObject {
  if (resource.kind === "integration") return { resource: resource.resource, resourceType: resource.resourceType };
  return { resource: state?.Resource ?? "unknown", resourceType: "unknown" };
}

function outputDetails(output: Json): JsonObject {
  return { output: JSON.stringify(output), outputDetails: { truncated: false } };
}
