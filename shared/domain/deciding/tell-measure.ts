import type { Dossier } from "../dossier.ts";
import type { EventOf } from "../events.ts";
import type { Procedure } from "../procedure.ts";
import { wishesToHear } from "../tasks/satisfaction.ts";
import { type Decision, done, nothing } from "./decision.ts";
import { queue } from "./letters.ts";

/** What we did with a complaint; `measureId` is the case id of the measure's file, `text` what the complainant reads. */
export interface TellMeasure {
  readonly measureId: string;
  readonly measureNumber: string;
  readonly text: string;
}

/** A complainant who wished so hears of each measure once. */
export function tellMeasure(
  { measureId, measureNumber, text }: TellMeasure,
  dossier: Dossier,
  procedure: Procedure,
): Decision {
  const told = dossier.toldMeasures.some((one) => one.measureId === measureId);
  if (told || dossier.complainant === undefined || !wishesToHear(dossier)) return nothing;
  return done([
    { type: "MeasureTold", facts: { measureId, measureNumber }, private: { text } },
    ...queue([{ letter: "you-said-we-did", to: "complainant", measureId }], dossier, procedure),
  ]);
}

/** Whether an answer gives something to tell: a measure is done, or a complainant says that they wish to hear of them. */
export function isToTell({ kind, outcome, answer }: EventOf<"TaskAnswered">["facts"]): boolean {
  return (kind === "report-measure" && outcome === "done") || (kind === "satisfaction" && answer["tellMe"] === "yes");
}
