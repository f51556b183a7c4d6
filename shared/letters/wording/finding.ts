import { catalogue } from "../../domain/tasks/catalogue.ts";
import type { Language } from "../../domain/text.ts";

/** Whether a complaint was found true, in the words of the form on which it was recorded; the code itself when that form changed. */
export function findingInWords(finding: string, language: Language): string {
  const control = catalogue["establish-facts"].fields.find(({ name }) => name === "finding")?.control;
  const options = control?.type === "choice" && "options" in control ? control.options : [];
  return options.find(({ id }) => id === finding)?.label[language] ?? finding;
}
