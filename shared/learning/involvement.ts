import { monthsIn } from "../domain/learning/overview-months.ts";
import { overviewSchema } from "../domain/learning/overview-schema.ts";
import type { Review } from "../domain/matter.ts";
import type { CaseStore } from "../store/cases.ts";
import { readRow } from "../store/register.ts";
import { filesIn } from "./closed-files.ts";

/** The files that a colleague is involved in, as far as figures can tell of them. */
export interface Involvement {
  /** Case ids of complaints, measures and signals. */
  readonly files: ReadonlySet<string>;
  /** The local months in which the complaints among them are counted, `2026-06`. */
  readonly months: ReadonlySet<string>;
}

export async function involvementOf(person: string, organisation: string, cases: CaseStore): Promise<Involvement> {
  const files = new Set(await Array.fromAsync(filesIn([`involved:${person}`], organisation, cases)));
  const rows = await Promise.all([...files].map((caseId) => readRow(cases.items, organisation, caseId)));
  return { files, months: new Set(rows.flatMap((row) => row?.month ?? [])) };
}

/** Whether a review looks back on any of it: a complaint of its period, or a measure or signal that its figures name. */
export function looksBackOn(
  { from, until, figures }: Pick<Review, "from" | "until" | "figures">,
  { files, months }: Involvement,
): boolean {
  const told = overviewSchema.safeParse(figures).data;
  const named = [...(told?.measures ?? []), ...(told?.signals ?? [])];
  return monthsIn(from, until).some((month) => months.has(month)) || named.some(({ caseId }) => files.has(caseId));
}

/** Whether the figures of a review tell of any of it, also in the months before its period. */
export function isCountedIn(review: Pick<Review, "from" | "until" | "figures">, involvement: Involvement): boolean {
  const trend = overviewSchema.safeParse(review.figures).data?.trend ?? [];
  return looksBackOn(review, involvement) || trend.some(({ month }) => involvement.months.has(month));
}
