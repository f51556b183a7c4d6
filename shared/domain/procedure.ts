import { z } from "zod";
import { period } from "./calendar.ts";
import { inconsistencies, type Mistake } from "./procedure-checks.ts";
import { responsibilities, type TaskKindId, taskKindIds } from "./tasks/task-kind.ts";
import { language, text } from "./text.ts";

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "use small letters, digits and hyphens, beginning with a letter");
const emailAddress = z.email();

/** A duty of a written procedure: `A16`, `B20`; or `house` for what the organisation set for itself. */
const dutyId = z.string().regex(/^([AB][1-9][0-9]?|house)$/, "name the duty (A1-A30, B1-B38) or `house`");

const person = z
  .object({ id, name: z.string().min(1), email: emailAddress, language: language.optional() })
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

const named = z.object({ id, label: text }).strict().readonly();

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
        website: z.url(),
        phone: z.string().min(1),
        /** Where a complainant can go who does not agree with the outcome. */
        afterwards: text,
      })
      .strict()
      .readonly(),
    people: z.array(person).min(1).readonly(),
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
    branches: z
      .object({
        /** After the facts: the owner gives a binding judgment (A22), or solves the complaint (B18). */
        handling: z.enum(["judgment", "solution"]),
      })
      .strict()
      .readonly(),
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
  const problems = inconsistencies(parsed.data, taskKindsOf(parsed.data));
  if (problems.length > 0) throw new InvalidProcedure(file, problems);
  return parsed.data;
}

/** The kinds of task on this procedure's path: one way of handling is its own, the other does not exist for it. */
export function taskKindsOf(procedure: Pick<Procedure, "branches">): readonly TaskKindId[] {
  const absent = procedure.branches.handling === "judgment" ? "solve" : "give-judgment";
  return taskKindIds.filter((kind) => kind !== absent);
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
