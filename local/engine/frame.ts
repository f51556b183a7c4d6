import { z } from "zod";
import type { Json } from "./json.ts";

/** Comes out of JSON.parse, so it is JSON; checking each payload at each step would cost more than the step. */
const json = z.custom<Json>(() => true);

/**
 * What a frame does next. The engine steps the runnable ones; the others wait for a timer, an answer or their children.
 *
 * - `pending`: a Map iteration that MaxConcurrency holds back
 * - `enter`, `attempt`, `scheduled`, `resume`, `answered`: runnable
 * - `waiting`, `retrying`: a timer wakes it
 * - `working`: a function runs, a token is out, or a child execution runs
 * - `joining`: branches or iterations run; runnable when one of them ends
 * - `ended`: a branch or iteration with an outcome that its Parallel or Map has not taken notice of
 * - `reported`: it has; the outcome is kept for the result
 */
const phases = [
  "pending",
  "enter",
  "attempt",
  "scheduled",
  "resume",
  "answered",
  "waiting",
  "retrying",
  "working",
  "joining",
  "ended",
  "reported",
] as const;
export type Phase = (typeof phases)[number];

/** What came of the work of a Task. */
const answer = z.discriminatedUnion("kind", [
  /** The function or service returned; a task token may still be out. */
  z.object({ kind: z.literal("returned"), output: json }),
  /** The task token was answered, or a child execution has ended well. */
  z.object({ kind: z.literal("completed"), output: json }),
  z.object({ kind: z.literal("failed"), error: z.string().optional(), cause: z.string().optional() }),
  z.object({ kind: z.literal("timeout"), heartbeat: z.boolean() }),
]);
export type Answer = z.infer<typeof answer>;

/** The work of a Task, fixed when it was scheduled, so that a restart repeats exactly the same call. */
const work = z.object({
  arguments: json,
  token: z.string().optional(),
  timeoutSeconds: z.number().optional(),
  heartbeatSeconds: z.number().optional(),
  /** The call has returned: only its token, or the child execution, is waited for. */
  submitted: z.boolean(),
  /** The token was answered before the call that handed it out had returned. */
  early: answer.optional(),
});

/** How many iterations there are, and may run and fail; only a Map has it. */
const limits = z.object({
  maxConcurrency: z.number(),
  toleratedCount: z.number().optional(),
  toleratedPercentage: z.number().optional(),
  /** All iterations, and how many of them have failed. */
  items: z.number(),
  failed: z.number(),
});
export type MapLimits = z.infer<typeof limits>;

const outcome = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("succeeded"), output: json }),
  z.object({
    kind: z.literal("failed"),
    error: z.string().optional(),
    cause: z.string().optional(),
    alias: z.string().optional(),
  }),
]);

const body = z.object({
  /** The way from the outermost machine: the Parallel or Map entered, and the branch (0 for a Map). */
  route: z.array(z.object({ state: z.string(), branch: z.number() })),
  state: z.string(),
  input: json,
  /** The variables of this scope only; those of outer scopes are in the outer frames. */
  variables: z.record(z.string(), json),
  enteredAt: z.number(),
  enteredEvent: z.number(),
  /** `previousEventId` of the next event of this frame. */
  lastEvent: z.number(),
  /** Retries taken, one count per retrier of the state, and all together. */
  retries: z.array(z.number()),
  retryCount: z.number(),
  /** Numbers the calls of this frame, so that an answer to an abandoned one is known as such. */
  call: z.number(),
  work: work.optional(),
  answer: answer.optional(),
  limits: limits.optional(),
  /** Inside a Map: the item of this iteration. */
  item: z.object({ Index: z.number(), Value: json }).optional(),
  outcome: outcome.optional(),
  /** Event count of the execution when the outcome was known: tells which branch ended first. */
  endedAt: z.number().optional(),
  /** `MapIterationSucceeded` of this iteration; the chain of the Map goes on from it. */
  iterationEvent: z.number().optional(),
});

/** Where one line of an execution stands: the execution itself, a branch of a Parallel, or an iteration of a Map. */
export interface Frame extends z.infer<typeof body> {
  readonly id: number;
  /** Row id of the execution. */
  readonly execution: number;
  readonly parent: number | undefined;
  /** Index of the branch or iteration. */
  readonly position: number;
  phase: Phase;
  /** Counts the changes, so that a step notices when an answer came in while it awaited an expression. */
  readonly revision: number;
}

/** A frame that is not stored yet. */
export type FrameDraft = Omit<Frame, "id" | "revision">;

const row = z.object({
  id: z.number(),
  execution: z.number(),
  parent: z.number().nullable(),
  position: z.number(),
  phase: z.enum(phases),
  revision: z.number(),
  body: z.string(),
});

export function frameFromRow(value: unknown): Frame {
  const { body: text, parent, ...columns } = row.parse(value);
  return { ...body.parse(JSON.parse(text)), ...columns, parent: parent ?? undefined };
}

/** The part of a frame that has no column of its own, as JSON text. */
export function frameBody(frame: FrameDraft): string {
  return JSON.stringify(body.parse(frame));
}

/** A frame at the start of a machine, before its first state is entered. */
export function newFrame(start: {
  execution: number;
  parent?: number;
  position?: number;
  route: Frame["route"];
  state: string;
  input: Json;
  lastEvent: number;
  phase: Phase;
  item?: Frame["item"];
}): FrameDraft {
  return {
    execution: start.execution,
    parent: start.parent,
    position: start.position ?? 0,
    phase: start.phase,
    route: start.route,
    state: start.state,
    input: start.input,
    variables: {},
    enteredAt: 0,
    enteredEvent: 0,
    lastEvent: start.lastEvent,
    retries: [],
    retryCount: 0,
    call: 0,
    item: start.item,
  };
}
