import { functionName } from "./arns.ts";
import { ExecutionAlreadyExists, InvalidExecutionInput, InvalidName, StateMachineDoesNotExist } from "./errors.ts";
import type { Answer, Frame } from "./frame.ts";
import { asJson, isJsonObject, type Json, type JsonObject, parseJson } from "./json.ts";
import { failureOf } from "./lambda-fault.ts";
import { parseResource, type Resource } from "./resource.ts";
import type { ExecutionEnd } from "./services.ts";
import type { Execution, Store } from "./store.ts";
import type { Turn } from "./turn.ts";

/** Whether the first answer only means that the work was handed over: a token, or a child execution, brings the result. */
export function awaitsMore(resource: Resource): boolean {
  return resource.kind === "integration" && resource.pattern !== "requestResponse";
}

function startsExecution(resource: Resource): boolean {
  if (resource.kind !== "integration" || resource.action !== "startExecution") return false;
  return resource.resourceType === "states" || resource.resourceType === "aws-sdk:sfn";
}

/** Starts the work of a Task: calls go out after the turn is stored; a child execution starts in the same transaction. */
export function startWork(turn: Turn, resource: Resource): void {
  if (!startsExecution(resource)) {
    turn.followUps.push({ kind: "call", frame: turn.frame.id });
    return;
  }
  const { frame, services } = turn;
  turn.change(() => {
    frame.answer = startChild(turn, resource);
    frame.phase = "answered";
    services.store.saveFrame(frame);
  });
  turn.wake(frame.id);
}

function startChild(turn: Turn, resource: Resource): Answer {
  const { frame, services } = turn;
  const argument = isJsonObject(frame.work?.arguments) ? frame.work.arguments : {};
  const machine = argument["StateMachineArn"];
  const name = argument["Name"];
  // `missingField` has seen to it.
  if (typeof machine !== "string") throw new Error("startExecution without a StateMachineArn");
  const prefix = resource.kind === "integration" && resource.resourceType === "aws-sdk:sfn" ? "Sfn" : "StepFunctions";
  const waitsForEnd = resource.kind === "integration" && resource.pattern.startsWith("sync");
  try {
    const started = services.startExecution({
      machine,
      name: typeof name === "string" ? name : undefined,
      input: childInput(argument["Input"]),
      caller: waitsForEnd ? { frame: frame.id, call: frame.call } : undefined,
    });
    return {
      kind: "returned",
      output: {
        ExecutionArn: started.executionArn,
        SdkHttpMetadata: { HttpStatusCode: 200 },
        StartDate: new Date(started.startDate).toISOString(),
      },
    };
  } catch (error) {
    const isExpected =
      error instanceof ExecutionAlreadyExists ||
      error instanceof StateMachineDoesNotExist ||
      error instanceof InvalidName ||
      error instanceof InvalidExecutionInput;
    if (!isExpected) throw error;
    return {
      kind: "failed",
      error: `${prefix}.${error.name}Exception`,
      cause: `${error.message} (Service: AWSStepFunctions; Status Code: 400; Error Code: ${error.name}; Proxy: null)`,
    };
  }
}

/** The API takes the input as JSON text; the integration also takes it as it is. */
function childInput(input: Json | undefined): Json {
  if (typeof input !== "string") return input === undefined ? {} : input;
  try {
    return parseJson(input);
  } catch {
    throw new InvalidExecutionInput(`not JSON: ${input.slice(0, 100)}`);
  }
}

/** What the integration cannot do without and was not given; AWS then does not even schedule the Task. */
export function missingField(resource: Resource, argument: Json): string | undefined {
  const field = startsExecution(resource) ? "StateMachineArn" : isLambdaInvoke(resource) ? "FunctionName" : undefined;
  if (field === undefined) return undefined;
  const value = isJsonObject(argument) ? argument[field] : undefined;
  return typeof value === "string" && value !== "" ? undefined : field;
}

function isLambdaInvoke(resource: Resource): boolean {
  return resource.kind === "integration" && resource.resourceType === "lambda" && resource.action === "invoke";
}

/** How a child execution ends whose caller waits for it no longer. */
export function abandonedBy(caller: Execution): ExecutionEnd {
  return {
    status: "ABORTED",
    cause: `The Task state in AWS Step Functions execution [${caller.arn}] which was managing this resource was aborted`,
  };
}

/** The answer to the caller's task when a child execution that it waits for has ended. */
export function answerOfChild(child: Execution, machineArn: string, pattern: "sync" | "sync:2"): Answer {
  const read = (text: string): Json => (pattern === "sync:2" ? parseJson(text) : text);
  const description: JsonObject = {
    ...(child.cause === undefined ? {} : { Cause: child.cause }),
    ...(child.error === undefined ? {} : { Error: child.error }),
    ExecutionArn: child.arn,
    Input: child.status === "SUCCEEDED" ? read(child.input) : child.input,
    InputDetails: { Included: true },
    Name: child.name,
    ...(child.output === undefined ? {} : { Output: read(child.output), OutputDetails: { Included: true } }),
    RedriveCount: 0,
    RedriveStatus: child.status === "SUCCEEDED" ? "NOT_REDRIVABLE" : "REDRIVABLE",
    ...(child.status === "SUCCEEDED" ? { RedriveStatusReason: "Execution is SUCCEEDED and cannot be redriven" } : {}),
    StartDate: child.started,
    StateMachineArn: machineArn,
    Status: child.status,
    StopDate: child.stopped ?? child.started,
  };
  if (child.status === "SUCCEEDED") return { kind: "completed", output: description };
  return { kind: "failed", error: "States.TaskFailed", cause: JSON.stringify(description) };
}

/** What a call needs that the engine was given from outside. */
export interface Callee {
  invoke(functionName: string, payload: Json): Promise<unknown>;
  integrate(service: string, argument: Json): Promise<unknown> | undefined;
}

/** Makes the call of a Task and turns whatever comes of it into its answer. Never rejects. */
export async function call(resourceText: string, argument: Json, callee: Callee): Promise<Answer> {
  const resource = parseResource(resourceText);
  try {
    if (resource.kind === "lambda-function") {
      const output = asJson(await callee.invoke(functionName(resource.arn), argument));
      return { kind: "returned", output };
    }
    if (isLambdaInvoke(resource)) return await invokeLambda(argument, callee);
    const service = resource.kind === "integration" ? `${resource.resourceType}:${resource.action}` : resourceText;
    const promise = callee.integrate(service, argument);
    if (promise === undefined) {
      return {
        kind: "failed",
        error: "States.TaskFailed",
        cause: `The resource '${resourceText}' is not provided by this engine; give it as integration '${service}'`,
      };
    }
    return { kind: "returned", output: asJson(await promise) };
  } catch (thrown) {
    return { kind: "failed", ...failureOf(thrown) };
  }
}

async function invokeLambda(argument: Json, callee: Callee): Promise<Answer> {
  const fields = isJsonObject(argument) ? argument : {};
  const name = fields["FunctionName"];
  // `missingField` has seen to it.
  if (typeof name !== "string") throw new Error("invoke without a FunctionName");
  const payload = fields["Payload"];
  const invocation = callee.invoke(functionName(name), payload === undefined ? {} : payload);
  if (fields["InvocationType"] === "Event") {
    // Nobody waits for an asynchronous invocation; what it throws is its own affair.
    await invocation.catch(() => undefined);
    return { kind: "returned", output: { Payload: "", SdkHttpMetadata: { HttpStatusCode: 202 }, StatusCode: 202 } };
  }
  return {
    kind: "returned",
    output: {
      ExecutedVersion: "$LATEST",
      Payload: asJson(await invocation),
      SdkHttpMetadata: { HttpStatusCode: 200 },
      StatusCode: 200,
    },
  };
}

/** Gives an answer to a frame that is still waiting for it; tells whether it was. */
export function giveAnswer(store: Store, frame: Frame, answer: Answer): void {
  frame.answer = answer;
  frame.phase = "answered";
  store.saveFrame(frame);
}
