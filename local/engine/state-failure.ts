/** Why a state failed, with the error name that Retry and Catch match. Thrown while a state is worked out, never to callers. */
export class StateFailure extends Error {
  override readonly name = "StateFailure";
  /** Absent for a Fail state without Error. */
  readonly error: string | undefined;
  /** Absent for timeouts and for a Fail state without Cause. */
  readonly reason: string | undefined;
  /**
   * An expression failed, which gives an event of its own. `location` is the field, as `EvaluationFailed` reports it:
   * `Output/total`, `Choices[0]/Condition`; a Map's input is no field.
   */
  readonly evaluation: { readonly location?: string } | undefined;
  /** A heartbeat timeout reads `States.Timeout` everywhere, but may be caught by its own name. */
  readonly alias: string | undefined;
  /** The machine itself cannot go on: the execution fails from where it stands, without a word about the states around. */
  readonly isFatal: boolean;

  constructor(failure: {
    error?: string | undefined;
    cause?: string | undefined;
    evaluation?: { readonly location?: string } | undefined;
    alias?: string;
    isFatal?: boolean;
  }) {
    super(`${failure.error ?? "no error"}: ${failure.cause ?? "no cause"}`);
    this.error = failure.error;
    this.reason = failure.cause;
    this.evaluation = failure.evaluation;
    this.alias = failure.alias;
    this.isFatal = failure.isFatal ?? false;
  }
}

/** An expression could not be evaluated, or gave what its field does not take. */
export function queryEvaluationError(location: string | undefined, cause: string): StateFailure {
  return new StateFailure({
    error: "States.QueryEvaluationError",
    cause,
    evaluation: location === undefined ? {} : { location },
  });
}

/** The machine itself cannot go on. AWS lets nobody retry or catch it. */
export function runtimeError(cause: string): StateFailure {
  return new StateFailure({ error: "States.Runtime", cause, isFatal: true });
}

/** A payload or a variable is over its limit. */
export function dataLimitExceeded(subject: string): StateFailure {
  return new StateFailure({
    error: "States.DataLimitExceeded",
    cause: `The state/task '${subject}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  });
}

/**
 * Whether one of the names of a Retry or Catch covers the failure. The wildcards leave out what must be named itself
 * (Step Functions developer guide, "Handling errors in workflows").
 */
export function isCoveredBy(errorEquals: readonly string[], failure: StateFailure): boolean {
  if (failure.error === "States.Runtime") return false;
  return errorEquals.some((name) => {
    if (name === failure.error || (failure.alias !== undefined && name === failure.alias)) return true;
    if (failure.error === "States.DataLimitExceeded") return false;
    if (name === "States.ALL") return true;
    return name === "States.TaskFailed" && failure.error !== "States.Timeout";
  });
}

/** `{Error, Cause}` as `$states.errorOutput` and the output of a Catch without Output show it. */
export function errorOutput(failure: StateFailure): { Error?: string; Cause?: string } {
  return {
    ...(failure.error === undefined ? {} : { Error: failure.error }),
    ...(failure.reason === undefined ? {} : { Cause: failure.reason }),
  };
}

/** `{error, cause}` as events show it. */
export function errorDetails(failure: StateFailure): { error?: string; cause?: string } {
  return {
    ...(failure.error === undefined ? {} : { error: failure.error }),
    ...(failure.reason === undefined ? {} : { cause: failure.reason }),
  };
}
