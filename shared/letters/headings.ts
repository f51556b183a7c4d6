import { type Block, heading } from "./content.ts";
import type { LetterContext } from "./letter-context.ts";

/** The questions that a letter answers, in the same words in every letter. */
export const whatWeDo = ({ language }: LetterContext): Block =>
  heading({ nl: "Wat gaan wij nu doen?", en: "What do we do now?" }[language]);
export const whatYouCanDo = ({ language }: LetterContext): Block =>
  heading({ nl: "Wat kunt u doen?", en: "What can you do?" }[language]);
export const ifYouDoNothing = ({ language }: LetterContext): Block =>
  heading({ nl: "Wat als u niets doet?", en: "What if you do nothing?" }[language]);
export const nothingDecided = ({ language }: LetterContext): Block =>
  heading({ nl: "Er is nog niets besloten", en: "Nothing has been decided" }[language]);
export const yourRights = ({ language }: LetterContext): Block =>
  heading({ nl: "Uw rechten", en: "Your rights" }[language]);
