import type { Happened } from "../../shared/domain/dossier.ts";
import { type DutyEntry, dutyLedger } from "../../shared/domain/duties/ledger.ts";
import type { PathLetter } from "../../shared/domain/letter-kinds.ts";
import type { Party } from "../../shared/domain/party.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import type { Instant } from "../../shared/ports.ts";
import { answers, CaseUnderTest, mondayMorning, trainer } from "./case-under-test.ts";

type Posted = Readonly<Record<string, string>>;
type Registered = ConstructorParameters<typeof CaseUnderTest>;

/** A case that is walked on a clock of its own, whose letters arrive at once, and of which every duty can be asked. */
export class DutyCase {
  readonly #subject: CaseUnderTest;
  #now: Instant;

  constructor(
    readonly procedure: Procedure,
    { facts, personal }: { readonly facts?: Registered[2]; readonly personal?: Registered[3] } = {},
  ) {
    this.#subject = new CaseUnderTest(procedure, mondayMorning, facts, personal);
    this.#now = mondayMorning;
  }

  get dossier() {
    return this.#subject.dossier;
  }

  get happened(): readonly Happened[] {
    return this.#subject.happened;
  }

  get now(): Instant {
    return this.#now;
  }

  /** From here on it is later. */
  at(moment: Instant): this {
    this.#now = moment;
    return this;
  }

  /** The path sends its letters, which arrive unless told otherwise. */
  send(letter: PathLetter, { arrives = true }: { readonly arrives?: boolean } = {}): this {
    this.#subject.events({ type: "SendLetters", letter, requestId: `${letter}@${this.#now}` }, this.#now);
    return arrives ? this.post() : this;
  }

  /** The morning round tells the owner that personal data go, long after closing. */
  announceErasure(): this {
    this.#subject.events({ type: "AnnounceErasure" }, this.#now);
    return this.post();
  }

  post(): this {
    this.#subject.post(this.#now);
    return this;
  }

  ask(kind: TaskKindId, about?: string): this {
    this.#subject.open(kind, this.#now, about);
    return this.post();
  }

  perform(kind: TaskKindId, posted: Posted, about?: string): this {
    this.#subject.perform(kind, posted, this.#now, about);
    return this.post();
  }

  /** Answers a task that was asked before, in the name of who has it. */
  answer(kind: TaskKindId, posted: Posted, about?: string): this {
    const open = this.dossier.tasks.find((one) => one.kind === kind && one.about === about && one.status === "open");
    if (open === undefined) throw new Error(`No open ${kind}.`);
    const { taskId, assignee } = open;
    this.#subject.events({ type: "AnswerTask", taskId, by: assignee, posted }, this.#now);
    return this.post();
  }

  /** Tries to, and says whether it was taken. */
  isTaken(kind: TaskKindId, posted: Posted): boolean {
    const { taskId, assignee } = this.#subject.open(kind, this.#now);
    return this.#subject.when({ type: "AnswerTask", taskId, by: assignee, posted }, this.#now).ok;
  }

  /** What was asked for beside the path is done. */
  performBeside(kind: TaskKindId, posted: Posted): this {
    const requested = this.dossier.sideTasks.findLast((one) => one.kind === kind);
    if (requested === undefined) throw new Error(`Nobody asked for ${kind}.`);
    return this.perform(kind, posted, requested.about);
  }

  /** Nobody answers what is open of this kind; it is as late as its last alarm then. */
  letPass(kind: TaskKindId, about?: string): this {
    const open = this.dossier.tasks.find((one) => one.kind === kind && one.about === about && one.status === "open");
    if (open === undefined) throw new Error(`No open ${kind}.`);
    this.#subject.expire(open.taskId);
    this.#now = this.happened.at(-1)?.at ?? this.#now;
    return this.post();
  }

  act(
    action: "withdraw" | "announce-delay" | "hand-over-case" | "name-respondent" | "pause-clock",
    by: Party,
    posted: Posted,
  ): this {
    this.#subject.events({ type: "Act", action, by, posted, actId: `${action}@${this.#now}` }, this.#now);
    return this.post();
  }

  /** The first letter of this kind comes back. */
  refuse(letter: string): this {
    const found = this.dossier.letters.find((one) => one.letter === letter);
    this.#subject.events({ type: "RecordLetterRefused", letterId: found?.letterId ?? "" }, this.#now);
    return this;
  }

  conclude(round: "ranking"): this {
    this.#subject.events({ type: "ConcludeRound", round }, this.#now);
    return this;
  }

  close(): this {
    this.#subject.events({ type: "CloseCase" }, this.#now);
    return this.post();
  }

  /** All duties, at the case's own moment unless another is named. */
  ledger(now: Instant = this.#now): readonly DutyEntry[] {
    return dutyLedger(this.happened, this.procedure, now);
  }

  duty(id: string, now?: Instant): DutyEntry {
    const entry = this.ledger(now).find((one) => one.id === id);
    if (entry === undefined) throw new Error(`${this.procedure.id} has no duty ${id}.`);
    return entry;
  }

  // The way of an ordinary complaint about a trainer, stretch by stretch.

  assessed(posted: Posted = { ...answers.handle, ...trainer }): this {
    return this.send("receipt").perform("assess", posted);
  }

  heard(): this {
    this.assessed().send("copies");
    for (const party of this.sides()) this.perform("statement", answers.account, party);
    return this;
  }

  established(posted: Posted = answers.facts): this {
    return this.heard().perform("establish-facts", posted);
  }

  /** Written, approved where another has to, and told. */
  told(): this {
    this.perform("write-outcome", answers.outcomeLetter);
    const { writer, owner } = this.procedure.responsibilities;
    if (writer !== owner) this.perform("approve-outcome", { outcome: "approved" });
    return this.send("outcome");
  }

  closed(): this {
    return this.perform("draw-lessons", answers.lessons).close();
  }

  sides(): readonly Party[] {
    return ["complainant", ...this.dossier.respondents.map(({ party }) => party)];
  }
}
