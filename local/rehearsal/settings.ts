import { parseArgs } from "node:util";
import { z } from "zod";
import { type Language, languages } from "../../shared/domain/text.ts";
import { CannotStart } from "../settings.ts";
import { type AnswerPace, answerPaces } from "./answering-time.ts";

/** What somebody wants to see rehearsed. */
export interface RehearsalSettings {
  /** Id of a procedure, or the path of a file with one. */
  readonly procedure: string;
  readonly answers: AnswerPace;
  /** Of the complaint and of what is printed; the house's own when left out. */
  readonly language?: Language | undefined;
  /** Local day on which the complaint comes in, `2026-03-02`; the coming Monday when left out. */
  readonly on?: string | undefined;
}

export const usage = `Usage: npm run rehearse -- --procedure NAME|FILE [--answers nobody|slow|normal] [--language nl|en] [--on DATE] [--help]
  --procedure  a procedure of this installation, or the path of a procedure file
  --answers    who answers: nobody; slow, on the last working day or a day late; normal, after a working day (default)
  --language   of the complaint and of what is printed, default the language of the house
  --on         the day on which the complaint comes in, such as 2026-03-02, default the coming Monday
  --help       shows this`;

/** Reads the flags of `npm run rehearse`; `help` when somebody only asks what they are. @throws {CannotStart} */
export function rehearsalSettingsOf(argv: readonly string[], known: readonly string[]): RehearsalSettings | "help" {
  const { help, procedure, answers = "normal", language, on } = flags(argv);
  if (help === true) return "help";
  if (procedure === undefined || procedure.trim() === "") {
    throw new CannotStart(`Say which procedure: --procedure ${known.join(" or --procedure ")}.\n${usage}`);
  }
  const settings = {
    procedure,
    answers: oneOf("answers", answerPaces, answers),
    language: language === undefined ? undefined : oneOf("language", languages, language),
    on,
  };
  if (on !== undefined && !z.iso.date().safeParse(on).success) {
    throw new CannotStart(`--on ${on} is no day: write it as 2026-03-02.`);
  }
  return settings;
}

function flags(argv: readonly string[]) {
  const options = {
    procedure: { type: "string" },
    answers: { type: "string" },
    language: { type: "string" },
    on: { type: "string" },
    help: { type: "boolean" },
  } as const;
  try {
    return parseArgs({ args: [...argv], options, strict: true }).values;
  } catch (error) {
    throw new CannotStart(`${error instanceof Error ? error.message : "Wrong flags."}\n${usage}`);
  }
}

function oneOf<const Value extends string>(flag: string, allowed: readonly Value[], given: string): Value {
  const found = allowed.find((one) => one === given);
  if (found === undefined) throw new CannotStart(`--${flag} ${given} is not one of ${allowed.join(", ")}.`);
  return found;
}
