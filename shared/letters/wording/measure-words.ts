import type { Measure, MeasureType } from "../../domain/matter.ts";
import { measureTypeOptions } from "../../domain/tasks/measure-fields.ts";
import type { Text } from "../../domain/text.ts";

/** What kind of measure it is, as on the form where it was agreed on. */
export function measureTypeInWords(type: MeasureType): Text {
  const option = measureTypeOptions.find(({ id }) => id === type);
  return option?.label ?? { nl: "Belofte aan een klager", en: "Promise to a complainant" };
}

/** Where measures come from. */
export const measureSources: { readonly [Source in Measure["source"]]: Text } = {
  case: { nl: "Een klacht", en: "A complaint" },
  signal: { nl: "Een patroon in klachten", en: "A pattern in complaints" },
  review: { nl: "Een terugblik", en: "A review" },
  other: { nl: "Ergens anders vandaan", en: "From elsewhere" },
};
