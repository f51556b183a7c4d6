import { z } from "zod";
import { period } from "./calendar.ts";
import { proofIds } from "./duties/proof-ids.ts";
import { cycles } from "./matter.ts";
import { inconsistencies, type Mistake } from "./procedure-checks.ts";
import { everyTaskKindOf } from "./tasks/catalogue.ts";
import { type Branch, phases, responsibilities, taskKindIds } from "./tasks/task-kind.ts";
import { language, languages, text } from "./text.ts";

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "use small letters, digits and hyphens, beginning with a letter");
const emailAddress = z.email();

/** A duty of the written procedure, as its list of duties names it: `A16`, `B20`; or `house` for what the organisation set for itself. */
const dutyId = z.string().regex(/^([A-Z][1-9][0-9]?|house)$/, "name a duty such as `A16`, or `house`");

/** Local dates, both included. */
const absence = z
  .object({ from: z.iso.date(), until: z.iso.date() })
  .strict()
  .refine(({ from, until }) => from <= until, { path: ["until"], message: "is before `from`" })
  .readonly();

const person = z
  .object({
    id,
    name: z.string().min(1),
    email: emailAddress,
    language: language.optional(),
    /** When somebody else takes their place. */
    absences: z.array(absence).readonly().optional(),
  })
  .strict()
  .readonly();

const role = z
  .object({
    id,
    title: text,
    holder: id,
    /** Takes over, and is told when a deadline passes. Somebody else than the holder. */
    deputy: id,
    /** The next role up, told when chasing does not help. Only the top role has none. */
    above: id.optional(),
  })
  .strict()
  .readonly();
export type Role = z.infer<typeof role>;

const warning = z
  .object({
    before: period.optional(),
    tell: z
      .array(z.enum(["owner", "director"]))
      .min(1)
      .readonly(),
  })
  .strict()
  .readonly();

const clock = z
  .object({
    id: z.enum(["receipt", "response", "decision"]),
    /** The obligation behind it, or that obligation's nearest neighbour for a house default. */
    duty: dutyId,
    /** Whether the written procedure sets it or the house does; pages say which. */
    basis: z.enum(["procedure", "house-default"]),
    period,
    /** When somebody is told that this clock runs out; without `before`, at the moment itself. */
    warnings: z.array(warning).min(1, "say who is told when this clock runs out").readonly(),
  })
  .strict()
  .readonly();
export type CaseClock = z.infer<typeof clock>;

/** An entry of a list to choose from. A retired one is not offered any more; what was chosen before keeps its label (B30). */
const named = z.object({ id, label: text, retired: z.boolean().optional() }).strict().readonly();

const count = z.number().int().min(2);
/** So many of the same within so many months, this one included. */
const repetition = z.object({ count, months: z.number().int().positive() }).strict().readonly();

/** How the organisation learns from all complaints together. */
const learning = z
  .object({
    /** What counts as a pattern that somebody looks into (B36). */
    signals: z
      .object({
        /** Complaints with the same cause, course, client or respondent. */
        repeated: repetition,
        /** More in a month than chance explains, seen over so many months before it, and at least so many. */
        rise: z
          .object({ baselineMonths: z.number().int().min(6), atLeast: count })
          .strict()
          .readonly(),
        /** The same term missed. */
        late: repetition,
      })
      .strict()
      .readonly(),
    /** When it looks back on a period (A25, B33); every one begins on the day after the period. */
    reviews: z.array(z.enum(cycles)).readonly(),
    /** When personal data of a closed file are erased, and how long before its owner is told. */
    retention: z.object({ after: period, announce: period }).strict().readonly(),
  })
  .strict()
  .readonly();

const duty = z
  .object({
    id: dutyId,
    /** Where the written procedure says so. */
    section: text,
    /** The obligation in our own words. */
    text,
    /** What shows in a case that it was carried out; `organisation` when no single case can show it. */
    proof: z.enum(proofIds),
  })
  .strict()
  .readonly();
export type Duty = z.infer<typeof duty>;

const branchFlags = z.object(mapBranches(() => z.boolean()));

function mapBranches<Value>(value: (branch: Branch) => Value): { readonly [One in Branch]: Value } {
  return {
    reportForm: value("reportForm"),
    talkFirst: value("talkFirst"),
    advice: value("advice"),
    consult: value("consult"),
    urgent: value("urgent"),
    session: value("session"),
    mediation: value("mediation"),
    confirmSolution: value("confirmSolution"),
    addressing: value("addressing"),
    independent: value("independent"),
    survey: value("survey"),
  };
}

const schema = z
  .object({
    id,
    version: z.number().int().positive(),
    house: z
      .object({
        name: z.string().min(1),
        /** Where complaints are mailed to; replies come to the same address with `+label`. */
        complaintsAddress: emailAddress,
        /** Begins every case number: `LW-2026-0001`. */
        numberPrefix: z.string().regex(/^[A-Z]{2,4}$/, "use two to four capitals"),
        language,
        /** The languages in which we write; a complainant who writes in another reads the house's own. */
        languages: z
          .array(language)
          .min(1)
          .readonly()
          .default([...languages]),
        website: z.url(),
        phone: z.string().min(1),
        /** Where a complainant can go who does not agree with the outcome. */
        afterwards: text,
      })
      .strict()
      .readonly(),
    people: z.array(person).min(1).readonly(),
    /** Who keeps this file and the installation; is told when mail to somebody comes back. No role in any case. */
    administrator: z
      .object({ name: z.string().min(1), email: emailAddress, language: language.optional() })
      .strict()
      .readonly(),
    roles: z.array(role).min(1).readonly(),
    /** Which role carries which responsibility. */
    responsibilities: z.record(z.enum(responsibilities), id),
    clocks: z.array(clock).readonly(),
    /** How long each task may take, with the obligation that asks for it. */
    tasks: z.partialRecord(
      z.enum(taskKindIds),
      z
        .object({ within: period, duty: dutyId, basis: z.enum(["procedure", "house-default"]) })
        .strict()
        .readonly(),
    ),
    /** What this procedure has and has not, and how it decides: by a binding judgment (A22), or by solving (B18). */
    branches: branchFlags
      .extend({ handling: z.enum(["judgment", "solution"]) })
      .strict()
      .readonly(),
    /** Roles that are told of every complaint and of its outcome (B15, B28). */
    copies: z.array(id).readonly(),
    /** Roles that the intake officer may consult (B8). */
    consultable: z.array(id).readonly(),
    /** When satisfaction is asked after closing, and from which score down somebody follows up (B35). */
    survey: z
      .object({ after: period, lowScore: z.number().int().min(1).max(5) })
      .strict()
      .readonly(),
    /** The steps that people see, in the procedure's own terms (A3, B2). */
    steps: z
      .array(
        z
          .object({ label: text, phases: z.array(z.enum(phases)).min(1).readonly() })
          .strict()
          .readonly(),
      )
      .min(1)
      .readonly(),
    /** Every obligation of the written procedure. */
    duties: z.array(duty).min(1).readonly(),
    learning,
    categories: z.array(named).min(1).readonly(),
    causes: z.array(named).min(1).readonly(),
    calendar: z
      .object({ timeZone: z.string().min(1), holidays: z.array(z.iso.date()).readonly() })
      .strict()
      .readonly(),
  })
  .strict()
  .readonly();

/** What an administrator writes in `procedures/<organisation>.ts`. */
export type ProcedureFile = z.input<typeof schema>;

/** One organisation's procedure, checked: every role, person and clock that is referred to exists. */
export type Procedure = z.output<typeof schema>;

/** A mistake in a procedure file: which file, which field, and why. */
export class InvalidProcedure extends Error {
  override readonly name = "InvalidProcedure";
  constructor(file: string, problems: readonly Mistake[]) {
    super([`${file} cannot be used:`, ...problems.map(({ field, reason }) => `  ${field}: ${reason}`)].join("\n"));
  }
}

/** @throws {InvalidProcedure} naming every mistake found, with file, field and reason. */
export function parseProcedure(file: string, content: unknown): Procedure {
  const parsed = schema.safeParse(content);
  if (!parsed.success) {
    throw new InvalidProcedure(
      file,
      parsed.error.issues.map((issue) => ({ field: fieldName(issue.path), reason: reasonOf(issue) })),
    );
  }
  const problems = inconsistencies(parsed.data, everyTaskKindOf(parsed.data));
  if (problems.length > 0) throw new InvalidProcedure(file, problems);
  return parsed.data;
}

function fieldName(path: readonly PropertyKey[]): string {
  const name = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return name.replace(/^\./, "") || "(the whole file)";
}

function reasonOf(issue: z.core.$ZodIssue): string {
  return issue.code === "invalid_type" && issue.input === undefined && /undefined/.test(issue.message)
    ? "is missing"
    : issue.message;
}
