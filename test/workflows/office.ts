import { onTestFinished } from "vitest";
import { z } from "zod";
import { Engine } from "../../local/engine/engine.ts";
import { rounds } from "../../shared/domain/rounds.ts";
import { afterWithdrawal } from "./expected-path.ts";
import type { Machine } from "./machines.ts";

export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;
/** When every run begins. */
export const MONDAY = Date.parse("2026-01-05T09:00:00.000Z");

const payloadSchema = z.record(z.string(), z.string());
export type Payload = z.output<typeof payloadSchema>;
type Fake = (payload: Payload) => unknown;
/** Always the same, or one after the other. */
type Script = Readonly<Record<string, string | readonly string[]>>;

const entrySchema = z.object({
  type: z.string().endsWith("StateEntered"),
  stateEnteredEventDetails: z.object({ name: z.string() }),
});

export interface Office {
  /** What people answer, by kind of task; what has no answer waits. */
  readonly outcomes?: Script;
  /** Kinds of task that the case does not need. */
  readonly skipped?: readonly string[];
  /** What comes of rounds, when not the first of what can. */
  readonly conclusions?: Script;
  /** Who is asked in rounds. */
  readonly parties?: readonly string[];
  /** What comes after closing. */
  readonly next?: "survey" | "end";
  /** Functions that behave otherwise, by name. */
  readonly instead?: Readonly<Record<string, Fake>>;
}

const nth = (script: string | readonly string[] | undefined, index: number): string | undefined =>
  typeof script === "string" ? script : script?.[index];

/** A machine on the engine, with functions that keep the promises of ours: the first alarm rings after two days. */
export function setup({ name, procedure, definition }: Machine, office: Office = {}) {
  const { outcomes = {}, skipped = [], conclusions = {}, next = "end", instead = {} } = office;
  const clock = { time: MONDAY, now: () => clock.time };
  const calls: { readonly name: string; readonly payload: Payload }[] = [];
  /** Task id by kind and request. */
  const requests = new Map<string, string>();
  /** The newest token by task id. */
  const tokens = new Map<string, string>();
  const concluded = new Map<string, number>();
  const withdrawal = { done: false };
  const inTwoDays = () => new Date(clock.time + 2 * DAY).toISOString();

  const answer = (token: string, outcome: string) => engine.sendTaskSuccess(token, JSON.stringify({ outcome }));
  const functions: Readonly<Record<string, Fake>> = {
    "send-letters": () => ({}),
    ask: ({ kind = "", requestId = "" }) => {
      const isOver = withdrawal.done && kind !== afterWithdrawal;
      if (isOver) return { taskId: "", alarmAt: inTwoDays(), outcome: "withdrawn" };
      if (skipped.includes(kind)) return { taskId: "", alarmAt: inTwoDays(), outcome: "skipped" };
      const count = [...requests.values()].filter((id) => id.startsWith(`${kind}-`)).length;
      const request = `${kind} ${requestId}`;
      const taskId = requests.get(request) ?? `${kind}-${count + 1}`;
      requests.set(request, taskId);
      return { taskId, alarmAt: inTwoDays(), outcome: "waiting" };
    },
    "await-answer": ({ taskId = "", token = "" }) => {
      tokens.set(taskId, token);
      const outcome = nth(outcomes[taskId.replace(/-\d+$/, "")], Number(/\d+$/.exec(taskId)) - 1);
      if (outcome === undefined) return null;
      // Nobody answers twice in one moment.
      clock.time += 1;
      answer(token, outcome);
      return null;
    },
    "ring-alarms": () => ({ status: "waiting", alarmAt: inTwoDays() }),
    gather: () => ({ parties: withdrawal.done ? [] : (office.parties ?? ["complainant", "respondent:1"]) }),
    conclude: ({ round = "" }) => {
      if (withdrawal.done) return { outcome: "withdrawn" };
      const before = concluded.get(round) ?? 0;
      concluded.set(round, before + 1);
      const usual = Object.entries(rounds).find(([id]) => id === round)?.[1].outcomes[0];
      return { outcome: nth(conclusions[round], before) ?? usual };
    },
    "close-case": () => ({ next }),
    ...instead,
  };
  let seed = 1;
  const engine: Engine = new Engine({
    file: ":memory:",
    clock,
    // The same in every run, and spread as chance is.
    random: () => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    },
    invoke: async (functionName, given) => {
      const called = functionName.replace("wederhoor-", "");
      const payload = payloadSchema.parse(given);
      calls.push({ name: called, payload });
      const fake = functions[called];
      if (fake === undefined) throw new Error(`There is no function ${called}.`);
      return fake(payload);
    },
  });
  onTestFinished(() => engine.close());
  engine.deploy(name, definition);

  /** Starts an execution and lets everything happen that needs no waiting. */
  const start = async (more: Readonly<Record<string, string>> = {}, execution = "case-0kx") => {
    const input = { organisation: procedure.id, caseId: "0kx", ...more };
    const { executionArn } = engine.startExecution({ machine: name, name: execution, input });
    await engine.idle();
    return executionArn;
  };
  /** Goes to the next moment at which something happens by itself, until there is none or the time is up; `look` after each. */
  const wait = async (ms: number, look: () => void = () => undefined) => {
    const until = clock.time + ms;
    for (let due = engine.nextDue(); due !== undefined && due <= until; due = engine.nextDue()) {
      clock.time = Math.max(clock.time, due);
      await engine.runDue();
      await engine.idle();
      look();
    }
    clock.time = until;
  };
  const callsOf = (called: string) => calls.filter((call) => call.name === called).map(({ payload }) => payload);
  return {
    engine,
    clock,
    start,
    wait,
    answer: async (token: string, outcome: string) => {
      answer(token, outcome);
      await engine.idle();
    },
    /** The token of the wait that began last, or of the newest wait for this task. */
    token: (taskId?: string) =>
      (taskId === undefined ? callsOf("await-answer").at(-1)?.["token"] : tokens.get(taskId)) ?? "",
    /** The complainant withdraws: every open task ends so, and nothing is asked any more but the lessons. */
    withdraw: async () => {
      withdrawal.done = true;
      for (const token of tokens.values()) {
        try {
          answer(token, "withdrawn");
        } catch {
          // Answered before: its token is used up.
        }
      }
      await engine.idle();
    },
    callsOf,
    /** Raw state ids, in the order in which they were entered. */
    entered: (arn: string) =>
      engine.history(arn).flatMap((event) => entrySchema.safeParse(event).data?.stateEnteredEventDetails.name ?? []),
    result: (arn: string) => {
      const { status, error } = engine.describeExecution(arn);
      return error === undefined ? status : `${status} ${error}`;
    },
    where: () => engine.executions().flatMap(({ states }) => states),
  };
}

/** The steps among raw state ids: `Assess`, not `Assess: await answer`. */
export function stepsAmong(states: readonly string[]): readonly string[] {
  return states.filter((state) => !state.includes(": ") && state !== "Begin");
}
