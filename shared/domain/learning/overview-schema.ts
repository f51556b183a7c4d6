import { z } from "zod";
import { measureFacts, type Review, signalFacts } from "../matter.ts";
import { party } from "../party.ts";
import { text } from "../text.ts";
import { verdicts } from "./before-and-after.ts";

const count = z.number().int().nonnegative();
/** `null`: one to four. */
const fewHidden = count.nullable();
const instant = z.iso.datetime();
const day = z.iso.date();
const month = z.string().regex(/^\d{4}-\d{2}$/);

/** `code: null`: the small groups together; `?`: not recorded, or not known yet. */
const group = z.object({ code: z.string().nullable(), label: text, count }).readonly();
export type OverviewGroup = z.infer<typeof group>;
const groups = z.array(group).readonly();

const trendPoint = z
  .object({
    month,
    inPeriod: z.boolean(),
    count,
    /** What is usual, by the months before; absent with too little history. */
    usual: z.object({ mean: z.number(), limit: count }).readonly().optional(),
    rise: z.boolean(),
  })
  .readonly();

const combinations = z
  .object({
    cells: z
      .array(z.object({ category: z.string().nullable(), cause: z.string().nullable(), count }).readonly())
      .readonly(),
    /** Complaints in combinations that are too small to show. */
    others: count,
  })
  .readonly();

const dutyResult = z
  .object({
    id: z.string(),
    text,
    /** Set where a clock of the case stands for it. */
    clock: z.enum(["receipt", "response", "decision"]).optional(),
    applicable: count,
    /** `null` for both where it applied to fewer than five, or where one of the two is one to four: the other would tell which. */
    met: count.nullable(),
    late: count.nullable(),
    /** Which of the two is one to four, where it applied to five or more; the late ones where both are. */
    few: z.enum(["met", "late"]).optional(),
  })
  .readonly();
export type OverviewDuty = z.infer<typeof dutyResult>;

const phaseDays = z
  .object({
    phase: z.string(),
    complaints: fewHidden,
    /** On average; `null` for fewer than five complaints. */
    days: z.number().nullable(),
  })
  .readonly();

const survey = z
  .object({
    asked: fewHidden,
    /** `null`, too, where fewer than five were asked. */
    answered: fewHidden,
    /** Of 1. `null` where fewer than five answered, as are the means. */
    rate: z.number().nullable(),
    mean: z.number().nullable(),
    heard: z.number().nullable(),
    /** From the lowest score up; neighbours together until five gave them. */
    scores: z.array(z.object({ from: count, to: count, count }).readonly()).readonly(),
  })
  .readonly();
export type OverviewSurvey = z.infer<typeof survey>;

const signal = z
  .object({
    caseId: z.string(),
    number: z.string(),
    rule: signalFacts.rule,
    dimension: signalFacts.dimension,
    /** Named only where the overview names this group anyway, and for duties. */
    label: text.optional(),
    raisedAt: instant,
    complaints: fewHidden,
    answer: z.enum(["measures", "watch", "nothing"]).optional(),
  })
  .readonly();
export type OverviewSignal = z.infer<typeof signal>;

const effect = z
  .object({
    dimension: z.enum(["category", "cause", "course", "all"]),
    label: text.optional(),
    before: fewHidden,
    monthsBefore: count,
    after: fewHidden,
    monthsAfter: count,
    /** Complaints from after it that are still open and may turn out to be of this kind. */
    notYetKnown: fewHidden,
    verdict: z.enum(verdicts),
  })
  .readonly();

const measure = z
  .object({
    caseId: z.string(),
    number: z.string(),
    measureType: measureFacts.measureType,
    source: measureFacts.source,
    owner: party,
    agreedAt: instant,
    dueAt: instant,
    status: z.enum(["open", "overdue", "done", "kept", "dropped"]),
    endedAt: instant.optional(),
    judgment: z.enum(["helped", "partly", "not-helped"]).optional(),
    effect: effect.optional(),
  })
  .readonly();
export type OverviewEffect = z.infer<typeof effect>;
export type OverviewMeasure = z.infer<typeof measure>;

/** The figures of a period as they are kept in a review: codes, numbers and the house's own labels, nothing about one person. */
export const overviewSchema = z
  .object({
    organisation: z.string(),
    procedureVersion: z.number().int(),
    /** Local dates; `from` belongs to it, `until` does not. */
    from: day,
    until: day,
    madeAt: instant,
    complaints: count,
    closed: count,
    open: count,
    /** `null`, too, where there were fewer than five complaints in all. */
    withdrawn: fewHidden,
    serious: fewHidden,
    /** Counted apart: not assessed yet, and what was no complaint. */
    undecided: count,
    advice: count,
    notComplaints: count,
    trend: z.array(trendPoint).readonly(),
    categories: groups,
    causes: groups,
    combinations,
    courses: groups,
    respondents: groups,
    channels: groups,
    findings: groups,
    outcomes: groups,
    duties: z.array(dutyResult).readonly(),
    phases: z.array(phaseDays).readonly(),
    delays: groups,
    satisfaction: z.object({ complainant: survey, respondent: survey }).readonly(),
    signals: z.array(signal).readonly(),
    measures: z.array(measure).readonly(),
  })
  .readonly();
export type Overview = z.infer<typeof overviewSchema>;

/** The figures as a review keeps them in its first event. */
export function figuresOf(overview: Overview): Review["figures"] {
  return z.json().parse(overview);
}
