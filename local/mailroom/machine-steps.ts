import type { Language } from "../../shared/domain/text.ts";
import type { MachinePicture } from "./dependencies.ts";
import { stepWords } from "./step-words.ts";

/** The steps that an execution is in, as people name them: `Assess` for `Assess: await answer`. */
export function stepsNow(
  states: readonly string[],
  picture: MachinePicture | undefined,
  language: Language,
): readonly string[] {
  const stepOf = (state: string) => picture?.nodes.find((node) => node.states.includes(state))?.id ?? state;
  return [...new Set(states.map(stepOf))].map((step) => stepWords(step, language));
}
