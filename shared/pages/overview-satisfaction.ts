import { barsChart } from "../charts/bars-chart.ts";
import type { OverviewSurvey } from "../domain/learning/overview-schema.ts";
import type { Language, Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import type { Section } from "./overview-section.ts";
import type { OverviewToTell } from "./overview-sections.ts";
import { countInWords, numberInWords, shareInWords } from "./overview-words.ts";

const sides = [
  { side: "complainant", name: { nl: "Klagers", en: "Complainants" } },
  { side: "respondent", name: { nl: "De ander", en: "The other side" } },
] as const satisfies readonly { side: "complainant" | "respondent"; name: Text }[];

/** What both sides thought of it afterwards (B18, B35). */
export function satisfactionSection({ overview, language }: OverviewToTell): readonly Section[] {
  const say = speaking(language);
  const asked = sides.map(({ side, name }) => ({ name: say(name), survey: overview.satisfaction[side] }));
  if (asked.every(({ survey }) => survey.asked === 0 || survey.asked === null)) return [];
  const { scores } = overview.satisfaction.complainant;
  const given = scores.reduce((sum, { count }) => sum + count, 0);
  return [
    {
      id: "satisfaction",
      title: say({ nl: "Hoe tevreden men was", en: "How satisfied people were" }),
      paragraphs: [
        say({
          nl: "Cijfers gaan van 1 (heel ontevreden) tot 5 (heel tevreden). Bij minder dan vijf antwoorden staat er geen cijfer.",
          en: "Scores go from 1 (very dissatisfied) to 5 (very satisfied). With fewer than five answers there is no score.",
        }),
      ],
      ...(scores.length > 0 && {
        figure: {
          chart: barsChart(
            scores.map((score) => ({
              label: scoreInWords(score, language),
              value: score.count,
              shown: `${numberInWords(score.count, language)} (${shareInWords(score.count, given, language)})`,
            })),
          ),
          alt: say({
            nl: `Hoe vaak klagers elk cijfer gaven: ${scores.map((score) => `${scoreInWords(score, "nl")} ${score.count} keer`).join(", ")}.`,
            en: `How often complainants gave each score: ${scores.map((score) => `${scoreInWords(score, "en")} ${score.count} times`).join(", ")}.`,
          }),
        },
      }),
      tables: [
        {
          caption: say({ nl: "Antwoorden achteraf", en: "Answers afterwards" }),
          head: [
            say({ nl: "Wie", en: "Who" }),
            say({ nl: "Gevraagd", en: "Asked" }),
            say({ nl: "Antwoord", en: "Answered" }),
            say({ nl: "Deel", en: "Share" }),
            say({ nl: "Tevreden", en: "Satisfied" }),
            say({ nl: "Gehoord", en: "Heard" }),
          ],
          rows: asked
            .filter(({ survey }) => survey.asked !== 0)
            .map(({ name, survey }) => [name, ...cells(survey, language)]),
        },
        ...asked
          .filter(({ survey }) => survey.scores.length > 0)
          .map(({ name, survey }) => ({
            caption: say({ nl: `Welke cijfers: ${name}`, en: `Which scores: ${name}` }),
            head: [say({ nl: "Cijfer", en: "Score" }), say({ nl: "Aantal", en: "Number" })] as const,
            rows: survey.scores.map((score) => [scoreInWords(score, language), numberInWords(score.count, language)]),
          })),
      ],
    },
  ];
}

function cells({ asked, answered, rate, mean, heard }: OverviewSurvey, language: Language): readonly string[] {
  const number = (value: number | null) => (value === null ? "–" : numberInWords(value, language));
  return [
    countInWords(asked, language),
    countInWords(answered, language),
    rate === null ? "–" : shareInWords(rate, 1, language),
    number(mean),
    number(heard),
  ];
}

function scoreInWords({ from, to }: OverviewSurvey["scores"][number], language: Language): string {
  if (from === to) return String(from);
  return speaking(language)({ nl: `${from} tot en met ${to}`, en: `${from} to ${to}` });
}
