import { onTestFinished } from "vitest";
import { z } from "zod";
import { Engine } from "../../local/engine/engine.ts";
import type { Machine } from "./machines.ts";

export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;
/** When every run begins. */
export const MONDAY = Date.parse("2026-01-05T09:00:00.000Z");

const payloadSchema = z.record(z.string(), z.string());
export type Payload = z.output<typeof payloadSchema>;
type Fake = (payload: Payload) => unknown;

const entrySchema = z.object({
  type: z.string().endsWith("StateEntered"),
  stateEnteredEventDetails: z.object({ name: z.string() }),
});

export interface Office {
  /** What people answer, by kind of task; tasks of other kinds wait. */
  readonly outcomes?: Readonly<Record<string, string>>;
  /** Functions that behave otherwise, by name. */
  readonly instead?: Readonly<Record<string, Fake>>;
}

/** A machine on the engine, with functions that keep the promises of ours: the first alarm rings after two days. */
export function setup({ name, procedure, definition }: Machine, { outcomes = {}, instead = {} }: Office = {}) {
  const clock = { time: MONDAY, now: () => clock.time };
  const calls: { readonly name: string; readonly payload: Payload }[] = [];
  const requests = new Map<string, string>();
  const inTwoDays = () => new Date(clock.time + 2 * DAY).toISOString();

  const answer = (token: string, outcome: string) => engine.sendTaskSuccess(token, JSON.stringify({ outcome }));
  const functions: Readonly<Record<string, Fake>> = {
    "send-letters": () => ({}),
    ask: ({ kind = "", requestId = "" }) => {
      const ofKind = [...requests.keys()].filter((id) => id.startsWith(kind));
      const taskId = ofKind.find((id) => requests.get(id) === requestId) ?? `${kind}-${ofKind.length + 1}`;
      requests.set(taskId, requestId);
      return { taskId, alarmAt: inTwoDays() };
    },
    "await-answer": ({ taskId = "", token = "" }) => {
      const outcome = outcomes[taskId.replace(/-\d+$/, "")];
      if (outcome !== undefined) answer(token, outcome);
      return null;
    },
    "ring-alarms": () => ({ status: "open", alarmAt: inTwoDays() }),
    "close-case": () => ({}),
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

  /** Starts the case and lets everything happen that needs no waiting. */
  const start = async (more: object = {}) => {
    const input = { organisation: procedure.id, caseId: "0kx", ...more };
    const { executionArn } = engine.startExecution({ machine: name, name: "case-0kx", input });
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
  return {
    engine,
    clock,
    start,
    wait,
    answer: async (token: string, outcome: string) => {
      answer(token, outcome);
      await engine.idle();
    },
    callsOf: (called: string) => calls.filter((call) => call.name === called).map(({ payload }) => payload),
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
