import type { z } from "zod";
import type { Dossier, Task } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { RegisterRow } from "../domain/register/register-row.ts";
import type { DutyTotal, measures, reviews, signals } from "./evidence-format.ts";

/** What of a file stands in an evidence pack, from its facts; the same facts give the same again when the pack is checked. */

type MeasurePart = z.infer<typeof measures>[number];
type SignalPart = z.infer<typeof signals>[number];
type ReviewPart = z.infer<typeof reviews>[number];

/** Changes to how things go or to what is taught; the other measures are about people. */
const notAboutPeople = ["process", "material"];

export function measurePart(dossier: Dossier): MeasurePart | undefined {
  if (dossier.matter.kind !== "measure") return undefined;
  const { measureType, source, owner, dueAt, cases, text } = dossier.matter.measure;
  const told = notAboutPeople.includes(measureType) && text !== "" ? { text } : {};
  const steps = dossier.tasks.map(stepOf);
  return { ...begun(dossier), measureType, source, owner, dueAt, cases: [...cases], steps, ...told };
}

export function signalPart(dossier: Dossier): SignalPart | undefined {
  if (dossier.matter.kind !== "signal") return undefined;
  const { rule, dimension, code, count, cases } = dossier.matter.signal;
  const about = { rule, dimension, ...(code !== undefined && { code }), count, cases: [...cases] };
  return { ...begun(dossier), ...about, steps: dossier.tasks.map(stepOf) };
}

export function reviewPart(dossier: Dossier): ReviewPart | undefined {
  if (dossier.matter.kind !== "review") return undefined;
  const { cycle, from, until, figures } = dossier.matter.review;
  const steps = dossier.tasks.map((task) => ({ ...stepOf(task), ...wordsOf(task) }));
  return { ...begun(dossier), cycle, from, until, figures, steps };
}

function begun(dossier: Dossier) {
  const { caseId, number, registeredAt: begunAt } = dossier;
  return { caseId, number, begunAt, ...(dossier.status === "closed" && { closedAt: dossier.closedAt }) };
}

function stepOf(task: Task) {
  const { kind, dueAt, status } = task;
  if (task.status !== "answered") return { kind, dueAt, status };
  const { answeredAt, by, answer } = task;
  return { kind, dueAt, status, answeredAt, by, outcome: answer.outcome, facts: { ...answer.facts } };
}

function wordsOf({ answer }: Task) {
  const words = answer?.private ?? {};
  return Object.keys(words).length === 0 ? {} : { words: { ...words } };
}

const statuses = ["met", "late", "open", "not-applicable"] as const;

/** The duty ledgers of these complaints together (A2, B12); those that are still open have none. */
export function dutyTotalsOf(rows: readonly RegisterRow[], { duties }: Procedure): DutyTotal[] {
  return duties.map(({ id, text, section }) => {
    const of = (status: (typeof statuses)[number]) => rows.filter((row) => row.duties?.[id] === status).length;
    const counts = { met: of("met"), late: of("late"), open: of("open"), "not-applicable": of("not-applicable") };
    return { id, text, section, ...counts };
  });
}
