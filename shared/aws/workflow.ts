import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import type { Workflow } from "../ports.ts";

/** The state machines on Step Functions. */
export class StepFunctionsWorkflow implements Workflow {
  readonly #client: SFNClient;
  readonly #machines: ReadonlyMap<string, string>;

  /** `machines` tells the ARN of each machine by its name. */
  constructor(options: { readonly client: SFNClient; readonly machines: ReadonlyMap<string, string> }) {
    this.#client = options.client;
    this.#machines = options.machines;
  }

  async start(machine: string, name: string, input: Readonly<Record<string, string>>): Promise<void> {
    const stateMachineArn = this.#machines.get(machine);
    if (stateMachineArn === undefined) throw new Error(`No state machine is called ${machine}.`);
    try {
      await this.#client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  }

  async answer(token: string, output: Readonly<Record<string, string>>): Promise<"delivered" | "gone"> {
    return delivered(
      this.#client.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) })),
    );
  }

  async fail(token: string, error: string): Promise<"delivered" | "gone"> {
    return delivered(this.#client.send(new SendTaskFailureCommand({ taskToken: token, error })));
  }
}

/** A token that was answered, timed out, or belongs to an execution that ended, is normal. */
async function delivered(answer: Promise<unknown>): Promise<"delivered" | "gone"> {
  try {
    await answer;
    return "delivered";
  } catch (error) {
    if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken)
      return "gone";
    throw error;
  }
}
