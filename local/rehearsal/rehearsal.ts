import { deliverAnswer } from "../../shared/cases/deliver-answer.ts";
import { calendarOf } from "../../shared/domain/clocks.ts";
import type { Dossier, OpenTask } from "../../shared/domain/dossier.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { SealedEvent } from "../../shared/domain/seal.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import type { Language } from "../../shared/domain/text.ts";
import type { Instant } from "../../shared/ports.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import { type Core, openCore } from "../core.ts";
import { type AnswerPace, answeringTime } from "./answering-time.ts";
import { exampleAnswer } from "./example-answer.ts";
import { exampleComplaint } from "./example-complaint.ts";
import { repeatsItself } from "./repeats.ts";
import { monthsAfter } from "./start-moment.ts";

/** Longer than any complaint should take, satisfaction afterwards included. */
export const mostMonths = 6;

export interface Rehearsed {
  readonly events: readonly SealedEvent[];
  /** When the rehearsal ended, on its own clock. */
  readonly endedAt: Instant;
  /**
   * `done`: nothing more can happen; `repeats`: only the same questions to the same people; `cut-off`: it went on after `mostMonths`;
   * `stuck`: a state machine failed.
   */
  readonly ending: "done" | "repeats" | "cut-off" | "stuck";
}

interface Wanted {
  readonly procedure: Procedure;
  readonly pace: AnswerPace;
  readonly language: Language;
  readonly startsAt: Instant;
}

/** The procedure cannot be rehearsed: a bug, or a procedure that takes no answer that could be given. */
export class RehearsalFailed extends Error {
  override readonly name = "RehearsalFailed";
}

/**
 * Lets one example complaint go its whole way in memory, on a clock that goes to whatever comes next: a due moment or somebody's
 * answer. @throws {RehearsalFailed}
 */
export async function rehearse(wanted: Wanted): Promise<Rehearsed> {
  const { procedure, language, startsAt } = wanted;
  const start = Date.parse(startsAt);
  const core = openCore({
    procedures: [procedure],
    publicUrl: "https://rehearsal.example",
    places: "memory",
    realNow: () => start,
    dailyRounds: false,
  });
  try {
    await core.takeIn(await exampleComplaint(procedure, language, startsAt));
    const caseId = await onlyCase(core, procedure);
    const ending = await goOn(core, caseId, wanted);
    return { events: await core.cases.events(procedure.id, caseId), endedAt: core.clock.now(), ending };
  } finally {
    await core.close();
  }
}

async function onlyCase({ cases }: Core, { id }: Procedure): Promise<string> {
  for await (const { caseId } of everyCase(cases.items, id)) return caseId;
  throw new RehearsalFailed("The example complaint did not become a case.");
}

async function goOn(core: Core, caseId: string, wanted: Wanted): Promise<Rehearsed["ending"]> {
  const { procedure, startsAt } = wanted;
  const until = monthsAfter(startsAt, mostMonths, procedure);
  const planned = new Map<string, Instant | undefined>();
  for (;;) {
    const due = await core.time.nextAlarm();
    const executions = core.engine.executions();
    if (executions.some(({ status }) => status !== "RUNNING" && status !== "SUCCEEDED")) return "stuck";
    if (executions.every(({ status }) => status !== "RUNNING")) return "done";
    const dossier = await core.cases.load(procedure.id, caseId);
    if (repeatsItself(dossier, procedure)) return "repeats";
    const open = dossier.tasks.filter((task) => task.status === "open");
    const answers = plan(open, planned, wanted);
    const next = [...answers.map(({ at }) => at), ...(due === undefined ? [] : [due])].sort()[0];
    if (next === undefined) return "stuck";
    if (next > until) return "cut-off";
    await core.time.advanceTo(next);
    for (const { task, at } of answers) if (at <= next) await answer(core, task, dossier, wanted);
  }
}

/** Each open task with the moment of its answer; what is new gets one. */
function plan(
  open: readonly OpenTask[],
  planned: Map<string, Instant | undefined>,
  { pace, procedure }: Wanted,
): readonly { readonly task: OpenTask; readonly at: Instant }[] {
  for (const task of open) {
    if (!planned.has(task.taskId)) {
      planned.set(task.taskId, answeringTime(pace, task, planned.size, calendarOf(procedure)));
    }
  }
  return open.flatMap((task) => {
    const at = planned.get(task.taskId);
    return at === undefined ? [] : [{ task, at }];
  });
}

/** As the page behind the link takes it; a task that has gone meanwhile is left alone. */
async function answer(core: Core, task: OpenTask, before: Dossier, { procedure, language }: Wanted): Promise<void> {
  const { cases, workflow } = core;
  const { organisation, caseId } = before;
  const dossier = await cases.load(organisation, caseId);
  const now = dossier.tasks.find(({ taskId }) => taskId === task.taskId);
  if (now?.status !== "open") return;
  const { taskId, kind, assignee } = now;
  const posted = exampleAnswer(catalogue[kind], { procedure, dossier, now: cases.now() }, language);
  if (posted === undefined) throw new RehearsalFailed(`No example answer to the task ${kind} is taken.`);
  const executed = await cases.execute(organisation, caseId, { type: "AnswerTask", taskId, by: assignee, posted });
  if (!executed.ok) throw new RehearsalFailed(`The answer to the task ${kind} is refused: ${executed.refusal.reason}.`);
  for (const event of executed.events) {
    if (event.type === "TaskAnswered") {
      await deliverAnswer({ organisation, caseId, taskId, outcome: event.facts.outcome }, { cases, workflow });
    }
  }
}
