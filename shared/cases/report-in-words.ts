import type { Report } from "../domain/events.ts";
import type { Language, Text } from "../domain/text.ts";

/** Each question with its answer, as far as there is one (A14). */
export function reportInWords({ course, talked, tried }: Report, language: Language): readonly string[] {
  const answer = (question: Text, given: string | undefined) =>
    given === undefined ? [] : [`${question[language]}\n${given}`];
  return [
    ...answer({ nl: "Welke training of cursus:", en: "Which course:" }, course),
    ...answer(
      { nl: "Al contact gehad met de persoon over wie het gaat:", en: "In touch already with the person it is about:" },
      talked === undefined ? undefined : yesOrNo[talked][language],
    ),
    ...answer({ nl: "Wat er al is geprobeerd:", en: "What was tried already:" }, tried),
  ];
}

const yesOrNo = { yes: { nl: "ja", en: "yes" }, no: { nl: "nee", en: "no" } } as const;
