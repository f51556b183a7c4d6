import { z } from "zod";
import { phases } from "../tasks/task-kind.ts";

/**
 * What the intake officer took it for: only a `complaint` is counted as one. `undecided` until somebody assessed it (A8, A23).
 */
export const registerKinds = ["complaint", "advice", "not-a-complaint", "undecided"] as const;

/** Whom a complaint is about: a colleague, or somebody who works for the house from outside. */
export const respondentKinds = ["colleague", "other"] as const;

const moment = z.iso.datetime();
const mark = z.number().int().min(1).max(5);

/** What one side was asked afterwards (B35): without `score` they did not answer. */
const asked = z.object({ score: mark.optional(), heard: mark.optional() }).readonly();

const code = z.string().optional();

/** One complaint in the register, as it is kept. */
export const registerRowSchema = z
  .object({
    organisation: z.string(),
    caseId: z.string(),
    number: z.string(),
    kind: z.enum(registerKinds),
    status: z.enum(["open", "closed"]),
    channel: z.string(),
    filedAt: moment,
    /** Local month of filing, `2026-06`: where it is counted. */
    month: z.string(),
    category: code,
    cause: code,
    finding: code,
    severity: code,
    claim: code,
    /** The way that was chosen, as an outcome of the task `assess`. */
    takenUp: code,
    outcome: code,
    /** The course as `courseKey` spells it, and as it was written last. */
    course: code,
    courseName: code,
    respondentKinds: z.array(z.enum(respondentKinds)).readonly(),
    closedAt: moment.optional(),
    withdrawn: z.boolean(),
    reopened: z.boolean(),
    /** Whole days in each phase that ended. */
    daysIn: z.partialRecord(z.enum(phases), z.number().int()).readonly(),
    /** How each duty stood in the end, by its id; absent while the case is open. */
    duties: z
      .record(z.string(), z.enum(["met", "late", "open", "not-applicable"]))
      .readonly()
      .optional(),
    /** Why the outcome came later, each reason once. */
    delayWhy: z.array(z.string()).readonly(),
    satisfaction: z.object({ complainant: asked.optional(), respondents: z.array(asked).readonly() }).readonly(),
    /** How many measures and promises came of it. */
    measures: z.number().int(),
  })
  .readonly();

/**
 * One complaint in the register (A23, A24, B10, B11): codes, dates and numbers only, never names of people, so that it stays as it is when
 * personal data are erased.
 */
export type RegisterRow = z.infer<typeof registerRowSchema>;
