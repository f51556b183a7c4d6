import { barsChart, sharesChart } from "../charts/bars-chart.ts";
import type { OverviewDuty } from "../domain/learning/overview-schema.ts";
import { fewestShown } from "../domain/learning/small-groups.ts";
import type { Phase } from "../domain/tasks/task-kind.ts";
import { phases } from "../domain/tasks/task-kind.ts";
import type { Language, Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { groupTable } from "./overview-about.ts";
import type { Section } from "./overview-section.ts";
import type { OverviewToTell } from "./overview-sections.ts";
import { countInWords, numberInWords, shareInWords } from "./overview-words.ts";

type Counted = OverviewDuty & { readonly met: number; readonly late: number };

const shownAtMost = 12;

/** What the written procedure asks, and how often it was done in time (B12). */
export function onTimeSection({ overview: { duties }, language }: OverviewToTell): readonly Section[] {
  const say = speaking(language);
  const counted = duties.filter((duty): duty is Counted => duty.met !== null && duty.late !== null);
  const few = duties.filter(({ few }) => few !== undefined);
  if (counted.length + few.length === 0) return [];
  const late = counted.filter(({ late }) => late > 0).sort((one, other) => shareLate(other) - shareLate(one));
  const terms = counted.filter(({ clock }) => clock !== undefined);
  const drawn = [...terms, ...late.filter(({ clock }) => clock === undefined)].slice(0, shownAtMost);
  const part = say({ nl: "op tijd", en: "in time" });
  const rest = say({ nl: "te laat of niet", en: "late or not at all" });
  return [
    {
      id: "on-time",
      title: say({ nl: "Wat op tijd was", en: "What was in time" }),
      paragraphs: [
        say({
          nl: "Alleen klachten die klaar zijn, tellen hier mee. Wat nu te laat is, staat bij de klachten.",
          en: "Only complaints that are completed count here. What is late now stands with the complaints.",
        }),
        ...(late.length + few.length === 0
          ? [say({ nl: "Daarvan is niets te laat gedaan.", en: "Of those, nothing was done late." })]
          : []),
        ...(late.length > 0
          ? [
              say({
                nl: "De balken tonen de termijnen, en daarna wat het vaakst te laat was.",
                en: "The bars show the terms, and then what was late most often.",
              }),
            ]
          : []),
        ...(few.length > 0 ? [say(aboutFew)] : []),
      ],
      ...(drawn.length > 0 && {
        figure: {
          chart: sharesChart(
            drawn.map((duty) => ({
              label: `${duty.id} ${shortened(say(duty.text))}`,
              whole: duty.applicable,
              part: duty.met,
              shown: shareInWords(duty.met, duty.applicable, language),
            })),
            { part, rest },
          ),
          alt: onTimeInWords(drawn, language),
        },
      }),
      tables: [
        {
          caption: say({
            nl: "Wat de regeling vraagt, in afgesloten klachten",
            en: "What the procedure asks, in closed complaints",
          }),
          head: [
            say({ nl: "Wat de regeling vraagt", en: "What the procedure asks" }),
            say({ nl: "Klachten", en: "Complaints" }),
            say({ nl: "Op tijd", en: "In time" }),
            say({ nl: "Te laat of niet", en: "Late or not at all" }),
            say({ nl: "Deel op tijd", en: "Share in time" }),
          ],
          rows: duties.map((duty) => [`${duty.id}: ${say(duty.text)}`, ...dutyCells(duty, language)]),
        },
      ],
    },
  ];
}

const aboutFew: Text = {
  nl: "Was iets één tot vier keer te laat, of juist op tijd? Dan staat er geen precies getal en geen balk. Zo is niemand te herkennen.",
  en: "Was something late one to four times, or in time only that often? Then there is no exact number and no bar. So nobody can be recognised.",
};

function dutyCells({ applicable, met, late, few }: OverviewDuty, language: Language): readonly string[] {
  if (few !== undefined) return fewCells(applicable, few, language);
  if (met === null || late === null) return [countInWords(null, language), "–", "–", "–"];
  return [
    ...[applicable, met, late].map((count) => numberInWords(count, language)),
    shareInWords(met, applicable, language),
  ];
}

/** Of what was done one to four times, the other is between bounds too. */
function fewCells(applicable: number, few: "met" | "late", language: Language): readonly string[] {
  const between = (least: number, most: number) => `${numberInWords(least, language)}–${numberInWords(most, language)}`;
  const [least, most] = [Math.max(1, applicable - (fewestShown - 1)), applicable - 1];
  const one = countInWords(null, language);
  const other = between(least, most);
  const [from, until] = few === "late" ? [least, most] : [1, fewestShown - 1];
  const share = `${shareInWords(from, applicable, language)}–${shareInWords(until, applicable, language)}`;
  const cells = few === "late" ? [other, one] : [one, other];
  return [numberInWords(applicable, language), ...cells, share];
}

function shareLate({ late, applicable }: Counted): number {
  return late / applicable;
}

function shortened(words: string): string {
  return words.length <= 50 ? words : `${words.slice(0, 49).replace(/\s+\S*$/, "")}…`;
}

function onTimeInWords(duties: readonly Counted[], language: Language): string {
  const say = speaking(language);
  const each = duties.map(({ id, met, applicable }) => `${id} ${shareInWords(met, applicable, language)}`).join(", ");
  return say({
    nl: `Balken met het deel dat op tijd was: ${each}. Alle getallen staan in de tabel hierna.`,
    en: `Bars with the share that was in time: ${each}. All numbers are in the table that follows.`,
  });
}

const phaseNames: { readonly [One in Phase]: Text } = {
  intake: { nl: "Ontvangen en beoordelen", en: "Receiving and assessing" },
  analysis: { nl: "Uitzoeken", en: "Finding out" },
  handling: { nl: "Oplossen of oordelen", en: "Solving or judging" },
  feedback: { nl: "Terugkoppelen", en: "Reporting back" },
  learning: { nl: "Leren", en: "Learning" },
};

/** How long each phase took, and why some took longer. */
export function daysSection({ overview, language }: OverviewToTell): readonly Section[] {
  const say = speaking(language);
  const { delays } = overview;
  const rows = phases.flatMap((phase) => overview.phases.find((one) => one.phase === phase) ?? []);
  const nameOf = (phase: string) =>
    say(Object.entries(phaseNames).find(([id]) => id === phase)?.[1] ?? { nl: phase, en: phase });
  const drawn = rows.flatMap(({ phase, days }) => (days === null ? [] : [{ phase, days }]));
  const inDays = (days: number) =>
    say({ nl: `${numberInWords(days, "nl")} dagen`, en: `${numberInWords(days, "en")} days` });
  if (drawn.length === 0 && delays.length < 2) return [];
  return [
    {
      id: "days",
      title: say({ nl: "Hoe lang het duurde", en: "How long it took" }),
      paragraphs: [],
      ...(drawn.length > 0 && {
        figure: {
          chart: barsChart(
            drawn.map(({ phase, days }) => ({ label: nameOf(phase), value: days, shown: inDays(days) })),
          ),
          alt: say({
            nl: `Gemiddeld aantal dagen per fase: ${drawn.map(({ phase, days }) => `${nameOf(phase)} ${inDays(days)}`).join(", ")}.`,
            en: `Average number of days per phase: ${drawn.map(({ phase, days }) => `${nameOf(phase)} ${inDays(days)}`).join(", ")}.`,
          }),
        },
      }),
      tables: [
        ...(drawn.length === 0
          ? []
          : [
              {
                caption: say({ nl: "Gemiddelde duur per fase", en: "Average time per phase" }),
                head: [
                  say({ nl: "Fase", en: "Phase" }),
                  say({ nl: "Klachten", en: "Complaints" }),
                  say({ nl: "Dagen gemiddeld", en: "Days on average" }),
                ] as const,
                rows: rows.map(({ phase, complaints, days }) => [
                  nameOf(phase),
                  countInWords(complaints, language),
                  days === null ? "–" : numberInWords(days, language),
                ]),
              },
            ]),
        ...(delays.length > 1
          ? [groupTable(say({ nl: "Waarom het langer duurde", en: "Why it took longer" }), delays, language)]
          : []),
      ],
    },
  ];
}
