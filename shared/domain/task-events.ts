import { z } from "zod";
import { event, moment } from "./event.ts";
import { party } from "./party.ts";
import { taskKindIds } from "./tasks/task-kind.ts";

const words = z.record(z.string(), z.string());

/** Why somebody else than the holder of a role acts: the holder is involved in the case, away, or mail to them comes back. */
export const because = z.enum(["involved", "away", "unreachable"]);
export type Because = z.infer<typeof because>;

export const taskOpened = event(
  "TaskOpened",
  {
    taskId: z.string(),
    kind: z.enum(taskKindIds),
    /** What it is about besides the case: a party or a letter. */
    about: z.string().optional(),
    /** The role whose task it is, for a colleague's task. */
    role: z.string().optional(),
    /** Who got it. */
    assignee: party,
    /** Why that is not the holder of the role. */
    because: because.optional(),
    /** The party whose answer it is, when a colleague asks them by phone because they have no mail address. */
    onBehalfOf: party.optional(),
    /** Names the state entry that asked, so that asking twice opens once. */
    requestId: z.string(),
    dueAt: moment,
  },
  {},
);

export const taskAnswered = event(
  "TaskAnswered",
  { taskId: z.string(), kind: z.enum(taskKindIds), outcome: z.string(), by: party, answer: words },
  { answer: words },
);

export const taskExpired = event("TaskExpired", { taskId: z.string() }, {});

/** The task is not needed any more, because the complaint was withdrawn or the case closed. */
export const taskCancelled = event("TaskCancelled", { taskId: z.string() }, {});

export const taskHandedOver = event(
  "TaskHandedOver",
  { taskId: z.string(), to: party, by: party.optional(), because: because.or(z.literal("handed-over")) },
  { reason: z.string().optional() },
);

/** A task that runs beside the path is to be asked. */
export const sideTaskRequested = event(
  "SideTaskRequested",
  {
    kind: z.enum(taskKindIds),
    about: z.string().optional(),
    /** Unique in the case; names its execution. */
    sideTaskId: z.string(),
  },
  {},
);
