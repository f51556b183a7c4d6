import { trendChart } from "../charts/trend-chart.ts";
import type { Overview } from "../domain/learning/overview-schema.ts";
import { fewestShown } from "../domain/learning/small-groups.ts";
import type { Language } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import type { Section, Table } from "./overview-section.ts";
import type { OverviewToTell } from "./overview-sections.ts";
import {
  complaintsInWords,
  countInWords,
  monthInWords,
  numberInWords,
  periodOfOverview,
  shortMonth,
} from "./overview-words.ts";

/** The counts that say how much there was, with what was no complaint counted apart. */
export function inShort({ overview, language }: OverviewToTell): Section {
  const say = speaking(language);
  const { complaints, closed, open, withdrawn, serious, undecided, advice, notComplaints } = overview;
  const count = (number: number | null) => countInWords(number, language);
  const table: Table = {
    caption: say({ nl: "Wat er binnenkwam", en: "What came in" }),
    head: [say({ nl: "Wat", en: "What" }), say({ nl: "Aantal", en: "Number" })],
    rows: [
      [say({ nl: "Klachten die binnenkwamen", en: "Complaints that came in" }), count(complaints + undecided)],
      [say({ nl: "waarvan nog niet beoordeeld", en: "of which not assessed yet" }), count(undecided)],
      [say({ nl: "Geteld als klacht", en: "Counted as a complaint" }), count(complaints)],
      [say({ nl: "waarvan afgesloten", en: "of which closed" }), count(closed)],
      [say({ nl: "waarvan nog open", en: "of which still open" }), count(open)],
      ...(complaints < fewestShown
        ? []
        : [
            [say({ nl: "waarvan ingetrokken", en: "of which withdrawn" }), count(withdrawn)],
            [say({ nl: "waarvan ernstig", en: "of which serious" }), count(serious)],
          ]),
      [say({ nl: "Vragen om advies", en: "Requests for advice" }), count(advice)],
      [say({ nl: "Complimenten en andere berichten", en: "Compliments and other messages" }), count(notComplaints)],
    ],
  };
  return {
    id: "in-short",
    title: say({ nl: "In het kort", en: "In short" }),
    paragraphs: [
      ...whatCameIn(overview, language),
      ...(advice + notComplaints > 0
        ? [
            say({
              nl: "Vragen om advies en complimenten tellen niet mee als klacht.",
              en: "Requests for advice and compliments do not count as complaints.",
            }),
          ]
        : []),
      ...fewInAll(overview, language),
    ],
    tables: [table],
  };
}

/** First how many there are, assessed or not: what waits must not read as nothing (A23). */
function whatCameIn(overview: Overview, language: Language): readonly string[] {
  const say = speaking(language);
  const { complaints, undecided } = overview;
  const period = periodOfOverview(overview, language);
  const all = complaints + undecided;
  if (all === 0) {
    return [say({ nl: `Er kwamen geen klachten binnen in ${period}.`, en: `No complaints came in: ${period}.` })];
  }
  const came = say({
    nl: `Er ${all === 1 ? "kwam" : "kwamen"} ${complaintsInWords(all, "nl")} binnen in ${period}.`,
    en: `${complaintsInWords(all, "en")} came in: ${period}.`,
  });
  if (undecided === 0) return [came];
  const waiting = numberInWords(undecided, language);
  return [
    came,
    say({
      nl: `Daarvan ${undecided === 1 ? "is" : "zijn"} er ${waiting} nog niet beoordeeld. Wat niet beoordeeld is, telt in de rest van dit overzicht nog niet mee.`,
      en: `Of those, ${waiting} ${undecided === 1 ? "is" : "are"} not assessed yet. What is not assessed is not counted in the rest of this overview yet.`,
    }),
  ];
}

function fewInAll({ complaints, undecided }: Overview, language: Language): readonly string[] {
  if (complaints === 0 || complaints >= fewestShown) return [];
  const say = speaking(language);
  const few =
    undecided === 0
      ? say({ nl: "Het zijn er minder dan vijf.", en: "They are fewer than five." })
      : say({ nl: "Minder dan vijf zijn er beoordeeld.", en: "Fewer than five are assessed." });
  return [
    say({
      nl: `${few} Daarom staan hier geen kenmerken: zo is niemand te herkennen.`,
      en: `${few} That is why nothing more is told about them: so nobody can be recognised.`,
    }),
  ];
}

/** How many a month, and whether that is more than usual (B36). */
export function trendSection({ overview: { trend, undecided }, language }: OverviewToTell): Section {
  const say = speaking(language);
  const months = trend.map((point, index) => ({
    ...point,
    label: `${shortMonth(point.month, language)}${index === 0 || point.month.endsWith("-01") ? `\n${point.month.slice(0, 4)}` : ""}`,
    mean: point.usual?.mean,
    limit: point.usual?.limit,
  }));
  const words = {
    complaints: say({ nl: "Klachten", en: "Complaints" }),
    usual: say({ nl: "Gewoon aantal", en: "Usual number" }),
    limit: say({ nl: "Grens", en: "Limit" }),
  };
  const withLimit = trend.some(({ usual }) => usual !== undefined);
  return {
    id: "trend",
    title: say({ nl: "Klachten per maand", en: "Complaints per month" }),
    paragraphs: [
      ...notCounted(undecided, language),
      ...rises(trend, language),
      ...outsidePeriod(trend, language),
      ...aboutLimit(withLimit, language),
    ],
    ...(trend.some(({ count }) => count > 0) && {
      figure: { chart: trendChart(months, words), alt: trendInWords(trend, language) },
    }),
    tables: [
      {
        caption: say({ nl: "Klachten per maand", en: "Complaints per month" }),
        head: [say({ nl: "Maand", en: "Month" }), words.complaints, ...(withLimit ? [words.usual, words.limit] : [])],
        rows: trend.map(({ month, count, usual, rise }) => [
          monthInWords(month, language),
          rise ? say({ nl: `${count} (meer dan gewoon)`, en: `${count} (more than usual)` }) : String(count),
          ...(withLimit
            ? [
                usual === undefined ? "–" : numberInWords(usual.mean, language),
                usual === undefined ? "–" : `${usual.limit}`,
              ]
            : []),
        ]),
      },
    ],
  };
}

function notCounted(undecided: number, language: Language): readonly string[] {
  if (undecided === 0) return [];
  return [
    speaking(language)({
      nl: "Wat nog niet beoordeeld is, staat hier nog niet bij.",
      en: "What is not assessed yet is not in here.",
    }),
  ];
}

function rises(trend: Overview["trend"], language: Language): readonly string[] {
  const say = speaking(language);
  const inPeriod = trend.filter((point) => point.inPeriod);
  const found = inPeriod.filter(({ rise }) => rise).map(({ month }) => monthInWords(month, language));
  if (found.length > 0) {
    const list = new Intl.ListFormat(language, { type: "conjunction" }).format(found);
    return [
      say({
        nl: `In ${list} kwamen er meer klachten dan met toeval is uit te leggen.`,
        en: `In ${list} there were more complaints than chance explains.`,
      }),
    ];
  }
  if (!inPeriod.some(({ usual }) => usual !== undefined)) return [];
  return [
    say({
      nl: "In geen enkele maand kwamen er meer klachten dan met toeval is uit te leggen.",
      en: "In no month were there more complaints than chance explains.",
    }),
  ];
}

function outsidePeriod(trend: Overview["trend"], language: Language): readonly string[] {
  if (trend.every(({ inPeriod }) => inPeriod)) return [];
  return [
    speaking(language)({
      nl: "Lichte kolommen zijn maanden van voor dit overzicht.",
      en: "Light columns are months from before this overview.",
    }),
  ];
}

function aboutLimit(withLimit: boolean, language: Language): readonly string[] {
  return [
    speaking(language)(
      withLimit
        ? {
            nl: "De grens hoort bij het gemiddelde van de maanden ervoor. Komt een maand aan de grens, dan is er meer aan de hand dan toeval.",
            en: "The limit belongs to the average of the months before. A month that reaches it is more than chance.",
          }
        : {
            nl: "Er zijn nog geen zes maanden om mee te vergelijken. Daarom staat er nog geen grens bij.",
            en: "There are not yet six months to compare with. That is why no limit is shown.",
          },
    ),
  ];
}

function trendInWords(trend: Overview["trend"], language: Language): string {
  const highest = trend.reduce((most, point) => (point.count > most.count ? point : most));
  const month = monthInWords(highest.month, language);
  return speaking(language)({
    nl: `Kolommen met het aantal klachten per maand. De meeste waren er in ${month}: ${highest.count}. Alle getallen staan in de tabel hierna.`,
    en: `Columns with the number of complaints per month. Most were in ${month}: ${highest.count}. All numbers are in the table that follows.`,
  });
}
