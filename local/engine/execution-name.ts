import { randomUUID } from "node:crypto";
import { InvalidName } from "./errors.ts";

// StartExecution, "name": white space, brackets, wildcards, special and control characters are refused.
const REFUSED = /[\s\p{Cc}<>{}[\]?*"#%\\^|~`$&,;:/]/u;

/** The name as given, or a new one. Throws `InvalidName`. */
export function executionName(name: string | undefined): string {
  if (name === undefined) return randomUUID();
  if (name.length < 1 || name.length > 80 || REFUSED.test(name)) throw new InvalidName(name);
  return name;
}
