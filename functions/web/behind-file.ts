import { localDay } from "../../shared/domain/calendar.ts";
import { mayOpen, seesAllCases } from "../../shared/domain/desk-rights.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { type ControlPoint, controlChart } from "../../shared/domain/learning/control-chart.ts";
import { measureSeen } from "../../shared/domain/learning/measure-seen.ts";
import { firstCounted, monthAfter, monthOf, monthsFrom } from "../../shared/domain/learning/overview-months.ts";
import { frozenOverview } from "../../shared/domain/learning/overview-of-review.ts";
import type { Overview } from "../../shared/domain/learning/overview-schema.ts";
import type { Review, Signal } from "../../shared/domain/matter.ts";
import { isStaff } from "../../shared/domain/party.ts";
import { measuresOf } from "../../shared/domain/register/listings-of.ts";
import { personIdOf } from "../../shared/domain/roles.ts";
import { mayReadFile } from "../../shared/domain/seats.ts";
import { involvementOf, isCountedIn } from "../../shared/learning/involvement.ts";
import { effectOfMeasure, overviewFor, totalsFor } from "../../shared/learning/make-overview.ts";
import {
  type BehindFile,
  type FileSeen,
  type MeasureShown,
  nothingBehind,
  type PromiseShown,
} from "../../shared/pages/behind-file.ts";
import { UnknownCase } from "../../shared/store/cases.ts";
import { listFiles } from "../../shared/store/listings.ts";
import type { OpenedLink } from "./opened-link.ts";
import type { CaseDependencies } from "./web-dependencies.ts";

/** As many measures from one file, or open at one time, as a page shows. */
const shownMeasures = 100;
/** As many months as a chart shows. */
const shownMonths = 13;

/** What other files tell of the opened one, for whoever opened it: without what is kept from them (A28, B36, B37). */
export async function behindFile(opened: OpenedLink, { cases }: CaseDependencies): Promise<BehindFile> {
  const { organisation, dossier, procedure } = opened;
  const { matter, caseId } = dossier;
  const reader = new Reader(opened, cases);
  switch (matter.kind) {
    case "complaint":
      return opened.by === "complainant"
        ? { ...nothingBehind, promises: await promisesTo(await listed(measuresOf(caseId))) }
        : !isStaff(opened.by)
          ? nothingBehind
          : { ...nothingBehind, measures: await reader.measures(await listed(measuresOf(caseId))) };
    case "measure": {
      const { sourceId } = matter.measure;
      const [source] = sourceId === undefined ? [] : await reader.files([sourceId]);
      const behind = await reader.files(matter.measure.cases);
      const effect = await effectOfMeasure(dossier, cases, reader.person);
      return { ...nothingBehind, cases: behind, source, effect };
    }
    case "signal":
      return {
        ...nothingBehind,
        cases: await reader.files(matter.signal.cases),
        months: await monthsOf(matter.signal),
        measures: await reader.measures(await listed(`from:${caseId}`)),
      };
    case "mail":
      return nothingBehind;
    case "review": {
      const told = frozenOverview(dossier)?.measures.map((one) => one.caseId) ?? [];
      const ids = [...new Set([...(await listed("measures-open")), ...told])];
      return {
        ...nothingBehind,
        measures: await reader.measures(ids),
        ownFigures: await reader.figures(matter.review),
        overviewToday: reader.overviewOf(matter.review),
      };
    }
  }

  async function listed(list: string): Promise<readonly string[]> {
    const { entries } = await listFiles(cases.items, organisation, { list, limit: shownMeasures });
    return entries.map((one) => one.caseId);
  }

  async function promisesTo(ids: readonly string[]): Promise<readonly PromiseShown[]> {
    const files = await Promise.all(ids.map((id) => cases.load(organisation, id)));
    return files.flatMap((one) => {
      const seen = measureSeen(one, procedure);
      if (one.matter.kind !== "measure" || seen?.measureType !== "promise") return [];
      const { dueAt, status, endedAt } = seen;
      const { text, dueAt: promisedFor } = one.matter.measure;
      return [{ caseId: one.caseId, text, promisedFor, dueAt, status, endedAt }];
    });
  }

  /** Complaints of the same kind in the months up to the pattern; none for a person or a client, of whom nobody keeps a count. */
  async function monthsOf(signal: Signal): Promise<readonly ControlPoint[]> {
    const name = numberOf(signal);
    if (name === undefined) return [];
    const last = monthOf(localDay(signal.until, procedure.calendar.timeZone));
    const { rise } = procedure.learning.signals;
    const totals = await totalsFor(
      organisation,
      monthAfter(last, -(shownMonths + rise.baselineMonths)),
      last,
      cases,
      reader.person,
    );
    const first = firstCounted(totals) ?? last;
    const series = monthsFrom(first, last).map((month) => ({ month, count: totals.months[month]?.[name] ?? 0 }));
    return controlChart(series, rise).slice(-shownMonths);
  }
}

/** The name of the number of a month that counts what the pattern is about. */
function numberOf({ dimension, code }: Signal): string | undefined {
  switch (dimension) {
    case "all":
      return "complaints";
    case "category":
    case "cause":
    case "course":
      return code === undefined ? undefined : `${dimension}:${code}`;
    case "client":
    case "respondent":
    case "duty":
      return undefined;
  }
}

/** Reads other files as the reader of this one may see them. */
class Reader {
  readonly person: string | undefined;

  constructor(
    private readonly opened: OpenedLink,
    private readonly cases: CaseDependencies["cases"],
  ) {
    this.person = isStaff(opened.by) ? personIdOf(opened.by, opened.procedure) : undefined;
  }

  async files(ids: readonly string[]): Promise<readonly FileSeen[]> {
    return (await this.#read(ids)).map((one) => this.#seen(one));
  }

  async measures(ids: readonly string[]): Promise<readonly MeasureShown[]> {
    return (await this.#read(ids)).flatMap((one) => {
      const seen = measureSeen(one, this.opened.procedure);
      const text = one.matter.kind === "measure" ? one.matter.measure.text : "";
      return seen === undefined ? [] : [{ ...seen, ...this.#seen(one), text }];
    });
  }

  /** The figures of a review without what the reader is involved in; `undefined` where its own do not tell of that. */
  async figures(review: Review): Promise<Overview | undefined> {
    const { organisation } = this.opened;
    if (this.person === undefined) return undefined;
    const involvement = await involvementOf(this.person, organisation, this.cases);
    if (!isCountedIn(review, involvement)) return undefined;
    const { from, until } = review;
    return (await overviewFor(organisation, from, until, { cases: this.cases }, this.person)).overview;
  }

  /** Where the reader finds the overview of the months of a review; nowhere away from the desk, or for who sees no overviews there. */
  overviewOf({ from, until }: Review): BehindFile["overviewToday"] {
    const { organisation, procedure, desk, language } = this.opened;
    const colleague = procedure.people.find(({ id }) => id === this.person);
    if (desk === undefined || colleague === undefined || !seesAllCases(colleague, procedure)) return undefined;
    const months = { from: monthOf(from), until: monthAfter(monthOf(until), -1) };
    const query = new URLSearchParams({ ...months, lang: language }).toString();
    const root = `/desk/${organisation}/overview`;
    return { page: `${root}?${query}`, pdf: `${root}.pdf?${query}` };
  }

  /** Those that the reader is not involved in, oldest first. */
  async #read(ids: readonly string[]): Promise<readonly Dossier[]> {
    const { organisation, by, procedure } = this.opened;
    const read = await Promise.all(ids.map((id) => this.cases.load(organisation, id).catch(unlessUnknown)));
    return read
      .filter((one) => one !== undefined)
      .filter((one) => mayReadFile(by, one, procedure))
      .toSorted((one, other) => one.registeredAt.localeCompare(other.registeredAt));
  }

  #seen(dossier: Dossier): FileSeen {
    const { organisation, procedure, desk } = this.opened;
    const { caseId, number } = dossier;
    const colleague = procedure.people.find(({ id }) => id === this.person);
    const opens = desk !== undefined && colleague !== undefined && mayOpen(colleague, dossier, procedure);
    return { caseId, number, ...(opens && { href: `/desk/${organisation}/case/${caseId}` }) };
  }
}

function unlessUnknown(error: unknown): undefined {
  if (!(error instanceof UnknownCase)) throw error;
}
