import type { Chart } from "../charts/chart.ts";

/** A cell of a table; one with a case id may lead to that file. */
export type Cell = string | { readonly text: string; readonly caseId: string };

export interface Table {
  readonly caption: string;
  /** The first column holds the names of the rows. */
  readonly head: readonly [string, ...string[]];
  readonly rows: readonly (readonly Cell[])[];
  /** The last row adds up the others. */
  readonly withTotal?: boolean;
  /** Columns from the second on are words rather than numbers. */
  readonly words?: boolean;
}

/** A drawing of numbers that also stand in the first table of its section. */
export interface Figure {
  readonly chart: Chart;
  /** What it shows, for who cannot see it. */
  readonly alt: string;
}

/** Words of somebody: shown as they were written. */
export interface Quoted {
  readonly from: string;
  readonly text: string;
}

/** One part of the overview, the same on the page and in the PDF. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly figure?: Figure;
  readonly tables: readonly Table[];
  readonly quotes?: readonly Quoted[];
}
