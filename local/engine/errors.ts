/** The errors that the engine's API throws. Each `name` is the name that the Step Functions API uses. */
class EngineError extends Error {
  override readonly name: string;
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** A definition that AWS would refuse too: which state, which field, why. */
export class InvalidDefinition extends EngineError {
  readonly state: string | undefined;
  readonly field: string | undefined;
  readonly reason: string;
  constructor(problem: { state?: string | undefined; field?: string | undefined; reason: string }) {
    const where = [
      problem.state === undefined ? [] : [`state '${problem.state}'`],
      problem.field === undefined ? [] : [`field '${problem.field}'`],
    ].flat();
    super("InvalidDefinition", where.length === 0 ? problem.reason : `${where.join(", ")}: ${problem.reason}`);
    this.state = problem.state;
    this.field = problem.field;
    this.reason = problem.reason;
  }
}

/** No machine of that name or ARN was deployed. */
export class StateMachineDoesNotExist extends EngineError {
  constructor(machine: string) {
    super("StateMachineDoesNotExist", `State Machine Does Not Exist: '${machine}'`);
  }
}

/** No execution has that ARN. */
export class ExecutionDoesNotExist extends EngineError {
  constructor(arn: string) {
    super("ExecutionDoesNotExist", `Execution Does Not Exist: '${arn}'`);
  }
}

/** The name was used before by an execution with another input, or by one that has ended. */
export class ExecutionAlreadyExists extends EngineError {
  constructor(arn: string) {
    super("ExecutionAlreadyExists", `Execution Already Exists: '${arn}'`);
  }
}

/** A name that Step Functions does not accept. */
export class InvalidName extends EngineError {
  constructor(name: string) {
    super("InvalidName", `Invalid Name: '${name}'`);
  }
}

/** The task that the token stood for has timed out, was answered, or its execution has ended. */
export class TaskTimedOut extends EngineError {
  constructor() {
    super("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
  }
}

/** A well-formed token that belongs to no task of this engine. */
export class TaskDoesNotExist extends EngineError {
  constructor() {
    super("TaskDoesNotExist", "Task Does Not Exist: 'Task does not exist'");
  }
}

/** Not a token of this engine at all. */
export class InvalidToken extends EngineError {
  constructor() {
    super("InvalidToken", "Invalid Token: 'Invalid token'");
  }
}

/** The answer is not JSON, or too large. */
export class InvalidOutput extends EngineError {
  constructor(reason: string) {
    super("InvalidOutput", `Invalid Output: '${reason}'`);
  }
}

/** The input of an execution cannot be written as JSON. */
export class InvalidExecutionInput extends EngineError {
  constructor(reason: string) {
    super("InvalidExecutionInput", `Invalid State Machine Execution Input: '${reason}'`);
  }
}
