import type { ControlPoint } from "../domain/learning/control-chart.ts";
import type { Effect } from "../domain/learning/overview-effect.ts";
import type { MeasureSeen } from "../domain/learning/overview-input.ts";
import type { Overview } from "../domain/learning/overview-schema.ts";
import type { Instant } from "../ports.ts";

/** Another file by its number; `href` where the reader can open it from this page. */
export interface FileSeen {
  readonly caseId: string;
  readonly number: string;
  readonly href?: string | undefined;
}

/** A measure that has to do with a file: how it stands, and in words what it is; the words are empty once erased. */
export interface MeasureShown extends MeasureSeen, FileSeen {
  readonly text: string;
}

/** What the complainant was promised, as they may know it. */
export interface PromiseShown extends Pick<MeasureSeen, "dueAt" | "status"> {
  readonly caseId: string;
  /** What was promised; empty once erased. */
  readonly text: string;
  /** The day that was promised at first. */
  readonly promisedFor: Instant;
  /** When it was kept, or was given up. */
  readonly endedAt: Instant | undefined;
}

/**
 * What other files tell of this one, gathered for its reader: nothing of a file that is kept from them is in it, and counts are without the
 * complaints in which they are involved.
 */
export interface BehindFile {
  /** The complaints behind a measure or a pattern, oldest first. */
  readonly cases: readonly FileSeen[];
  /** The file that a measure came from. */
  readonly source?: FileSeen | undefined;
  /** Complaints before and after a measure that was carried out. */
  readonly effect?: Effect | undefined;
  /** Complaints of the same kind per month, up to the month in which a pattern was seen. */
  readonly months: readonly ControlPoint[];
  /** Measures: those that came from a complaint or a pattern; in a review those that are open or that its overview tells of. */
  readonly measures: readonly MeasureShown[];
  /** The figures of a review without what its reader is involved in, where those that it began with tell of that. */
  readonly ownFigures?: Overview | undefined;
  /** At the desk: the overview of the months of a review with the figures of today, on a page and as a PDF. */
  readonly overviewToday?: { readonly page: string; readonly pdf: string } | undefined;
  /** For the complainant alone. */
  readonly promises: readonly PromiseShown[];
}

export const nothingBehind: BehindFile = { cases: [], months: [], measures: [], promises: [] };
