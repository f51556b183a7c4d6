import type { MeasureType } from "../matter.ts";
import type { Party } from "../party.ts";
import type { Answer, Field, Option, Problem } from "./task-kind.ts";

/** What kinds of measure somebody can choose from (B38). */
export const measureTypeOptions = [
  { id: "process", label: { nl: "Werkwijze", en: "Way of working" } },
  { id: "material", label: { nl: "Lesmateriaal", en: "Course material" } },
  { id: "retraining", label: { nl: "Bijscholing", en: "Further training" } },
  { id: "placement", label: { nl: "Stage of meelopen", en: "Placement or shadowing" } },
  { id: "exclusion", label: { nl: "Niet meer inzetten", en: "No more assignments" } },
  { id: "other", label: { nl: "Iets anders", en: "Something else" } },
] as const satisfies readonly (Option & { readonly id: MeasureType })[];

/** How many measures can be agreed on in one form. */
export const measuresAtOnce = 3;

/** The names of the fields of the nth measure on a form. */
export const measureFieldNames = (n: number) =>
  [`measure${n}`, `measureType${n}`, `measureOwner${n}`, `measureDue${n}`] as const;

/** The questions of one measure: all of them are answered, or none (A28). */
export function measureFields(n: number): readonly Field[] {
  const [text, type, owner, due] = measureFieldNames(n);
  return [
    {
      name: text,
      label: { nl: `Maatregel ${n}: wat gaan wij doen?`, en: `Measure ${n}: what are we going to do?` },
      hint: {
        nl: "Eén zin, zonder namen. Laat alles van deze maatregel leeg als u hem niet nodig hebt.",
        en: "One sentence, without names. Leave everything of this measure empty if you do not need it.",
      },
      control: { type: "line" },
      optional: true,
      keep: "private",
    },
    {
      name: type,
      label: { nl: `Maatregel ${n}: wat voor maatregel is het?`, en: `Measure ${n}: what kind of measure is it?` },
      control: { type: "choice", options: measureTypeOptions },
      optional: true,
      keep: "fact",
    },
    {
      name: owner,
      label: { nl: `Maatregel ${n}: wie voert hem uit?`, en: `Measure ${n}: who carries it out?` },
      control: { type: "choice", from: "colleagues" },
      optional: true,
      keep: "fact",
    },
    {
      name: due,
      label: { nl: `Maatregel ${n}: voor welke datum?`, en: `Measure ${n}: by what date?` },
      control: { type: "date", when: "coming" },
      optional: true,
      keep: "fact",
    },
  ];
}

/** Every block of `count` measures must be whole or empty. */
export function halfMeasures({ facts, private: words }: Answer, count: number): readonly Problem[] {
  return numbers(count).flatMap((n) => {
    const names = measureFieldNames(n);
    const empty = names.filter((name) => (facts[name] ?? words[name]) === undefined);
    if (empty.length === names.length) return [];
    return empty.map((field) => ({
      field,
      message: {
        nl: "Een maatregel heeft een omschrijving, een soort, iemand die hem uitvoert en een datum.",
        en: "A measure has a description, a kind, somebody who carries it out and a date.",
      },
    }));
  });
}

/** A measure as somebody filled it in; `due` is a local date. */
export interface FilledInMeasure {
  readonly text: string;
  readonly measureType: MeasureType;
  readonly owner: Party;
  readonly due: string;
}

/** The measures of an answer whose blocks are whole. */
export function measuresIn({ facts, private: words }: Answer, count: number): readonly FilledInMeasure[] {
  return numbers(count).flatMap((n) => {
    const [text, type, owner, due] = measureFieldNames(n);
    const [said, by, on] = [words[text], facts[owner], facts[due]];
    const measureType = measureTypeOptions.find(({ id }) => id === facts[type])?.id;
    if (said === undefined || by === undefined || on === undefined || measureType === undefined) return [];
    return [{ text: said, measureType, owner: `person:${by}`, due: on }];
  });
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
