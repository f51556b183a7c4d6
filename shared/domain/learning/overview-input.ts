import type { Instant } from "../../ports.ts";
import type { Measure, MeasureType, Signal } from "../matter.ts";
import type { Party } from "../party.ts";

/** By what the effect of a measure is counted: complaints of one category, cause or course. */
export type Counted = NonNullable<Measure["counted"]>;

/** A measure as an overview needs it: codes and dates, no words about people. */
export interface MeasureSeen {
  readonly caseId: string;
  readonly number: string;
  readonly measureType: MeasureType;
  readonly source: Measure["source"];
  readonly owner: Party;
  readonly agreedAt: Instant;
  readonly dueAt: Instant;
  readonly status: "open" | "done" | "kept" | "dropped";
  /** When it was carried out, as reported, or dropped. */
  readonly endedAt?: Instant;
  readonly counted?: Counted;
  /** What the owner of learning judged after three and six months; oldest first. */
  readonly judgments: readonly ("helped" | "partly" | "not-helped")[];
}

/** A signal as an overview needs it: never whom it is about. */
export interface SignalSeen {
  readonly caseId: string;
  readonly number: string;
  readonly rule: Signal["rule"];
  readonly dimension: Signal["dimension"];
  /** Of a category, cause, course or duty. */
  readonly code?: string;
  readonly raisedAt: Instant;
  /** Complaints behind it. */
  readonly count: number;
  /** What the owner of learning decided; absent while it waits. */
  readonly answer?: "measures" | "watch" | "nothing";
}

/** What people wrote in a review. It stands beside the overview and not in it, so that it can be erased. */
export interface ReviewWords {
  readonly checkNote?: string;
  readonly analysis?: string;
  /** The advice to the director (B4). */
  readonly adviceMemo?: string;
  readonly decisions?: readonly {
    readonly proposal: string;
    /** Absent while nobody decided on it. */
    readonly accepted?: boolean;
    readonly why?: string;
  }[];
  readonly evaluation?: { readonly works: string; readonly change?: string };
  readonly directorNote?: string;
}

/** What the texts beside an overview are: the review's, and the words of each measure by its number. */
export interface OverviewWords {
  readonly review?: ReviewWords;
  readonly measures?: Readonly<Record<string, string>>;
}
