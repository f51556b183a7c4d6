import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Engine, InvalidDefinition, InvalidExecutionInput } from "./engine/engine.ts";
import { type LocalFunction, loadFunctions } from "./engine/function-file.ts";
import { parseTimestamp } from "./engine/timestamp.ts";
import { FunctionHost, runToEnd, VirtualClock } from "./engine/virtual-run.ts";

const USAGE =
  "usage: npm run -s asl -- --definition FILE [--input JSON] [--functions FILE.mjs] [--machine NAME=FILE]... [--now 2026-01-05T09:00:00Z]";

/** What is wrong with the command line or a file that it names, in one sentence. */
class UsageError extends Error {
  override readonly name = "UsageError";
}

const expected = [UsageError, InvalidDefinition, InvalidExecutionInput] as const;

interface Order {
  readonly name: string;
  readonly definition: unknown;
  readonly input: unknown;
  readonly machines: ReadonlyMap<string, unknown>;
  readonly functions: ReadonlyMap<string, LocalFunction>;
  /** Epoch milliseconds. */
  readonly now: number;
}

async function readOrder(words: string[]): Promise<Order> {
  const flags = readFlags(words);
  if (flags.definition === undefined) throw new UsageError(`--definition is missing; ${USAGE}`);
  return {
    name: machineNameFor(flags.definition),
    definition: readJsonFile(flags.definition, "--definition"),
    input: readJson(flags.input, "--input"),
    machines: new Map(flags.machine.map(readMachine)),
    functions: flags.functions === undefined ? new Map() : await readFunctions(flags.functions),
    now: flags.now === undefined ? Date.now() : readTime(flags.now),
  };
}

function readFlags(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: false,
      options: {
        definition: { type: "string" },
        input: { type: "string", default: "{}" },
        functions: { type: "string" },
        machine: { type: "string", multiple: true, default: [] },
        now: { type: "string" },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${reasonOf(error)}; ${USAGE}`);
  }
}

function readMachine(text: string): readonly [string, unknown] {
  const at = text.indexOf("=");
  if (at < 1) throw new UsageError(`--machine takes NAME=FILE, not '${text}'`);
  return [text.slice(0, at), readJsonFile(text.slice(at + 1), "--machine")];
}

function readJsonFile(file: string, flag: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`${flag}: cannot read '${file}': ${reasonOf(error)}`);
  }
  return readJson(text, `${flag} '${file}'`);
}

function readJson(text: string, what: string): unknown {
  try {
    // Some editors put a byte order mark before the text.
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return value;
  } catch (error) {
    throw new UsageError(`${what} is not JSON: ${reasonOf(error)}`);
  }
}

async function readFunctions(file: string): Promise<ReadonlyMap<string, LocalFunction>> {
  try {
    return await loadFunctions(resolve(file));
  } catch (error) {
    throw new UsageError(`--functions: cannot load '${file}': ${reasonOf(error)}`);
  }
}

function readTime(text: string): number {
  const now = parseTimestamp(text);
  if (now === undefined) throw new UsageError(`--now takes a time such as 2026-01-05T09:00:00Z, not '${text}'`);
  return now;
}

/** The state machine is named for its file, as far as its name allows. */
function machineNameFor(file: string): string {
  const name = basename(file, ".json").replace(/[^\w.-]/g, "-");
  return name.slice(0, 80);
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}

async function main(words: string[]): Promise<number> {
  const order = await readOrder(words);
  const clock = new VirtualClock(order.now);
  const host = new FunctionHost(order.functions, clock, () => engine);
  const engine: Engine = new Engine({
    file: ":memory:",
    clock,
    invoke: async (name, payload, context) => await host.invoke(name, payload, context),
  });
  for (const [name, definition] of order.machines) engine.deploy(name, definition);
  engine.deploy(order.name, order.definition);
  const { executionArn } = engine.startExecution({ machine: order.name, input: order.input });
  const { status, output, error, cause } = await runToEnd(engine, clock, host, executionArn);
  const events = engine.history(executionArn);
  process.stdout.write(`${JSON.stringify({ status, output, error, cause, events })}\n`);
  if (status !== "RUNNING") return 0;
  const waiting = engine.executions().flatMap((execution) => execution.states);
  process.stderr.write(
    `asl: the execution waits in ${waiting.join(", ")} for an answer that nobody gives and no timeout ends\n`,
  );
  return 1;
}

// One JSON object is all that may appear on standard output; what functions print goes to standard error.
console.log = console.error;
console.info = console.error;
console.debug = console.error;

// Should the process ever run out of things to do before `main` is through, that is no success.
process.exitCode = 1;
main(process.argv.slice(2)).then(
  (code) => {
    // Functions may have left timers or sockets behind. Standard output may be a pipe that is still being written.
    process.stdout.write("", () => process.exit(code));
  },
  (error: unknown) => {
    const isExpected = expected.some((kind) => error instanceof kind) && error instanceof Error;
    const what = isExpected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`asl: ${what}\n`, () => process.exit(isExpected ? 2 : 1));
  },
);
