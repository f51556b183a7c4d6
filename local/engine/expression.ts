import jsonata from "jsonata";
import { addedFunctions, MEMORY_EXCEEDED, VALUE_LIMIT_BYTES } from "./expression-functions.ts";
import { type Json, jsonType } from "./json.ts";
import { toPlainJson, UnsupportedResult } from "./plain-json.ts";
import { queryEvaluationError } from "./state-failure.ts";

/** JSONata nests one expression no deeper on AWS. */
const MAX_DEPTH = 100;
/** Real milliseconds. A runaway expression holds up the whole process, so it may not run long. */
const MAX_MILLISECONDS = 2000;

/** What an expression can see: the variables in scope, `$states`, and the time that it stands still at (epoch ms). */
export interface Sight {
  readonly variables: Readonly<Record<string, Json>>;
  readonly states: Readonly<Record<string, Json>>;
  readonly now: number;
}

interface Frame {
  timestamp: Date;
  readonly isParallelCall: boolean;
}

/** JSONata's hooks are found by symbols, which its published types do not know. */
interface Hooked {
  assign(name: string | symbol, value: unknown): void;
}

interface Run {
  depth: number;
  readonly now: Date;
  readonly deadline: number;
}

/** Text between `{%` and `%}`, or undefined when the string is an ordinary one. */
export function expressionIn(text: string): string | undefined {
  return text.startsWith("{%") && text.endsWith("%}") && text.length >= 4 ? text.slice(2, -2).trim() : undefined;
}

/** Compiles each JSONata expression once and evaluates it within bounds. Evaluations may not overlap. */
export class Expressions {
  readonly #compiled = new Map<string, jsonata.Expression>();
  readonly #functions: Record<string, unknown>;
  readonly #formatNow = jsonata("$fromMillis($millis, $picture, $timezone)");
  #run: Run = { depth: 0, now: new Date(0), deadline: 0 };

  constructor(random: () => number) {
    this.#functions = addedFunctions(random);
  }

  /** Throws JSONata's own error when the text is no expression. */
  compile(text: string): jsonata.Expression {
    const known = this.#compiled.get(text);
    if (known !== undefined) return known;
    const expression = jsonata(text);
    const hooked: Hooked = expression;
    hooked.assign(Symbol.for("jsonata.__evaluate_entry"), (_node: unknown, _input: unknown, frame: Frame) => {
      // Frames made below this one inherit the time, which date pictures with missing parts are completed from.
      frame.timestamp = this.#run.now;
      if (frame.isParallelCall) return;
      this.#run.depth += 1;
      this.#checkBounds();
    });
    hooked.assign(
      Symbol.for("jsonata.__evaluate_exit"),
      (_node: unknown, _input: unknown, frame: Frame, value: unknown) => {
        if (exceedsMemory(value)) throw new Error(MEMORY_EXCEEDED);
        if (!frame.isParallelCall) this.#run.depth -= 1;
      },
    );
    this.#compiled.set(text, expression);
    return expression;
  }

  /**
   * The value of an expression, as JSON. `location` names the field for the cause (`Output/total`). Throws
   * `StateFailure` States.QueryEvaluationError with AWS's wording.
   */
  async evaluate(text: string, location: string, sight: Sight): Promise<Json> {
    const subject = `The JSONata expression '${text}' specified for the field '${location}'`;
    let value: unknown;
    try {
      value = await this.#evaluate(text, sight);
    } catch (error) {
      throw queryEvaluationError(location, `${subject} threw an error during evaluation${thrown(error)}`);
    }
    if (value === undefined) throw queryEvaluationError(location, `${subject} returned nothing (undefined).`);
    try {
      return toPlainJson(value);
    } catch (error) {
      if (!(error instanceof UnsupportedResult)) throw error;
      throw queryEvaluationError(location, `${subject} returned an unsupported result type.`);
    }
  }

  async #evaluate(text: string, sight: Sight): Promise<unknown> {
    const expression = this.compile(text);
    this.#run = { depth: 0, now: new Date(sight.now), deadline: performance.now() + MAX_MILLISECONDS };
    return await expression.evaluate(undefined, {
      ...this.#functions,
      millis: () => sight.now,
      now: (picture: unknown, timezone: unknown) =>
        this.#formatNow.evaluate(undefined, { millis: sight.now, picture, timezone }),
      ...sight.variables,
      states: sight.states,
    });
  }

  #checkBounds(): void {
    if (this.#run.depth > MAX_DEPTH) {
      throw new Error(
        "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive",
      );
    }
    if (performance.now() > this.#run.deadline) {
      throw new Error("Expression evaluation timeout: Check for infinite loop");
    }
  }
}

/** AWS names the types that a field takes in its cause: `Expected 'array', but was 'number' for value: 1`. */
export function unexpectedType(text: string, location: string, expected: string, value: Json) {
  return queryEvaluationError(
    location,
    `The JSONata expression '${text}' specified for the field '${location}' returned an unexpected result type. Expected '${expected}', but was '${jsonType(value)}' for value: ${JSON.stringify(value)}`,
  );
}

function exceedsMemory(value: unknown): boolean {
  if (typeof value === "string") return value.length > VALUE_LIMIT_BYTES;
  return Array.isArray(value) && value.length * 8 > VALUE_LIMIT_BYTES;
}

/** `. T2001: …` for an error that JSONata numbers, `: …` for one that it does not. */
function thrown(error: unknown): string {
  if (typeof error !== "object" || error === null) return `: ${String(error)}`;
  const message = "message" in error ? String(error.message) : "unknown error";
  return "code" in error && typeof error.code === "string" ? `. ${error.code}: ${message}` : `: ${message}`;
}
