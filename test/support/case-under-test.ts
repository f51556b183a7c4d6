import { learnworks } from "../../procedures/learnworks.ts";
import { sterker } from "../../procedures/sterker.ts";
import { type Command, type Decision, decide, register } from "../../shared/domain/decide.ts";
import { type Dossier, type Happened, replay } from "../../shared/domain/dossier.ts";
import type { ComplaintEvent, EventOf } from "../../shared/domain/events.ts";
import { type Procedure, parseProcedure } from "../../shared/domain/procedure.ts";
import type { Instant } from "../../shared/ports.ts";

export const procedures = {
  sterker: parseProcedure("sterker.ts", sterker),
  learnworks: parseProcedure("learnworks.ts", learnworks),
} as const;

/** A Monday morning in winter, 10:00 in Amsterdam. */
export const mondayMorning: Instant = "2026-01-05T09:00:00.000Z";

/** Answers that a sensible person could give, per kind of task and outcome. */
export const answers = {
  handle: {
    outcome: "handle",
    category: "trainer",
    severity: "ordinary",
    about: "Bram Kuipers, trainer",
    talked: "no",
  },
  solvedAtOnce: {
    outcome: "solved",
    category: "other",
    severity: "ordinary",
    about: "de planning",
    solution: "Nieuwe datum afgesproken; klager is tevreden.",
  },
  notAComplaint: {
    outcome: "not-a-complaint",
    reason: "Dit is een vraag over een factuur.",
    rightDoor: "administratie@learnworks.example",
  },
  facts: {
    whatHappened: "De trainer kwam een uur te laat.",
    finding: "founded",
    category: "trainer",
    cause: "agreements",
  },
  judgment: { judgment: "De klacht is terecht.", consequence: "De trainer biedt excuses aan." },
  solution: { solution: "De deelnemer krijgt een nieuwe training." },
  outcomeLetter: { letter: "Wij vinden uw klacht terecht." },
  lessons: { cause: "agreements", lesson: "Wij bevestigen afspraken voortaan schriftelijk." },
} as const satisfies Record<string, Record<string, string>>;

export function complaint(procedure: Procedure, overrides: Partial<EventOf<"ComplaintRegistered">["facts"]> = {}) {
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
    },
  };
}

/** A case in memory: what happened, and what a command does to it. */
export class CaseUnderTest {
  readonly #happened: Happened[] = [];

  constructor(
    readonly procedure: Procedure,
    at: Instant = mondayMorning,
  ) {
    this.#append(register(complaint(procedure, { receivedAt: at }), procedure), at);
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

  /** Opens a task of this kind and answers it in the name of who got it. */
  perform(
    kind: Extract<Command, { type: "OpenTask" }>["kind"],
    posted: Readonly<Record<string, string>>,
    at: Instant = mondayMorning,
  ): this {
    this.events({ type: "OpenTask", kind, requestId: `${kind}@${at}` }, at);
    const task = this.dossier.tasks.findLast((one) => one.kind === kind && one.status === "open");
    if (task === undefined) throw new Error(`No open ${kind}.`);
    this.events({ type: "AnswerTask", taskId: task.taskId, by: `role:${task.role}`, posted }, at);
    return this;
  }

  #append(events: readonly ComplaintEvent[], at: Instant): void {
    for (const event of events) this.#happened.push({ version: this.#happened.length + 1, at, event });
  }
}
