import type { Workflow } from "../../shared/ports.ts";
import { type Engine, ExecutionAlreadyExists, InvalidToken, TaskDoesNotExist, TaskTimedOut } from "../engine/engine.ts";

/** The state machines on the engine of this process, where they are deployed under their own names. */
export class EngineWorkflow implements Workflow {
  readonly #engine: Pick<Engine, "startExecution" | "sendTaskSuccess" | "sendTaskFailure">;

  constructor(engine: Pick<Engine, "startExecution" | "sendTaskSuccess" | "sendTaskFailure">) {
    this.#engine = engine;
  }

  async start(machine: string, name: string, input: Readonly<Record<string, string>>): Promise<void> {
    try {
      this.#engine.startExecution({ machine, name, input });
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  }

  async answer(token: string, output: Readonly<Record<string, string>>): Promise<"delivered" | "gone"> {
    return delivered(() => this.#engine.sendTaskSuccess(token, JSON.stringify(output)));
  }

  async fail(token: string, error: string): Promise<"delivered" | "gone"> {
    return delivered(() => this.#engine.sendTaskFailure(token, error));
  }
}

/** A token that was answered, timed out, or belongs to an execution that ended, is normal. */
function delivered(send: () => void): "delivered" | "gone" {
  try {
    send();
    return "delivered";
  } catch (error) {
    if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken)
      return "gone";
    throw error;
  }
}
