import { SqliteItemStore } from "../../local/adapters/item-store.ts";
import { RandomSecrets } from "../../shared/aws/secrets.ts";
import { type Command, register } from "../../shared/domain/decide.ts";
import { replay } from "../../shared/domain/evolve.ts";
import type { PathLetter } from "../../shared/domain/letter-kinds.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import { closingLedger } from "../../shared/domain/register/closing-ledger.ts";
import type { RegisterRow } from "../../shared/domain/register/register-row.ts";
import { registerRowOf } from "../../shared/domain/register/register-row-of.ts";
import { rounds } from "../../shared/domain/rounds.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import { type Instant, type ItemStore, type Page, StoreUnavailable, type Write } from "../../shared/ports.ts";
import { CaseStore } from "../../shared/store/cases.ts";
import { complaint, mondayMorning, procedures } from "../support/case-under-test.ts";

type Fault = "before" | "after";

/** A store whose next transactions go wrong as told: before it wrote, or after, with its answer lost. */
export class FaultyItemStore implements ItemStore {
  readonly faults: Fault[] = [];
  readonly transactions: (readonly Write[])[] = [];
  /** Called once, before the next transaction. */
  meanwhile: (() => Promise<unknown>) | undefined;

  constructor(private readonly real: ItemStore) {}

  get: ItemStore["get"] = (key) => this.real.get(key);
  query = (query: Parameters<ItemStore["query"]>[0]): Promise<Page> => this.real.query(query);

  async transact(writes: readonly Write[]): Promise<void> {
    const { meanwhile } = this;
    this.meanwhile = undefined;
    await meanwhile?.();
    const fault = this.faults.shift();
    if (fault === "before") throw new StoreUnavailable("Out of reach.");
    await this.real.transact(writes);
    this.transactions.push(writes);
    if (fault === "after") throw new StoreUnavailable("No answer came.");
  }
}

class ClockOfTest {
  at: Instant = mondayMorning;
  now(): Instant {
    return this.at;
  }
}

/** Cases in a real store, driven as the machines do, by whoever has each task. */
export class StoredCases {
  readonly #secrets = new RandomSecrets();
  #filed = 0;

  constructor(
    readonly all: readonly Procedure[] = Object.values(procedures),
    readonly items = new FaultyItemStore(new SqliteItemStore(":memory:")),
    readonly clock = new ClockOfTest(),
  ) {}

  get cases(): CaseStore {
    const { items, clock } = this;
    return new CaseStore({ items, procedures: this.all, clock, secrets: this.#secrets });
  }

  /** Files a complaint now; as often as it takes. */
  async file(procedure: Procedure, personal: Parameters<typeof complaint>[2] = {}): Promise<StoredCase> {
    this.#filed += 1;
    const id = `case${this.#filed}`;
    const number = `${procedure.house.numberPrefix}-2026-${String(this.#filed).padStart(4, "0")}`;
    const facts = { caseId: id, number, replyKey: `reply-${id}`, receivedAt: this.clock.at };
    const events = register(complaint(procedure, facts, personal), procedure, this.clock.at);
    await this.persistently(async () => {
      if ((await this.cases.events(procedure.id, id)).length === 0) await this.cases.create(events, []);
    });
    return new StoredCase(this, procedure, id);
  }

  /** Whoever hears nothing from the store tries again. */
  async persistently<Result>(work: () => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || attempt > 5) throw error;
      }
    }
  }

  /** The rows as the events of these cases tell them now. */
  rows(cases: readonly StoredCase[]): Promise<readonly RegisterRow[]> {
    return Promise.all(cases.map((one) => one.row()));
  }
}

/** One case in the store. */
export class StoredCase {
  constructor(
    private readonly world: StoredCases,
    readonly procedure: Procedure,
    readonly id: string,
  ) {}

  load() {
    return this.world.cases.load(this.procedure.id, this.id);
  }

  async row(): Promise<RegisterRow> {
    const events = await this.world.cases.events(this.procedure.id, this.id);
    const dossier = replay(events);
    const row = registerRowOf(dossier, closingLedger(events, dossier, this.procedure), this.procedure);
    if (row === undefined) throw new Error("No complaint.");
    return row;
  }

  async do(command: Command): Promise<void> {
    await this.world.persistently(() => this.world.cases.execute(this.procedure.id, this.id, command));
  }

  async send(letter: PathLetter): Promise<void> {
    await this.do({ type: "SendLetters", letter, requestId: `${letter}@${this.world.clock.at}` });
    for (const { letterId, status, by } of (await this.load()).letters) {
      if (status !== "queued" || by !== "mail") continue;
      await this.do({ type: "RecordLetterSent", letterId, providerMessageId: `message-${letterId}` });
    }
  }

  async perform(kind: TaskKindId, posted: Readonly<Record<string, string>>, about?: string): Promise<void> {
    await this.do({ type: "OpenTask", kind, requestId: `${kind}@${this.world.clock.at}:${about ?? ""}`, about });
    const task = (await this.load()).tasks.findLast((one) => one.kind === kind && one.about === about);
    if (task === undefined) throw new Error(`No ${kind}.`);
    await this.do({ type: "AnswerTask", taskId: task.taskId, by: task.assignee, posted });
  }

  async hear(posted: Readonly<Record<string, string>>): Promise<void> {
    for (const party of rounds.hearing.parties(await this.load())) await this.perform("statement", posted, party);
  }

  async act(
    action: "withdraw" | "announce-delay" | "name-respondent",
    posted: Readonly<Record<string, string>>,
  ): Promise<void> {
    const { owner } = await this.load();
    const by = action === "withdraw" ? "complainant" : owner;
    await this.do({ type: "Act", action, by, posted, actId: `${action}@${this.world.clock.at}` });
  }
}
