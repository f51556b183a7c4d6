import { type Engine, type ExecutionDescription, LambdaFault } from "./engine.ts";
import type { FunctionContext, LocalFunction } from "./function-file.ts";

/** Real milliseconds after which a function that keeps the process busy is taken to have nothing more to say. */
const PATIENCE = 10_000;
/** The same where the function has a timeout, which it may well keep. */
const LONG_PATIENCE = 60_000;

/** A clock that stands still until it is moved. */
export class VirtualClock {
  #now: number;

  /** Epoch milliseconds. */
  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  /** Never backwards. */
  moveTo(time: number): void {
    this.#now = Math.max(this.#now, time);
  }
}

/** Calls local functions for an engine, with the means to answer task tokens. */
export class FunctionHost {
  readonly #functions: ReadonlyMap<string, LocalFunction>;
  readonly #clock: VirtualClock;
  readonly #engine: () => Engine;
  /** Told when a token was answered, because that moves an execution on at any time. */
  onAnswer: () => void = () => undefined;

  constructor(functions: ReadonlyMap<string, LocalFunction>, clock: VirtualClock, engine: () => Engine) {
    this.#functions = functions;
    this.#clock = clock;
    this.#engine = engine;
  }

  async invoke(name: string, payload: unknown, context: Omit<FunctionContext, keyof TokenMeans>): Promise<unknown> {
    const found = this.#functions.get(name);
    if (found === undefined) {
      throw new LambdaFault(
        "Lambda.ResourceNotFoundException",
        `Function not found: ${name} (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Proxy: null)`,
      );
    }
    return await found(payload, { ...context, ...this.#tokenMeans() });
  }

  #tokenMeans(): TokenMeans {
    return {
      now: () => this.#clock.now(),
      sendTaskSuccess: (token, output) => {
        this.#engine().sendTaskSuccess(token, typeof output === "string" ? output : JSON.stringify(output ?? null));
        this.onAnswer();
      },
      sendTaskFailure: (token, error, cause) => {
        this.#engine().sendTaskFailure(token, error, cause);
        this.onAnswer();
      },
      sendTaskHeartbeat: (token) => this.#engine().sendTaskHeartbeat(token),
    };
  }
}

type TokenMeans = Pick<FunctionContext, "now" | "sendTaskSuccess" | "sendTaskFailure" | "sendTaskHeartbeat">;

/**
 * Runs an execution to its end on a virtual clock, which moves to the next due time as soon as no answer is waited for, or
 * the process has nothing left to do: then no function can answer any more. As long as one still may, real time passes
 * too, so that a slow function meets its timeout. Resolves with the execution as it is when nothing more can happen.
 */
export async function runToEnd(
  engine: Engine,
  clock: VirtualClock,
  host: FunctionHost,
  executionArn: string,
): Promise<ExecutionDescription> {
  return await new Promise((resolve, reject) => {
    let patience: NodeJS.Timeout | undefined;
    let isMoving = false;

    const finish = () => {
      clearTimeout(patience);
      process.off("beforeExit", onNothingLeft);
      resolve(engine.describeExecution(executionArn));
    };
    const look = (isIdle: boolean) => {
      if (engine.describeExecution(executionArn).status !== "RUNNING") {
        finish();
        return;
      }
      clearTimeout(patience);
      if (isIdle && !engine.awaitsAnswers()) {
        setImmediate(() => void move());
        return;
      }
      const due = engine.nextDue();
      const milliseconds = due === undefined ? PATIENCE : Math.min(due - clock.now(), LONG_PATIENCE);
      // Unreferenced: it must not itself be what keeps the process busy.
      patience = setTimeout(() => void move(), milliseconds).unref();
    };
    const move = async () => {
      if (isMoving) return;
      isMoving = true;
      try {
        const due = engine.nextDue();
        if (engine.describeExecution(executionArn).status !== "RUNNING" || due === undefined) {
          finish();
          return;
        }
        clock.moveTo(due);
        await engine.runDue();
      } catch (error) {
        reject(error);
        return;
      } finally {
        isMoving = false;
      }
      lookWhenIdle();
    };
    const lookWhenIdle = () => {
      look(false);
      engine.idle().then(() => look(true), reject);
    };
    // Node asks only once, unless something happened in between: the move must itself be something that happens.
    const onNothingLeft = () => void setImmediate(() => void move());

    process.on("beforeExit", onNothingLeft);
    host.onAnswer = lookWhenIdle;
    lookWhenIdle();
  });
}
