import { closingOn } from "../../shared/domain/calendar.ts";
import { calendarOf } from "../../shared/domain/clocks.ts";
import { type Command, type Decision, decide } from "../../shared/domain/decide.ts";
import { beginFile, type NewMatter } from "../../shared/domain/deciding/begin-file.ts";
import type { Dossier, Happened, OpenTask } from "../../shared/domain/dossier.ts";
import type { ComplaintEvent } from "../../shared/domain/events.ts";
import { replay } from "../../shared/domain/evolve.ts";
import type { Measure, Review, Signal } from "../../shared/domain/matter.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import type { Instant } from "../../shared/ports.ts";
import { mondayMorning } from "./case-under-test.ts";

/** A measure of a process, owned by the first colleague, due on 2 March 2026. */
export function measureOf(procedure: Procedure, overrides: Partial<Measure> = {}): NewMatter {
  return {
    kind: "measure",
    measure: {
      measureType: "process",
      source: "case",
      sourceId: "case1",
      agreedBy: "role:director",
      owner: `person:${procedure.people[0]?.id ?? ""}`,
      dueAt: closingOn("2026-03-02", calendarOf(procedure)),
      cases: ["case1"],
      counted: { dimension: "cause", value: "agreements" },
      text: "Afspraken vooraf bevestigen",
      shielded: [],
      ...overrides,
    },
  };
}

/** Three complaints with one cause in half a year. */
export function signalOf(overrides: Partial<Signal> = {}): NewMatter {
  return {
    kind: "signal",
    signal: {
      rule: "repeated",
      dimension: "cause",
      code: "agreements",
      from: "2025-07-05T09:00:00.000Z",
      until: mondayMorning,
      count: 3,
      cases: ["case1", "case2", "case3"],
      shielded: [],
      ...overrides,
    },
  };
}

export function reviewOf(cycle: Review["cycle"] = "yearly"): NewMatter {
  return { kind: "review", review: { cycle, from: "2025-01-01", until: "2026-01-01", figures: {}, shielded: [] } };
}

/** A file that is no complaint, in memory: what happened, and what a command does to it. */
export class FileUnderTest {
  readonly #happened: Happened[] = [];

  constructor(
    readonly procedure: Procedure,
    matter: NewMatter,
    at: Instant = mondayMorning,
  ) {
    const identity = { caseId: "file1", number: "LW-M-2026-0001", replyKey: "reply1" };
    this.#append(beginFile(matter, identity, procedure, at), at);
  }

  get happened(): readonly Happened[] {
    return this.#happened;
  }

  get dossier(): Dossier {
    return replay(this.#happened);
  }

  /** Decides, and keeps what follows. */
  when(command: Command, at: Instant = mondayMorning): Decision {
    const decision = decide(command, this.dossier, this.procedure, at);
    if (decision.ok) this.#append(decision.events, at);
    return decision;
  }

  /** The events of a command that must be carried out. */
  events(command: Command, at: Instant = mondayMorning): readonly ComplaintEvent[] {
    const decision = this.when(command, at);
    if (!decision.ok) throw new Error(`Refused: ${JSON.stringify(decision.refusal)}`);
    return decision.events;
  }

  /** Opens a task of this kind, as the state machine does. */
  open(kind: TaskKindId, at: Instant = mondayMorning): OpenTask {
    this.events({ type: "OpenTask", kind, requestId: `${kind}@${at}` }, at);
    const task = this.dossier.tasks.findLast((one) => one.kind === kind);
    if (task?.status !== "open") throw new Error(`No open ${kind}.`);
    return task;
  }

  /** Opens a task of this kind and answers it in the name of who got it. */
  perform(
    kind: TaskKindId,
    posted: Readonly<Record<string, string>>,
    at: Instant = mondayMorning,
  ): readonly ComplaintEvent[] {
    const { taskId, assignee } = this.open(kind, at);
    return this.events({ type: "AnswerTask", taskId, by: assignee, posted }, at);
  }

  #append(events: readonly ComplaintEvent[], at: Instant): void {
    for (const event of events) this.#happened.push({ version: this.#happened.length + 1, at, event });
  }
}
