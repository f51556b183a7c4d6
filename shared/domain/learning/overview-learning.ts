import { localDay } from "../calendar.ts";
import type { Procedure } from "../procedure.ts";
import type { Text } from "../text.ts";
import type { OverviewQuestion } from "./overview.ts";
import { type Effect, effectOf } from "./overview-effect.ts";
import { unlessFew } from "./overview-groups.ts";
import type { Counted, MeasureSeen, SignalSeen } from "./overview-input.ts";
import { categoryLabel, causeLabel, courseLabel } from "./overview-labels.ts";
import { monthAfter, monthOf } from "./overview-months.ts";
import type { Overview, OverviewEffect, OverviewGroup, OverviewMeasure, OverviewSignal } from "./overview-schema.ts";
import { fewestShown } from "./small-groups.ts";

interface NamedGroups {
  readonly categories: readonly OverviewGroup[];
  readonly causes: readonly OverviewGroup[];
  readonly courses: readonly OverviewGroup[];
}

/** The signals that were raised in the period (B36), oldest first. */
export function signalsShown(question: OverviewQuestion, groups: NamedGroups): Overview["signals"] {
  const { signals, from, until, procedure } = question;
  const day = ({ raisedAt }: SignalSeen) => localDay(raisedAt, procedure.calendar.timeZone);
  return signals
    .filter((signal) => day(signal) >= from && day(signal) < until)
    .sort((one, other) => (one.raisedAt < other.raisedAt ? -1 : 1))
    .map((signal): OverviewSignal => {
      const { caseId, number, rule, dimension, raisedAt, count, answer } = signal;
      const label = signalLabel(signal, groups, procedure);
      return {
        caseId,
        number,
        rule,
        dimension,
        ...(label && { label }),
        raisedAt,
        complaints: unlessFew(count),
        ...(answer && { answer }),
      };
    });
}

/** Named only where the overview names the group itself, or where the signal counts five or more: so a small group is not told by a signal. */
function signalLabel(
  { dimension, code, count }: SignalSeen,
  groups: NamedGroups,
  procedure: Procedure,
): Text | undefined {
  if (code === undefined) return undefined;
  if (dimension === "duty") return { nl: code, en: code };
  if (dimension !== "category" && dimension !== "cause" && dimension !== "course") return undefined;
  const counted = { dimension, value: code };
  return isNamed(counted, groups) || count >= fewestShown ? labelOf(counted, procedure) : undefined;
}

/** The measures that were agreed before the end of the period, and are open or ended within the year before that end; by due date. */
export function measuresShown(question: OverviewQuestion, groups: NamedGroups): Overview["measures"] {
  const { measures, until, procedure, now } = question;
  const day = (at: string) => localDay(at, procedure.calendar.timeZone);
  const lookedBack = `${monthAfter(monthOf(until), -12)}${until.slice(7)}`;
  return measures
    .filter(({ agreedAt, endedAt }) => day(agreedAt) < until && (endedAt === undefined || day(endedAt) >= lookedBack))
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
    .map((measure): OverviewMeasure => {
      const { caseId, number, measureType, source, owner, agreedAt, dueAt, endedAt, status, judgments } = measure;
      const judgment = judgments.at(-1);
      const effect = effectShown(measure, question, groups);
      return {
        caseId,
        number,
        measureType,
        source,
        owner,
        agreedAt,
        dueAt,
        status: status === "open" && dueAt < now ? "overdue" : status,
        ...(endedAt && { endedAt }),
        ...(judgment && { judgment }),
        ...(effect && { effect }),
      };
    });
}

/** Its numbers as the overview may show them. */
function effectShown(
  measure: MeasureSeen,
  { totals, now, procedure }: OverviewQuestion,
  groups: NamedGroups,
): OverviewEffect | undefined {
  const effect = effectOf(measure, totals, now, procedure);
  if (effect === undefined) return undefined;
  const { label, ...numbers } = effectToShow(effect, procedure);
  const { counted, before, after, notYetKnown } = effect;
  const named = counted !== undefined && (isNamed(counted, groups) || before >= fewestShown);
  return {
    ...numbers,
    ...(named && label && { label }),
    before: unlessFew(before),
    after: unlessFew(after),
    notYetKnown: unlessFew(notYetKnown),
  };
}

/** The numbers of a measure with the name of what was counted, for who judges it and may know. */
export function effectToShow(effect: Effect, procedure: Procedure): OverviewEffect {
  const { counted, before, monthsBefore, after, monthsAfter, notYetKnown, verdict } = effect;
  const numbers = { before, monthsBefore, after, monthsAfter, notYetKnown, verdict };
  if (counted === undefined) return { dimension: "all", ...numbers };
  return { dimension: counted.dimension, label: labelOf(counted, procedure), ...numbers };
}

function isNamed({ dimension, value }: Counted, { categories, causes, courses }: NamedGroups): boolean {
  const groups = { category: categories, cause: causes, course: courses }[dimension];
  return groups.some(({ code }) => code === value);
}

function labelOf({ dimension, value }: Counted, procedure: Procedure): Text {
  switch (dimension) {
    case "category":
      return categoryLabel(procedure)(value);
    case "cause":
      return causeLabel(procedure)(value);
    case "course":
      return courseLabel(value);
  }
}
