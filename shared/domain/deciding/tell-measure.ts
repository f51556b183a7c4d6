import type { Dossier } from "../dossier.ts";
import type { Procedure } from "../procedure.ts";
import { type Decision, done, nothing } from "./decision.ts";
import { queue } from "./letters.ts";

/** What we did with a complaint; `measureId` is the case id of the measure's file, `text` what the complainant reads. */
export interface TellMeasure {
  readonly measureId: string;
  readonly measureNumber: string;
  readonly text: string;
}

/** A complainant hears of each measure once. */
export function tellMeasure(
  { measureId, measureNumber, text }: TellMeasure,
  dossier: Dossier,
  procedure: Procedure,
): Decision {
  const told = dossier.toldMeasures.some((one) => one.measureId === measureId);
  if (told || dossier.complainant === undefined) return nothing;
  return done([
    { type: "MeasureTold", facts: { measureId, measureNumber }, private: { text } },
    ...queue([{ letter: "you-said-we-did", to: "complainant", measureId }], dossier, procedure),
  ]);
}
