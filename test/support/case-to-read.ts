import { decide, register } from "../../shared/domain/decide.ts";
import { type Dossier, type Happened, type OpenTask, replay } from "../../shared/domain/dossier.ts";
import type { ComplaintEvent, EventOf } from "../../shared/domain/events.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import type { Language } from "../../shared/domain/text.ts";
import type { Instant } from "../../shared/ports.ts";
import { complaint, mondayMorning } from "./case-under-test.ts";

type Words = NonNullable<EventOf<"ComplaintRegistered">["private"]>;

/** Words that only staff may read; no page or letter for the complainant may hold any of them. */
export const wordsOfStaff = {
  about: "Bram Kuipers, trainer",
  tried: "GEHEIM-GEPROBEERD: de planner heeft al gebeld.",
  whatHappened: "GEHEIM-BEVINDING: de trainer kwam een uur te laat.\nHij geeft dat toe.",
  judgment: "GEHEIM-OORDEEL: wij vinden de klacht terecht.",
  consequence: "GEHEIM-GEVOLG: de trainer volgt een gesprek.",
  solution: "GEHEIM-OPLOSSING: de deelnemer krijgt een nieuwe dag.",
  lesson: "GEHEIM-LES: wij bevestigen afspraken voortaan schriftelijk.",
} as const;

/** What the writer wrote for the complainant. */
export const outcomeText =
  "U schreef dat de trainer te laat kwam.\n\nDat klopt. Wij bieden u onze excuses aan en plannen een nieuwe dag.";

const stepAnswers: { readonly [Kind in TaskKindId]: Readonly<Record<string, string>> } = {
  assess: {
    outcome: "handle",
    category: "trainer",
    severity: "ordinary",
    about: wordsOfStaff.about,
    talked: "no",
    tried: wordsOfStaff.tried,
  },
  "establish-facts": {
    whatHappened: wordsOfStaff.whatHappened,
    finding: "founded",
    category: "trainer",
    cause: "agreements",
  },
  "give-judgment": { judgment: wordsOfStaff.judgment, consequence: wordsOfStaff.consequence },
  solve: { solution: wordsOfStaff.solution },
  "write-outcome": { letter: outcomeText },
  "draw-lessons": { cause: "agreements", lesson: wordsOfStaff.lesson },
};

/** The tasks of a procedure's path, in order. */
export function pathOf(procedure: Procedure): readonly TaskKindId[] {
  const handling = procedure.branches.handling === "judgment" ? "give-judgment" : "solve";
  return ["assess", "establish-facts", handling, "write-outcome", "draw-lessons"];
}

/** A case that people read about: its steps are taken one hour after each other unless told otherwise. */
export class CaseToRead {
  readonly #happened: Happened[] = [];
  #now: Instant;

  constructor(
    readonly procedure: Procedure,
    options: { language?: Language; receivedAt?: Instant; words?: Partial<Words> } = {},
  ) {
    this.#now = options.receivedAt ?? mondayMorning;
    const { facts, private: words } = complaint(procedure, {
      receivedAt: this.#now,
      language: options.language ?? "nl",
    });
    this.#append(register({ facts, private: { ...words, ...options.words } }, procedure));
  }

  get dossier(): Dossier {
    return replay(this.#happened);
  }

  /** The same case after its personal data were erased. */
  get erased(): Dossier {
    return replay(this.#happened.map(({ event, ...rest }) => ({ ...rest, event: { ...event, private: null } })));
  }

  get now(): Instant {
    return this.#now;
  }

  at(moment: Instant): this {
    this.#now = moment;
    return this;
  }

  do(command: Parameters<typeof decide>[0]): this {
    const decision = decide(command, this.dossier, this.procedure, this.#now);
    if (!decision.ok) throw new Error(`Refused: ${JSON.stringify(decision.refusal)}`);
    this.#append(decision.events);
    return this;
  }

  open(kind: TaskKindId): this {
    return this.do({ type: "OpenTask", kind, requestId: `${kind}@${this.#now}` });
  }

  answer(posted: Readonly<Record<string, string>>): this {
    const task = this.task;
    return this.do({ type: "AnswerTask", taskId: task.taskId, by: `role:${task.role}`, posted });
  }

  /** Sends a letter to the complainant, and hears that it went. */
  send(letter: "receipt" | "outcome" | "referral"): this {
    this.do({ type: "SendLetter", letter });
    const { letterId = "" } = this.dossier.letters.findLast((one) => one.letter === letter) ?? {};
    return this.do({ type: "RecordLetterSent", letterId, providerMessageId: "m1" });
  }

  /** Sends a letter to the complainant, and hears that it will never be taken. */
  refuse(letter: "receipt" | "outcome" | "referral"): this {
    this.do({ type: "SendLetter", letter });
    const { letterId = "" } = this.dossier.letters.findLast((one) => one.letter === letter) ?? {};
    return this.do({ type: "RecordLetterRefused", letterId });
  }

  write(from: EventOf<"MessageFiled">["facts"]["from"], text: string): this {
    return this.do({
      type: "FileMessage",
      facts: { mailId: `mail-${this.dossier.messages.length + 1}`, from },
      private: { address: "iemand@zorggroep.example", subject: "Re: uw klacht", text, attachments: [] },
    });
  }

  /** Performs the path up to this task and leaves it open; the outcome goes out before lessons are drawn. */
  upTo(kind: TaskKindId): this {
    this.send("receipt");
    for (const step of pathOf(this.procedure)) {
      if (step === "draw-lessons") this.send("outcome");
      this.#now = new Date(Date.parse(this.#now) + 3_600_000).toISOString();
      this.open(step);
      if (step === kind) return this;
      this.answer(stepAnswers[step]);
    }
    throw new Error(`${kind} is not on the path.`);
  }

  /** The whole path, closed. */
  toTheEnd(): this {
    return this.upTo("draw-lessons").answer(stepAnswers["draw-lessons"]).do({ type: "CloseCase" });
  }

  /** The task that waits. */
  get task(): OpenTask {
    const found = this.dossier.tasks.find((one) => one.status === "open");
    if (found?.status !== "open") throw new Error("No task is open.");
    return found;
  }

  #append(events: readonly ComplaintEvent[]): void {
    for (const event of events) this.#happened.push({ version: this.#happened.length + 1, at: this.#now, event });
  }
}
