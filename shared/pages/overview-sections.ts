import type { OverviewWords } from "../domain/learning/overview-input.ts";
import type { Overview } from "../domain/learning/overview-schema.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import { about, findings } from "./overview-about.ts";
import { howWeCount } from "./overview-how-we-count.ts";
import { measuresSection, reviewSection, signalsSection } from "./overview-learning.ts";
import { daysSection, onTimeSection } from "./overview-on-time.ts";
import { satisfactionSection } from "./overview-satisfaction.ts";
import type { Section } from "./overview-section.ts";
import { inShort, trendSection } from "./overview-trend.ts";

/** Everything that the parts of an overview are written from. */
export interface OverviewToTell {
  readonly overview: Overview;
  readonly words?: OverviewWords | undefined;
  readonly procedure: Procedure;
  readonly language: Language;
}

/** The overview part by part (A25, B31, B33): the page and the PDF both show these, so they never differ. */
export function overviewSections(the: OverviewToTell): readonly Section[] {
  return [
    inShort(the),
    trendSection(the),
    ...about(the),
    ...findings(the),
    ...onTimeSection(the),
    ...daysSection(the),
    ...satisfactionSection(the),
    signalsSection(the),
    measuresSection(the),
    ...reviewSection(the),
    howWeCount(the),
  ];
}
