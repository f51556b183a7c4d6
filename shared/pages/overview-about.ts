import { barsChart } from "../charts/bars-chart.ts";
import { notKnown } from "../domain/learning/overview-groups.ts";
import type { Overview, OverviewGroup } from "../domain/learning/overview-schema.ts";
import type { Language, Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import type { Figure, Section, Table } from "./overview-section.ts";
import type { OverviewToTell } from "./overview-sections.ts";
import { numberInWords, shareInWords } from "./overview-words.ts";

/** What the complaints were about, and what was behind them: categories, causes, and which cause goes with which category (B30-B32). */
export function about({ overview, language }: OverviewToTell): readonly Section[] {
  const say = speaking(language);
  const { categories, causes, courses, respondents, channels, complaints } = overview;
  if (complaints === 0) return [];
  const divided = ({ length }: readonly OverviewGroup[]) => length > 1;
  const listed = (caption: Text, groups: readonly OverviewGroup[], total = true) =>
    divided(groups) ? [groupTable(say(caption), groups, language, total)] : [];
  const others = [
    ...listed({ nl: "Over wie", en: "About whom" }, respondents, false),
    ...listed({ nl: "Bij welke cursus", en: "In which course" }, courses),
    ...listed({ nl: "Hoe ze binnenkwamen", en: "How they came in" }, channels),
  ];
  return [
    ...(divided(categories)
      ? [
          {
            id: "categories",
            title: say({ nl: "Waar ze over gingen", en: "What they were about" }),
            paragraphs: [],
            figure: groupFigure(
              say({ nl: "Klachten per onderwerp", en: "Complaints per subject" }),
              categories,
              language,
            ),
            tables: [
              groupTable(say({ nl: "Klachten per onderwerp", en: "Complaints per subject" }), categories, language),
            ],
          },
        ]
      : []),
    ...(divided(causes)
      ? [
          {
            id: "causes",
            title: say({ nl: "Wat de oorzaak was", en: "What the cause was" }),
            paragraphs: [],
            figure: groupFigure(say({ nl: "Klachten per oorzaak", en: "Complaints per cause" }), causes, language),
            tables: [
              groupTable(say({ nl: "Klachten per oorzaak", en: "Complaints per cause" }), causes, language),
              ...combinationsTable(overview, language),
            ],
          },
        ]
      : []),
    ...(others.length > 0
      ? [
          {
            id: "about",
            title: say({ nl: "Over wie, waar en hoe", en: "Who, where and how" }),
            paragraphs: [],
            tables: others,
          },
        ]
      : []),
  ];
}

/** What was found, and how the complaints ended (A24). */
export function findings({ overview, language }: OverviewToTell): readonly Section[] {
  const say = speaking(language);
  const tables = [
    { caption: say({ nl: "Was de klacht terecht?", en: "Was the complaint founded?" }), groups: overview.findings },
    { caption: say({ nl: "Hoe het afliep", en: "How it ended" }), groups: overview.outcomes },
  ].flatMap(({ caption, groups }) => (groups.length > 1 ? [groupTable(caption, groups, language)] : []));
  if (tables.length === 0) return [];
  return [{ id: "outcomes", title: say({ nl: "Wat eruit kwam", en: "What came of it" }), paragraphs: [], tables }];
}

/** Groups with their share, and what they add up to. */
export function groupTable(
  caption: string,
  groups: readonly OverviewGroup[],
  language: Language,
  withTotal = true,
): Table {
  const say = speaking(language);
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  return {
    caption,
    head: [say({ nl: "Groep", en: "Group" }), say({ nl: "Aantal", en: "Number" }), say({ nl: "Deel", en: "Share" })],
    rows: [
      ...groups.map(({ label, count }) => [
        say(label),
        numberInWords(count, language),
        shareInWords(count, total, language),
      ]),
      ...(withTotal
        ? [[say({ nl: "Samen", en: "Together" }), numberInWords(total, language), shareInWords(1, 1, language)]]
        : []),
    ],
    ...(withTotal && { withTotal }),
  };
}

function groupFigure(caption: string, groups: readonly OverviewGroup[], language: Language): Figure {
  const say = speaking(language);
  const [largest] = groups.filter(({ code }) => code !== null && code !== notKnown);
  const most =
    largest === undefined
      ? ""
      : say({
          nl: ` De grootste groep is ${say(largest.label)}: ${largest.count}.`,
          en: ` The largest group is ${say(largest.label)}: ${largest.count}.`,
        });
  return {
    chart: barsChart(
      groups.map(({ code, label, count }) => ({
        label: say(label),
        value: count,
        shown: numberInWords(count, language),
        light: code === null || code === notKnown,
      })),
    ),
    alt: `${caption}.${most} ${say({ nl: "Alle getallen staan in de tabel hierna.", en: "All numbers are in the table that follows." })}`,
  };
}

function combinationsTable({ combinations, categories, causes }: Overview, language: Language): readonly Table[] {
  const say = speaking(language);
  const { cells, others } = combinations;
  if (cells.length === 0) return [];
  const label = (groups: readonly OverviewGroup[], code: string | null) => {
    const group = groups.find((one) => one.code === code);
    return group === undefined ? "" : say(group.label);
  };
  return [
    {
      caption: say({ nl: "Welke oorzaak bij welk onderwerp", en: "Which cause with which subject" }),
      head: [say({ nl: "Onderwerp en oorzaak", en: "Subject and cause" }), say({ nl: "Aantal", en: "Number" })],
      rows: [
        ...cells.map(({ category, cause, count }) => [
          `${label(categories, category)} – ${label(causes, cause)}`,
          numberInWords(count, language),
        ]),
        ...(others > 0
          ? [
              [
                say({ nl: "Andere combinaties samen", en: "Other combinations together" }),
                numberInWords(others, language),
              ],
            ]
          : []),
        [
          say({ nl: "Samen", en: "Together" }),
          numberInWords(
            cells.reduce((sum, { count }) => sum + count, others),
            language,
          ),
        ],
      ],
      withTotal: true,
    },
  ];
}
