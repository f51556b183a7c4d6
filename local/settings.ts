import { isAbsolute, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type MailServer, mailServerOf } from "./relay/mail-server.ts";

export interface Settings {
  /** Ports on 127.0.0.1; 0 picks a free one. */
  readonly http: number;
  readonly smtp: number;
  /** Absolute path of the folder with everything that must survive a restart. */
  readonly data: string;
  /** Takes the letters to people's own mailboxes; without one they stay in the mailroom. */
  readonly relay?: MailServer | undefined;
}

/** What can be told in the environment, where other people on the machine do not see it. */
export interface Environment {
  readonly WEDERHOOR_RELAY?: string | undefined;
}

/** Something the person at the keyboard can put right; `message` is the one sentence that says how. */
export class CannotStart extends Error {
  override readonly name = "CannotStart";
}

export const usage = `Usage: npm start -- [--http PORT] [--smtp PORT] [--data FOLDER] [--relay SERVER] [--help]
  --http   where the pages are, default 4000; 0 picks a free port
  --smtp   where mail comes in, default 2525; 0 picks a free port
  --data   what survives a restart, default ./data
  --relay  the mail server that takes letters to people for real: smtp://host:587, or smtps://user:password@host:465;
           with a password better in the environment, as WEDERHOOR_RELAY, where others on this machine do not see it.
           Left out, nothing leaves this machine
  --help   shows this`;

/** Reads the flags of `npm start`; `help` when somebody only asks what they are. A flag wins from the environment. @throws {CannotStart} */
export function settingsOf(argv: readonly string[], environment: Environment = {}): Settings | "help" {
  const values = flags(argv);
  if (values.help === true) return "help";
  const data = values.data ?? "data";
  if (data.trim() === "") throw new CannotStart("--data names no folder: leave it out for ./data, or name one.");
  return {
    http: port("http", values.http ?? "4000"),
    smtp: port("smtp", values.smtp ?? "2525"),
    data: isAbsolute(data) ? data : resolve(data),
    relay: relay(values.relay, environment.WEDERHOOR_RELAY),
  };
}

function flags(argv: readonly string[]) {
  const options = {
    http: { type: "string" },
    smtp: { type: "string" },
    data: { type: "string" },
    relay: { type: "string" },
    help: { type: "boolean" },
  } as const;
  try {
    return parseArgs({ args: [...argv], options, strict: true }).values;
  } catch (error) {
    // Node repeats what it did not understand, and that may be an address with a password.
    const message = error instanceof Error ? error.message.replaceAll(/:\/\/\S*@/gu, "://…@") : "Wrong flags.";
    throw new CannotStart(`${message}\n${usage}`);
  }
}

/** What is wrong with it is told without repeating it, for there may be a password in it. */
function relay(flag: string | undefined, variable: string | undefined): MailServer | undefined {
  const given = flag ?? (variable === "" ? undefined : variable);
  if (given === undefined) return undefined;
  const server = mailServerOf(given);
  if (server !== undefined) return server;
  throw new CannotStart(
    `${flag === undefined ? "WEDERHOOR_RELAY" : "--relay"} is not a mail server: write smtp://host:587 or smtps://user:password@host:465, with %40 for an @ in the name or the password.`,
  );
}

function port(flag: string, given: string): number {
  const number = Number(given);
  if (given.trim() === "" || !Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new CannotStart(`--${flag} ${given} is not a port: use a number from 0 to 65535.`);
  }
  return number;
}
