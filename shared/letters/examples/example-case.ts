import { alarmsOf } from "../../domain/alarms.ts";
import { type Command, decide, register } from "../../domain/decide.ts";
import { beginFile, type NewMatter } from "../../domain/deciding/begin-file.ts";
import { passedBy } from "../../domain/deciding/open-task.ts";
import type { Dossier, Happened, OpenTask } from "../../domain/dossier.ts";
import type { Channel, Complainant, ComplaintEvent } from "../../domain/events.ts";
import { replay } from "../../domain/evolve.ts";
import type { PathLetter } from "../../domain/letter-kinds.ts";
import type { Party } from "../../domain/party.ts";
import type { Procedure } from "../../domain/procedure.ts";
import { catalogue, everyTaskKindOf } from "../../domain/tasks/catalogue.ts";
import type { TaskKindId } from "../../domain/tasks/task-kind.ts";
import type { Language } from "../../domain/text.ts";
import type { Instant } from "../../ports.ts";
import { forTheFile, people, words } from "./words.ts";

/** A Monday morning; the example tells of no real day. */
const begin: Instant = "2026-01-05T09:00:00.000Z";
const hour = 3_600_000;

type Words = Readonly<Record<string, string>>;

/** A made-up case whose letters are shown as examples. Commands decide as they do for real; only answers are taken as given. */
export class ExampleCase {
  readonly #happened: Happened[] = [];
  #now = begin;
  #entries = 0;

  constructor(
    readonly procedure: Procedure,
    readonly language: Language,
    {
      complainant = people.complainant,
      channel = "email",
      passedOnBy,
      matter,
    }: { complainant?: Complainant; channel?: Channel; passedOnBy?: Party; matter?: NewMatter } = {},
  ) {
    if (matter !== undefined) {
      const letter = { measure: "M", signal: "S", review: "R", mail: "E" }[matter.kind];
      const number = `${procedure.house.numberPrefix}-${letter}-2026-0001`;
      const identity = { caseId: "example", number, replyKey: "example" };
      this.append(beginFile(matter, identity, procedure, begin));
      return;
    }
    const registered = {
      facts: {
        organisation: procedure.id,
        caseId: "example",
        number: `${procedure.house.numberPrefix}-2026-0001`,
        procedureVersion: procedure.version,
        channel,
        ...(passedOnBy !== undefined && { passedOnBy }),
        receivedAt: begin,
        language,
        replyKey: "example",
      },
      private: {
        complainant,
        subject: words.subject[language],
        text: words.complaint[language],
        attachments: [],
      },
    };
    this.append(register(registered, procedure, begin));
  }

  get happened(): readonly Happened[] {
    return this.#happened;
  }

  get dossier(): Dossier {
    return replay(this.#happened);
  }

  get now(): Instant {
    return this.#now;
  }

  /** What happens is taken down, and every letter by mail arrives an hour later. */
  append(events: readonly ComplaintEvent[]): this {
    const at = this.#now;
    for (const event of events) this.#happened.push({ version: this.#happened.length + 1, at, event });
    return this;
  }

  do(command: Command): this {
    const decision = decide(command, this.dossier, this.procedure, this.#now);
    if (!decision.ok) throw new Error(`An example case cannot ${command.type}: ${JSON.stringify(decision.refusal)}`);
    return this.append(decision.events);
  }

  send(letter: PathLetter): this {
    this.do({ type: "SendLetters", letter, requestId: this.#entry(letter) });
    return this.delivered();
  }

  /** All that was mailed has been sent; time goes on. */
  delivered(): this {
    this.#now = new Date(Date.parse(this.#now) + hour).toISOString();
    const sent = this.dossier.letters.filter(({ status, by }) => status === "queued" && by === "mail");
    return this.append(
      sent.map(({ letterId }) => ({
        type: "LetterSent",
        facts: { letterId, providerMessageId: `${letterId}@example` },
        private: {},
      })),
    );
  }

  /** Asks for a task, where this procedure has it and this case needs it. */
  ask(kind: TaskKindId, about?: string): this {
    if (!this.asks(kind)) return this;
    this.do({ type: "OpenTask", kind, about, requestId: this.#entry(kind) });
    return this.delivered();
  }

  asks(kind: TaskKindId): boolean {
    const exists = everyTaskKindOf(this.procedure).includes(kind);
    return exists && passedBy(kind, this.dossier, this.procedure) === undefined;
  }

  /** Every open task of this kind is answered by whoever has it; words that are not given are for the file only. */
  answer(kind: TaskKindId, outcome: string, facts: Words = {}, said: Words = {}): this {
    const asked = catalogue[kind].outcomes.find(({ id }) => id === outcome)?.fields ?? [];
    const notes: Record<string, string> = {};
    for (const { name, keep, control } of catalogue[kind].fields) {
      if (asked.includes(name) && keep === "private" && control.type === "paragraph") notes[name] = forTheFile;
    }
    return this.append(
      this.open(kind).map(({ taskId, assignee: by }) => ({
        type: "TaskAnswered",
        facts: { taskId, kind, outcome, by, answer: { ...facts } },
        private: { answer: { ...notes, ...said } },
      })),
    ).delivered();
  }

  /** Rings what an open task of this kind still has to ring, each at its moment, until it has rung this often or the task ends. */
  ring(kind: TaskKindId, times = Number.POSITIVE_INFINITY): this {
    const [task] = this.open(kind);
    if (task === undefined) return this;
    const own = alarmsOf(task, this.dossier, this.procedure).filter(({ alarmId }) => alarmId.startsWith(task.taskId));
    for (const { at } of own.slice(0, times)) this.#ringAt(at, task);
    return this;
  }

  /** Rings the warnings of the clock of the outcome through a task of this kind, which is asked anew when it expired meanwhile. */
  ringCase(kind: TaskKindId): this {
    const [task] = this.open(kind);
    if (task === undefined) return this;
    const warnings = alarmsOf(task, this.dossier, this.procedure).filter(({ alarmId }) =>
      alarmId.startsWith("case:decision:"),
    );
    for (const { alarmId, at } of warnings) {
      while (!this.dossier.rung.has(alarmId)) {
        const [open] = this.ask(kind).open(kind);
        if (open === undefined) return this;
        this.#ringAt(at, open);
      }
    }
    return this;
  }

  open(kind: TaskKindId): readonly OpenTask[] {
    return this.dossier.tasks.filter((task): task is OpenTask => task.kind === kind && task.status === "open");
  }

  named(party: Party, who: { readonly name: string; readonly email?: string; readonly person?: string }): this {
    return this.append([
      { type: "RespondentNamed", facts: { respondent: party, by: this.dossier.owner }, private: { ...who } },
    ]);
  }

  #ringAt(at: Instant, { taskId }: OpenTask): void {
    if (at > this.#now) this.#now = at;
    this.do({ type: "RingAlarms", taskId }).delivered();
  }

  #entry(what: string): string {
    this.#entries += 1;
    return `${what}@${this.#entries}`;
  }
}
