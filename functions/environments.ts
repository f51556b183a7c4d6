import { z } from "zod";

const filled = z.string().min(1);

/** `{ "complaint-sterker": "arn:…" }` as JSON: state machine name → ARN of what to start. */
const stateMachines = z.string().transform((json) => z.record(z.string(), filled).parse(JSON.parse(json)));

const table = { TABLE_NAME: filled };

/**
 * The environment variables of each function. The handler reads them through the schema, and the construct that
 * deploys the function takes its keys from the same schema, so a forgotten variable does not compile.
 */
export const environments = {
  /** SES receipt rule → raw mail in the archive → a case, a reply, or something for a person to look at. */
  "receive-mail": z.object({ ...table, ARCHIVE_BUCKET: filled, STATE_MACHINES: stateMachines }),
  /** Opens a human task. */
  ask: z.object(table),
  /** Parks the task token until somebody answers. */
  "await-answer": z.object(table),
  /** Decides which reminders and escalations are due. */
  "ring-alarms": z.object(table),
  /** Says whom a round asks. */
  gather: z.object(table),
  /** Says what came of a round. */
  conclude: z.object(table),
  /** Composes and sends queued letters; `PUBLIC_URL` begins every link, without a slash at its end. */
  "send-letters": z.object({ ...table, PUBLIC_URL: z.url(), CONFIGURATION_SET: filled }),
  /** Writes in a case what SES tells of its letters. */
  "track-letters": z.object(table),
  /** Starts tasks that run beside the path. */
  "start-side-task": z.object({ ...table, STATE_MACHINES: stateMachines }),
  /** Closes a case when the four facts are there. */
  "close-case": z.object(table),
  /** Pages: behind links, and those for everybody, whose form becomes a mail. `ARCHIVE_BUCKET` holds both attachments and that mail. */
  web: z.object({ ...table, ARCHIVE_BUCKET: filled, STATE_MACHINES: stateMachines }),
  /** The rooms of staff; `SESSION_KEY_SECRET` is the ARN of what sessions are signed with. */
  desk: z.object({ ...table, ARCHIVE_BUCKET: filled, STATE_MACHINES: stateMachines, SESSION_KEY_SECRET: filled }),
  /** What is looked at every morning: patterns, reviews, erasing, what is due. */
  "daily-round": z.object({ ...table, ARCHIVE_BUCKET: filled, PUBLIC_URL: z.url(), CONFIGURATION_SET: filled }),
  /** Does again what was promised in a transaction and not seen done: letters, starts, answers, unread mail. */
  sweep: z.object({
    ...table,
    ARCHIVE_BUCKET: filled,
    STATE_MACHINES: stateMachines,
    PUBLIC_URL: z.url(),
    CONFIGURATION_SET: filled,
  }),
} as const;

export type FunctionName = keyof typeof environments;

/** What the construct must set for a function: the same keys, all as text. */
export type EnvironmentOf<Name extends FunctionName> = Readonly<
  Record<keyof z.infer<(typeof environments)[Name]>, string>
>;
