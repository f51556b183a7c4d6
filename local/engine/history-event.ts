/** One event of an execution's history, shaped as GetExecutionHistory gives it. */
export interface HistoryEvent {
  /** 1, 2, 3 … in the order in which they happened. */
  readonly id: number;
  /** The event that led to this one; 0 for the first. Branches of a Parallel or Map have a chain each. */
  readonly previousEventId: number;
  /** ISO 8601, UTC, milliseconds. */
  readonly timestamp: string;
  /** `ExecutionStarted`, `TaskStateEntered`, `LambdaFunctionScheduled` … */
  readonly type: string;
  /** `executionStartedEventDetails`, `stateEnteredEventDetails` … : one object, named for the kind of event. */
  readonly [details: `${string}Details`]: Readonly<Record<string, unknown>>;
}
