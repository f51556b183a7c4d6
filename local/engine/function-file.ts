import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { InvocationContext } from "./engine.ts";

/** What a function of a `--functions` file gets beside its payload. */
export interface FunctionContext extends InvocationContext {
  /** Virtual time, epoch milliseconds. */
  now(): number;
  /** `output` is JSON text, or any value to be written as JSON. */
  sendTaskSuccess(token: string, output: unknown): void;
  sendTaskFailure(token: string, error?: string, cause?: string): void;
  sendTaskHeartbeat(token: string): void;
}

/** A Lambda function of a `--functions` file. */
export type LocalFunction = (payload: unknown, context: FunctionContext) => unknown;

const localFunction = z.custom<LocalFunction>((value) => typeof value === "function");
const bag = z.record(z.string(), z.unknown());

/** Reads a module that exports functions by name: as its default export, as `functions`, or as named exports. */
export async function loadFunctions(file: string): Promise<ReadonlyMap<string, LocalFunction>> {
  const module = bag.parse(await import(pathToFileURL(file).href));
  const found = new Map<string, LocalFunction>();
  for (const candidate of [module, module["functions"], module["default"]]) {
    for (const [name, value] of Object.entries(bag.safeParse(candidate).data ?? {})) {
      const parsed = localFunction.safeParse(value);
      if (parsed.success) found.set(name, parsed.data);
    }
  }
  return found;
}
