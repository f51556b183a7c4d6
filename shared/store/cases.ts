import { isFirst } from "../domain/begin.ts";
import { yearOf } from "../domain/calendar.ts";
import { type Command, decide, type Refusal } from "../domain/decide.ts";
import { arising } from "../domain/deciding/arising.ts";
import { beginFile, type NewMatter, shieldedFrom } from "../domain/deciding/begin-file.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { ComplaintEvent } from "../domain/events.ts";
import { evolve, replay } from "../domain/evolve.ts";
import { ImpossibleHistory } from "../domain/impossible-history.ts";
import type { HeldMail, Measure, Review, Signal } from "../domain/matter.ts";
import type { Procedure } from "../domain/procedure.ts";
import { type SealedEvent, seal } from "../domain/seal.ts";
import { type Clock, ConditionFailed, type ItemStore, type Secrets, type Write } from "../ports.ts";
import { nextNumbers } from "./case-numbers.ts";
import { caseRow } from "./case-row.ts";
import { promisesOf } from "./promises.ts";
import { appendEvent, readEvents } from "./sealed-events.ts";
import { noStanding, readStanding, type Standing, standingWrites, withinOneTransaction } from "./standing.ts";

export interface CaseStoreDependencies {
  readonly items: ItemStore;
  readonly procedures: readonly Procedure[];
  readonly clock: Clock;
  readonly secrets: Secrets;
}

export type Executed =
  | { readonly ok: true; readonly dossier: Dossier; readonly events: readonly ComplaintEvent[] }
  | { readonly ok: false; readonly dossier: Dossier; readonly refusal: Refusal };

/** A case as it was told so far, and the last event of that: what comes next is chained to it. */
interface Before {
  readonly dossier: Dossier;
  readonly events: readonly SealedEvent[];
}

/** What is written of one file: all that must be, and its places in lists as far as a transaction has room. */
interface FileWrites {
  readonly must: readonly Write[];
  readonly listed: readonly Write[];
}

/** There is no case of this id. A bug or a damaged link, not something a person does. */
export class UnknownCase extends Error {
  override readonly name = "UnknownCase";
}

/** Others kept changing the case at the same moment. The name is its retry policy: try again. */
export class TryAgain extends Error {
  override readonly name = "TryAgain";
}

/** How often a decision is made anew after somebody else changed the case. */
const attempts = 8;

/** The cases, each a row of events. Whatever happens to one happens in a single transaction with all that follows from it. */
export class CaseStore {
  constructor(private readonly dependencies: CaseStoreDependencies) {}

  get items(): ItemStore {
    return this.dependencies.items;
  }

  get procedures(): readonly Procedure[] {
    return this.dependencies.procedures;
  }

  now() {
    return this.dependencies.clock.now();
  }

  procedure(organisation: string): Procedure {
    const found = this.dependencies.procedures.find(({ id }) => id === organisation);
    if (found === undefined) throw new UnknownCase(`There is no organisation ${organisation}.`);
    return found;
  }

  events(organisation: string, caseId: string): Promise<readonly SealedEvent[]> {
    return readEvents(this.items, organisation, caseId);
  }

  /**
   * The case now, or as it was at an earlier version.
   * @throws {UnknownCase}
   */
  async load(organisation: string, caseId: string, version = Number.POSITIVE_INFINITY): Promise<Dossier> {
    const events = await this.events(organisation, caseId);
    if (events.length === 0) throw new UnknownCase(`There is no case ${caseId}.`);
    return replay(events.filter((one) => one.version <= version));
  }

  /**
   * Writes a new case with what comes with it.
   * @throws {ConditionFailed} when one of `also` does not hold; nothing was written then.
   */
  async create(events: readonly ComplaintEvent[], also: readonly Write[]): Promise<Dossier> {
    const first = events[0];
    if (first === undefined || !isFirst(first)) throw new ImpossibleHistory("A file begins with what it is about.");
    const { organisation, caseId } = first.facts;
    return this.append(organisation, caseId, undefined, events, also);
  }

  /**
   * Agrees on a measure, in a file of its own; from colleagues whom a case behind it is about it is kept.
   * @throws {TryAgain} @throws {ConditionFailed} when one of `also` does not hold; nothing was written then.
   */
  async agreeMeasure(
    organisation: string,
    measure: Omit<Measure, "shielded">,
    also: readonly Write[] = [],
  ): Promise<Dossier> {
    const shielded = await this.#shielded(organisation, measure.cases);
    return this.#open(organisation, { kind: "measure", measure: { ...measure, shielded } }, also);
  }

  /** Raises a signal, with the task to look into it; `also` gets the id of its file. @throws as `agreeMeasure` */
  async openSignal(
    organisation: string,
    signal: Omit<Signal, "shielded">,
    also: readonly Write[] | ((caseId: string) => readonly Write[]) = [],
  ): Promise<Dossier> {
    const shielded = await this.#shielded(organisation, signal.cases);
    return this.#open(organisation, { kind: "signal", signal: { ...signal, shielded } }, also);
  }

  /** Holds a mail for the intake officer, with the task to say what it is. @throws as `agreeMeasure` */
  holdMail(
    organisation: string,
    mail: Omit<HeldMail, "others">,
    also: (caseId: string) => readonly Write[],
  ): Promise<Dossier> {
    return this.#open(organisation, { kind: "mail", mail: { ...mail, others: [] } }, also);
  }

  /** Begins the review of a period; its `shielded` are kept from it, nobody by default. @throws as `agreeMeasure` */
  openReview(
    organisation: string,
    { shielded = [], ...review }: Omit<Review, "shielded"> & Partial<Pick<Review, "shielded">>,
    also: readonly Write[] = [],
  ): Promise<Dossier> {
    return this.#open(organisation, { kind: "review", review: { ...review, shielded } }, also);
  }

  async #shielded(organisation: string, cases: readonly string[]): Promise<readonly string[]> {
    const loaded = await Promise.all(cases.map((caseId) => this.load(organisation, caseId)));
    return shieldedFrom(loaded, this.procedure(organisation));
  }

  /** Begins a file that is no complaint; its number is taken in the same transaction. */
  async #open(
    organisation: string,
    matter: NewMatter,
    alsoWritten: readonly Write[] | ((caseId: string) => readonly Write[]),
  ): Promise<Dossier> {
    const procedure = this.procedure(organisation);
    const { secrets } = this.dependencies;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const now = this.now();
      const year = yearOf(now, procedure.calendar.timeZone);
      const { numbers, write } = await nextNumbers(this.items, procedure, matter.kind, year, 1);
      const identity = { caseId: secrets.id(), number: numbers[0] ?? "", replyKey: secrets.id() };
      const also = typeof alsoWritten === "function" ? alsoWritten(identity.caseId) : alsoWritten;
      try {
        return await this.create(beginFile(matter, identity, procedure, now), [...also, write]);
      } catch (error) {
        if (!(error instanceof ConditionFailed) || error.failed.some((index) => index < also.length)) throw error;
      }
    }
    throw new TryAgain(`Others of ${organisation} kept taking numbers.`);
  }

  /**
   * Decides on the case as it is, and writes what follows. When somebody else changed the case meanwhile, it decides again.
   * `also` is written in the same transaction, even when the command changes nothing. With `lettersAreMine` the letters that follow are
   * taken by the caller, who sends them at once, and nobody else does for `claimedForMs`.
   * @throws {UnknownCase} @throws {TryAgain} @throws {ConditionFailed} when one of `also` does not hold.
   */
  async execute(
    organisation: string,
    caseId: string,
    command: Command,
    also: readonly Write[] = [],
    lettersAreMine = false,
  ): Promise<Executed> {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const events = await this.events(organisation, caseId);
      if (events.length === 0) throw new UnknownCase(`There is no case ${caseId}.`);
      const dossier = replay(events);
      const decision = decide(command, dossier, this.procedure(organisation), this.now());
      if (!decision.ok) return { ok: false, dossier, refusal: decision.refusal };
      if (decision.events.length === 0 && also.length === 0) return { ok: true, dossier, events: [] };
      try {
        return {
          ok: true,
          dossier: await this.append(organisation, caseId, { dossier, events }, decision.events, also, lettersAreMine),
          events: decision.events,
        };
      } catch (error) {
        if (!(error instanceof ConditionFailed) || error.failed.some((index) => index < also.length)) throw error;
      }
    }
    throw new TryAgain(`Case ${caseId} kept changing.`);
  }

  /**
   * `also` stands first in the transaction, so that a failed condition tells whose it was. Measures that follow from the events get their
   * files in the same transaction; when their numbers were taken meanwhile, the whole fails like any other change of the case.
   */
  private async append(
    organisation: string,
    caseId: string,
    before: Before | undefined,
    events: readonly ComplaintEvent[],
    also: readonly Write[],
    lettersAreMine = false,
  ): Promise<Dossier> {
    const isKnown = before !== undefined && events.length > 0;
    const standing = isKnown ? await readStanding(this.items, organisation, caseId) : noStanding;
    const one = this.#written(organisation, caseId, before, standing, events, lettersAreMine);
    const arisen = await this.#filesOf(arising(events, one.dossier, this.procedure(organisation)), organisation);
    const must = [...also, ...one.must, ...arisen.must];
    await this.items.transact(withinOneTransaction(must, [...one.listed, ...arisen.listed]));
    return one.dossier;
  }

  /** All that is written of one file when these events happen to it. */
  #written(
    organisation: string,
    caseId: string,
    before: Before | undefined,
    standing: Standing,
    events: readonly ComplaintEvent[],
    lettersAreMine: boolean,
  ): FileWrites & { readonly dossier: Dossier } {
    const { secrets } = this.dependencies;
    const sealed = seal(events, before?.events.at(-1), this.now(), () => secrets.linkSecret());
    const dossier = sealed.reduce<Dossier | undefined>(evolve, before?.dossier);
    if (dossier === undefined) throw new ImpossibleHistory("A case has events.");
    const procedure = this.procedure(organisation);
    if (sealed.length === 0) return { dossier, must: [], listed: [] };
    const { counted, listed } = standingWrites(standing, [...(before?.events ?? []), ...sealed], dossier, procedure);
    const must = [
      ...sealed.map((one) => appendEvent(organisation, caseId, one)),
      { put: caseRow(dossier) },
      ...counted,
      ...sealed.flatMap((one) => promisesOf(one, dossier, procedure, secrets, lettersAreMine)),
    ];
    return { dossier, must, listed };
  }

  /** New files of measures, each with a number of its own. */
  async #filesOf(measures: readonly Measure[], organisation: string): Promise<FileWrites> {
    if (measures.length === 0) return { must: [], listed: [] };
    const procedure = this.procedure(organisation);
    const { secrets } = this.dependencies;
    const now = this.now();
    const year = yearOf(now, procedure.calendar.timeZone);
    const { numbers, write } = await nextNumbers(this.items, procedure, "measure", year, measures.length);
    const files = measures.map((measure, index) => {
      const identity = { caseId: secrets.id(), number: numbers[index] ?? "", replyKey: secrets.id() };
      const events = beginFile({ kind: "measure", measure }, identity, procedure, now);
      return this.#written(organisation, identity.caseId, undefined, noStanding, events, false);
    });
    return { must: [write, ...files.flatMap(({ must }) => must)], listed: files.flatMap(({ listed }) => listed) };
  }
}
