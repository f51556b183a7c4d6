import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import type { Language, Text } from "../../shared/domain/text.ts";

/** How a complaint ended without a finding. */
const withoutFinding: ReadonlyMap<string, Text> = new Map([
  ["withdrawn", { nl: "ingetrokken", en: "withdrawn" }],
  ["referred", { nl: "verwezen", en: "referred" }],
  ["solved-at-first-contact", { nl: "meteen opgelost", en: "solved at first contact" }],
  ["solved-by-talking", { nl: "opgelost door te praten", en: "solved by talking" }],
  ["advice", { nl: "advies gegeven", en: "advice given" }],
]);

/** The last answer in each kind of file that is no complaint. */
const lastAsked = ["report-measure", "judge-effect", "look-into-signal", "look-at-mail", "acknowledge-review"] as const;

/** The fourth fact of a closed file in words (A24): the finding, how a complaint ended without one, or the last answer of another file. */
export function outcomeWords(outcome: string, language: Language): string {
  const control = catalogue["establish-facts"].fields.find(({ name }) => name === "finding")?.control;
  const findings = control?.type === "choice" && "options" in control ? control.options : [];
  const answers = lastAsked.flatMap((kind) => catalogue[kind].outcomes);
  const said = withoutFinding.get(outcome) ?? [...findings, ...answers].find(({ id }) => id === outcome)?.label;
  return said?.[language] ?? outcome;
}
