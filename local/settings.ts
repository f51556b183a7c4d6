import { isAbsolute, resolve } from "node:path";
import { parseArgs } from "node:util";

export interface Settings {
  /** Ports on 127.0.0.1; 0 picks a free one. */
  readonly http: number;
  readonly smtp: number;
  /** Absolute path of the folder with everything that must survive a restart. */
  readonly data: string;
}

/** Something the person at the keyboard can put right; `message` is the one sentence that says how. */
export class CannotStart extends Error {
  override readonly name = "CannotStart";
}

export const usage = `Usage: npm start -- [--http PORT] [--smtp PORT] [--data FOLDER] [--help]
  --http   where the pages are, default 4000; 0 picks a free port
  --smtp   where mail comes in, default 2525; 0 picks a free port
  --data   what survives a restart, default ./data
  --help   shows this`;

/** Reads the flags of `npm start`; `help` when somebody only asks what they are. @throws {CannotStart} */
export function settingsOf(argv: readonly string[]): Settings | "help" {
  const values = flags(argv);
  if (values.help === true) return "help";
  const data = values.data ?? "data";
  if (data.trim() === "") throw new CannotStart("--data names no folder: leave it out for ./data, or name one.");
  return {
    http: port("http", values.http ?? "4000"),
    smtp: port("smtp", values.smtp ?? "2525"),
    data: isAbsolute(data) ? data : resolve(data),
  };
}

function flags(argv: readonly string[]) {
  const options = {
    http: { type: "string" },
    smtp: { type: "string" },
    data: { type: "string" },
    help: { type: "boolean" },
  } as const;
  try {
    return parseArgs({ args: [...argv], options, strict: true }).values;
  } catch (error) {
    throw new CannotStart(`${error instanceof Error ? error.message : "Wrong flags."}\n${usage}`);
  }
}

function port(flag: string, given: string): number {
  const number = Number(given);
  if (given.trim() === "" || !Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new CannotStart(`--${flag} ${given} is not a port: use a number from 0 to 65535.`);
  }
  return number;
}
