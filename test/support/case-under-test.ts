import { learnworks } from "../../procedures/learnworks.ts";
import { sterker } from "../../procedures/sterker.ts";
import { nextAlarmAt } from "../../shared/domain/alarms.ts";
import { type Command, type Decision, decide, register } from "../../shared/domain/decide.ts";
import type { Dossier, Happened, OpenTask } from "../../shared/domain/dossier.ts";
import type { ComplaintEvent, EventOf } from "../../shared/domain/events.ts";
import { evolve, replay } from "../../shared/domain/evolve.ts";
import { type Procedure, parseProcedure } from "../../shared/domain/procedure.ts";
import { type RoundId, rounds } from "../../shared/domain/rounds.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import type { Instant } from "../../shared/ports.ts";

export const procedures = {
  sterker: parseProcedure("sterker.ts", sterker),
  learnworks: parseProcedure("learnworks.ts", learnworks),
} as const;

/** A Monday morning in winter, 10:00 in Amsterdam. */
export const mondayMorning: Instant = "2026-01-05T09:00:00.000Z";

/** Answers that a sensible person could give, per kind of task and outcome. */
export const answers = {
  handle: { outcome: "handle", category: "trainer", severity: "ordinary", claim: "no", talked: "no", hold: "no" },
  solvedAtOnce: {
    outcome: "solved",
    category: "other",
    severity: "ordinary",
    claim: "no",
    solution: "Nieuwe datum afgesproken; klager is tevreden.",
  },
  notAComplaint: {
    outcome: "not-a-complaint",
    reason: "Dit is een vraag over een factuur.",
    rightDoor: "administratie@learnworks.example",
  },
  contact: { contactChannel: "phone", contactDate: "2026-01-05", contactSummary: "Uitgelegd wat er gebeurt." },
  account: { outcome: "account", account: "Zo ging het volgens mij." },
  facts: {
    outcome: "established",
    whatHappened: "De trainer kwam een uur te laat.",
    finding: "founded",
    category: "trainer",
    cause: "agreements",
  },
  judgment: { judgment: "De klacht is terecht.", consequence: "De trainer biedt excuses aan." },
  solution: { solution: "De deelnemer krijgt een nieuwe training." },
  outcomeLetter: { letter: "Wij vinden uw klacht terecht.", respondentLetter: "De klacht is terecht." },
  lessons: { cause: "agreements", lesson: "Wij bevestigen afspraken voortaan schriftelijk." },
} as const satisfies Record<string, Record<string, string>>;

/** A trainer from outside whom a complaint can be about, as it is filled in when assessing. */
export const trainer = { respondentOthers: "Bram Kuipers, bram.kuipers@trainers.example" } as const;

export function complaint(
  procedure: Procedure,
  overrides: Partial<EventOf<"ComplaintRegistered">["facts"]> = {},
  personal: Partial<NonNullable<EventOf<"ComplaintRegistered">["private"]>> = {},
) {
  return {
    facts: {
      organisation: procedure.id,
      caseId: "case1",
      number: `${procedure.house.numberPrefix}-2026-0001`,
      procedureVersion: procedure.version,
      channel: "email" as const,
      receivedAt: mondayMorning,
      language: "nl" as const,
      replyKey: "reply1",
      ...overrides,
    },
    private: {
      complainant: { name: "Sanne de Wit", email: "sanne.dewit@zorggroep.example" },
      subject: "Klacht over de training",
      text: "De trainer kwam te laat en maakte grappen over deelnemers.",
      attachments: [],
      ...personal,
    },
  };
}

/** A case in memory: what happened, and what a command does to it. */
export class CaseUnderTest {
  readonly #happened: Happened[] = [];
  #dossier: Dossier | undefined;

  constructor(
    readonly procedure: Procedure,
    at: Instant = mondayMorning,
    facts: Partial<EventOf<"ComplaintRegistered">["facts"]> = {},
    personal: Partial<NonNullable<EventOf<"ComplaintRegistered">["private"]>> = {},
  ) {
    this.#append(register(complaint(procedure, { receivedAt: at, ...facts }, personal), procedure, at), at);
  }

  get happened(): readonly Happened[] {
    return this.#happened;
  }

  get dossier(): Dossier {
    return this.#dossier ?? replay(this.#happened);
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

  /** Opens a task of this kind, as the state machine does, and gives it. */
  open(kind: TaskKindId, at: Instant = mondayMorning, about?: string): OpenTask {
    const requestId = `${kind}@${at}:${about ?? ""}`;
    this.events({ type: "OpenTask", kind, requestId, about }, at);
    const task = this.dossier.tasks.findLast((one) => one.kind === kind && one.about === about);
    if (task?.status !== "open") throw new Error(`No open ${kind}.`);
    return task;
  }

  /** Opens a task of this kind and answers it in the name of who got it. */
  perform(
    kind: TaskKindId,
    posted: Readonly<Record<string, string>>,
    at: Instant = mondayMorning,
    about?: string,
  ): this {
    const { taskId, assignee } = this.open(kind, at, about);
    this.events({ type: "AnswerTask", taskId, by: assignee, posted }, at);
    return this;
  }

  /** Asks every party of a round, and gives each of their answers; who has none stays silent until the time is up. */
  round(
    round: RoundId,
    posted: Readonly<Record<string, Readonly<Record<string, string>>>>,
    at: Instant = mondayMorning,
  ): this {
    for (const party of rounds[round].parties(this.dossier)) {
      const answer = posted[party];
      if (answer !== undefined) this.perform(rounds[round].kind, answer, at, party);
      else this.expire(this.open(rounds[round].kind, at, party).taskId);
    }
    this.events({ type: "ConcludeRound", round }, at);
    return this;
  }

  /** Lets the time of an open task run out. */
  expire(taskId: string): this {
    for (let alarms = 0; alarms < 50; alarms += 1) {
      const task = this.dossier.tasks.find((one) => one.taskId === taskId);
      if (task?.status !== "open") return this;
      this.events({ type: "RingAlarms", taskId }, nextAlarmAt(task, this.dossier, this.procedure));
    }
    throw new Error(`${taskId} does not expire.`);
  }

  /** Marks every queued letter as sent. */
  post(at: Instant = mondayMorning): this {
    for (const { letterId, status, by } of this.dossier.letters) {
      if (status !== "queued" || by !== "mail") continue;
      this.events({ type: "RecordLetterSent", letterId, providerMessageId: `message-${letterId}` }, at);
    }
    return this;
  }

  #append(events: readonly ComplaintEvent[], at: Instant): void {
    for (const event of events) {
      const happened: Happened = { version: this.#happened.length + 1, at, event };
      this.#happened.push(happened);
      this.#dossier = evolve(this.#dossier, happened);
    }
  }
}
