import { Temporal } from "temporal-polyfill";
import { localDay } from "../domain/calendar.ts";
import { measureSeen } from "../domain/learning/measure-seen.ts";
import { monthOf, monthsFrom } from "../domain/learning/overview-months.ts";
import {
  firstMonthSeen,
  type Known,
  type Pattern,
  type PatternId,
  patterns,
  type SeenCase,
} from "../domain/learning/patterns.ts";
import type { Signal } from "../domain/matter.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Totals } from "../domain/register/totals.ts";
import { ConditionFailed, type Instant } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { patternSort } from "../store/keys.ts";
import { entriesOfMonth, type RegisterEntry } from "../store/register.ts";
import { forgetPattern, patternTold, type ToldPattern, toldPatterns } from "../store/round-notes.ts";
import { readTotals } from "../store/totals.ts";
import { filesIn } from "./closed-files.ts";
import { eachFile } from "./each-file.ts";

/** Longer than any rule looks back. After it nothing is left that tells whom a pattern was about. */
const monthsRemembered = 15;

/**
 * Raises a signal for every pattern that nobody was told of, each with the task to look into it (B36). A pattern that was told is told again
 * only by as many complaints that came after somebody dealt with it. Doing it again on the same day raises nothing. One pattern that fails
 * does not stop the others. @throws {RoundIncomplete}
 */
export async function raiseSignals(organisation: string, { cases }: { readonly cases: CaseStore }): Promise<void> {
  const procedure = cases.procedure(organisation);
  const now = cases.now();
  const told = await toldPatterns(cases.items, organisation);
  const month = monthOf(localDay(now, procedure.calendar.timeZone));
  const totals = await readTotals(cases.items, organisation, "", month);
  const months = monthsFrom(firstMonthSeen(procedure, now), month);
  const seen = {
    cases: isEnough(totals, months, procedure) ? await casesOf(organisation, months, cases) : [],
    totals,
    now,
    procedure,
  };
  const settled = new Map<string, Known>();
  const settle = async (found: Pattern): Promise<void> => {
    const place = patternSort(found);
    const before = told.get(place);
    if (before === undefined) return;
    // As long as it cannot be read how that stands, it is not told again.
    settled.set(place, { until: before.until, pending: true });
    settled.set(place, await standing(organisation, before, cases));
  };
  const known = (id: PatternId) => settled.get(patternSort(id)) ?? knownBy(told.get(patternSort(id)));
  const steps = [
    () => eachFile(patterns({ ...seen, known: (id) => knownBy(told.get(patternSort(id))) }), settle),
    () =>
      eachFile(patterns({ ...seen, known }), (found) =>
        raise(organisation, found, told.get(patternSort(found)), cases),
      ),
    () => forget(organisation, told, now, cases),
  ];
  await eachFile(steps, (step) => step());
}

const knownBy = (told: ToldPattern | undefined): Known | undefined => told && { until: told.until, pending: false };

/** With fewer complaints than any rule wants, there is no need to look at them. */
function isEnough(totals: Totals, months: readonly string[], { learning: { signals } }: Procedure): boolean {
  const complaints = months.reduce((sum, month) => sum + (totals.months[month]?.["complaints"] ?? 0), 0);
  return complaints >= Math.min(signals.repeated.count, signals.late.count, signals.rise.atLeast);
}

async function casesOf(organisation: string, months: readonly string[], { items }: CaseStore) {
  const found: SeenCase[] = [];
  for (const month of months) {
    for await (const entry of entriesOfMonth(items, organisation, month)) {
      if (entry.row.kind === "complaint") found.push(seenCase(entry));
    }
  }
  return found;
}

function seenCase({ row, people }: RegisterEntry): SeenCase {
  const { caseId, filedAt, category, cause, course, duties = {} } = row;
  const late = Object.entries(duties).flatMap(([id, status]) => (status === "late" ? [id] : []));
  return {
    caseId,
    filedAt,
    category,
    cause,
    course,
    client: people?.client,
    respondents: people?.respondents ?? [],
    late,
  };
}

/** How it stands with a pattern that was told: looked into or not, and whether what was decided has been done. */
async function standing(organisation: string, { until, caseId }: ToldPattern, cases: CaseStore): Promise<Known> {
  const signal = await cases.load(organisation, caseId);
  if (signal.status === "open") return { until, pending: true };
  const moments = [until, signal.closedAt];
  for await (const measureId of filesIn([`from:${caseId}`], organisation, cases)) {
    const measure = measureSeen(await cases.load(organisation, measureId), cases.procedure(organisation));
    if (measure?.status === "open") return { until, pending: true };
    if (measure?.endedAt !== undefined) moments.push(measure.endedAt);
  }
  return { until: moments.sort().at(-1) ?? until, pending: false };
}

async function raise(
  organisation: string,
  found: Pattern,
  before: ToldPattern | undefined,
  cases: CaseStore,
): Promise<void> {
  try {
    await cases.openSignal(organisation, signalOf(found), (caseId) => [
      patternTold(organisation, found, { until: found.until, caseId }, before),
    ]);
  } catch (error) {
    // Another round told it at the same moment.
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** Whom it is about is named in the words only, for those can be erased. */
function signalOf({ key, what, ...pattern }: Pattern): Omit<Signal, "shielded"> {
  switch (pattern.dimension) {
    case "client":
    case "respondent":
      return { ...pattern, ...(what !== undefined && { what }) };
    case "all":
      return pattern;
    case "category":
    case "cause":
    case "course":
    case "duty":
      return { ...pattern, code: key };
  }
}

async function forget(
  organisation: string,
  told: ReadonlyMap<string, ToldPattern>,
  now: Instant,
  cases: CaseStore,
): Promise<void> {
  const { timeZone } = cases.procedure(organisation).calendar;
  const before = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).subtract({ months: monthsRemembered });
  const moment = new Date(before.epochMilliseconds).toISOString();
  for (const [place, { until }] of told) {
    if (until < moment) await cases.items.transact([forgetPattern(organisation, place)]);
  }
}
