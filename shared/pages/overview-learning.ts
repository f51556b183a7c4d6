import type { ReviewWords } from "../domain/learning/overview-input.ts";
import type { OverviewMeasure, OverviewSignal } from "../domain/learning/overview-schema.ts";
import { measureTypeOptions } from "../domain/tasks/measure-fields.ts";
import type { Language, Text } from "../domain/text.ts";
import { dayInWords } from "../letters/wording/moment.ts";
import { titleOf } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import type { Instant } from "../ports.ts";
import type { Cell, Quoted, Section } from "./overview-section.ts";
import type { OverviewToTell } from "./overview-sections.ts";
import { countInWords } from "./overview-words.ts";

const rules: { readonly [Rule in OverviewSignal["rule"]]: Text } = {
  repeated: { nl: "Vaak hetzelfde", en: "Often the same" },
  rise: { nl: "Ineens meer", en: "Suddenly more" },
  late: { nl: "Steeds te laat", en: "Late again and again" },
};

const dimensionNames: { readonly [One in OverviewSignal["dimension"]]: Text } = {
  category: { nl: "onderwerp", en: "subject" },
  cause: { nl: "oorzaak", en: "cause" },
  course: { nl: "cursus", en: "course" },
  client: { nl: "opdrachtgever", en: "client" },
  respondent: { nl: "persoon", en: "person" },
  all: { nl: "alle klachten", en: "all complaints" },
  duty: { nl: "termijn", en: "term" },
};

const answers: { readonly [One in NonNullable<OverviewSignal["answer"]>]: Text } = {
  measures: { nl: "Maatregelen afgesproken", en: "Measures agreed" },
  watch: { nl: "In de gaten houden", en: "Keep an eye on it" },
  nothing: { nl: "Geen actie nodig", en: "No action needed" },
};

/** The patterns that were seen in the period, and what was done with them (B36). */
export function signalsSection({ overview: { signals }, procedure, language }: OverviewToTell): Section {
  const say = speaking(language);
  const day = shortDay(procedure.calendar.timeZone, language);
  const waiting: Text = { nl: "Nog bekijken", en: "Still to look into" };
  return {
    id: "signals",
    title: say({ nl: "Signalen", en: "Signals" }),
    paragraphs: [
      signals.length === 0
        ? say({ nl: "Er waren geen patronen die opvielen.", en: "There were no patterns that stood out." })
        : say({
            nl: "Het systeem zag deze patronen. Iemand heeft ze bekeken of doet dat nog. Over wie het gaat, staat hier niet.",
            en: "The system saw these patterns. Somebody looked into them or still will. Whom they are about is not told here.",
          }),
    ],
    tables:
      signals.length === 0
        ? []
        : [
            {
              caption: say({ nl: "Signalen in deze tijd", en: "Signals in this time" }),
              head: [
                say({ nl: "Signaal", en: "Signal" }),
                say({ nl: "Datum", en: "Date" }),
                say({ nl: "Wat opviel", en: "What stood out" }),
                say({ nl: "Klachten", en: "Complaints" }),
                say({ nl: "Wat ermee is gedaan", en: "What was done with it" }),
              ],
              words: true,
              rows: signals.map(({ caseId, number, raisedAt, rule, dimension, label, complaints, answer }): Cell[] => [
                { text: number, caseId },
                day(raisedAt),
                `${say(rules[rule])}: ${say(dimensionNames[dimension])}${label === undefined ? "" : ` “${say(label)}”`}`,
                countInWords(complaints, language),
                say(answer === undefined ? waiting : answers[answer]),
              ]),
            },
          ],
  };
}

const statuses: { readonly [Status in OverviewMeasure["status"]]: Text } = {
  open: { nl: "Loopt", en: "Running" },
  overdue: { nl: "Te laat", en: "Late" },
  done: { nl: "Uitgevoerd", en: "Carried out" },
  kept: { nl: "Nagekomen", en: "Kept" },
  dropped: { nl: "Gaat niet door", en: "Not going ahead" },
};

const judgments: { readonly [One in NonNullable<OverviewMeasure["judgment"]>]: Text } = {
  helped: { nl: "Het hielp.", en: "It helped." },
  partly: { nl: "Het hielp voor een deel.", en: "It helped in part." },
  "not-helped": { nl: "Het hielp niet.", en: "It did not help." },
};

const verdicts: { readonly [One in NonNullable<OverviewMeasure["effect"]>["verdict"]]: Text } = {
  fewer: { nl: "Er zijn minder klachten.", en: "There are fewer complaints." },
  more: { nl: "Er zijn meer klachten.", en: "There are more complaints." },
  "could-be-chance": { nl: "Het verschil kan toeval zijn.", en: "The difference could be chance." },
  "too-few": { nl: "Het is te weinig om iets te zeggen.", en: "It is too little to say anything." },
};

/** What was agreed, by whom and when, and whether it helped (A28, B37, B38). */
export function measuresSection({ overview: { measures }, words, procedure, language }: OverviewToTell): Section {
  const say = speaking(language);
  const day = shortDay(procedure.calendar.timeZone, language);
  const owner = (who: OverviewMeasure["owner"]) =>
    procedure.people.find(({ id }) => who === `person:${id}`)?.name ?? titleOf(who, procedure, language);
  return {
    id: "measures",
    title: say({ nl: "Maatregelen", en: "Measures" }),
    paragraphs: measures.length === 0 ? [say({ nl: "Er zijn geen maatregelen.", en: "There are no measures." })] : [],
    tables:
      measures.length === 0
        ? []
        : [
            {
              caption: say({ nl: "Maatregelen en wat ze deden", en: "Measures and what they did" }),
              head: [
                say({ nl: "Maatregel", en: "Measure" }),
                say({ nl: "Wat", en: "What" }),
                say({ nl: "Wie", en: "Who" }),
                say({ nl: "Voor", en: "By" }),
                say({ nl: "Hoe het staat", en: "How it stands" }),
                say({ nl: "Hielp het?", en: "Did it help?" }),
              ],
              words: true,
              rows: measures.map((measure): Cell[] => [
                { text: measure.number, caseId: measure.caseId },
                [typeInWords(measure.measureType, language), words?.measures?.[measure.number]]
                  .filter((part) => part !== undefined)
                  .join(": "),
                owner(measure.owner),
                day(measure.dueAt),
                [say(statuses[measure.status]), ...(measure.endedAt ? [day(measure.endedAt)] : [])].join(" – "),
                effectInWords(measure, language),
              ]),
            },
          ],
  };
}

function typeInWords(type: OverviewMeasure["measureType"], language: Language): string {
  const label: Text = measureTypeOptions.find(({ id }) => id === type)?.label ?? { nl: "Belofte", en: "Promise" };
  return speaking(language)(label);
}

/** The numbers before and after with what they mean, and the judgment of a person where there is one. */
export function effectInWords(
  { effect, judgment }: Pick<OverviewMeasure, "effect" | "judgment">,
  language: Language,
): string {
  const say = speaking(language);
  const judged = judgment === undefined ? [] : [say(judgments[judgment])];
  if (effect === undefined) return judged[0] ?? "–";
  const { before, monthsBefore, after, monthsAfter, verdict, dimension, label, notYetKnown } = effect;
  const of = label === undefined ? say(dimensionNames[dimension]) : `${say(dimensionNames[dimension])} “${say(label)}”`;
  const months = (count: number) =>
    say(count === 1 ? { nl: "1 maand", en: "1 month" } : { nl: `${count} maanden`, en: `${count} months` });
  const numbers = say({
    nl: `Gekeken naar ${of}. Ervoor: ${countInWords(before, "nl")} in ${months(monthsBefore)}. Erna: ${countInWords(after, "nl")} in ${months(monthsAfter)}.`,
    en: `Looking at ${of}. Before: ${countInWords(before, "en")} in ${months(monthsBefore)}. After: ${countInWords(after, "en")} in ${months(monthsAfter)}.`,
  });
  const unknown = say({
    nl: "Niet van alle klachten van erna is dit al bekend.",
    en: "This is not known yet of all complaints from after it.",
  });
  return [...judged, numbers, say(verdicts[verdict]), ...(notYetKnown === 0 ? [] : [unknown])].join(" ");
}

/** What people wrote about these figures, in their own words (A26, A27, A29, B4, B34). */
export function reviewSection({ words, language }: OverviewToTell): readonly Section[] {
  const review = words?.review;
  if (review === undefined) return [];
  const quotes = quotesOf(review, language);
  if (quotes.length === 0) return [];
  const say = speaking(language);
  return [
    {
      id: "review",
      title: say({ nl: "Wat wij ervan leren", en: "What we learn from it" }),
      paragraphs: [],
      tables: [],
      quotes,
    },
  ];
}

function decided(accepted: boolean | undefined): Text {
  if (accepted === undefined) return { nl: "Voorstel", en: "Proposal" };
  return accepted
    ? { nl: "Dit gaan wij doen", en: "We are going to do this" }
    : { nl: "Dit doen wij niet", en: "We are not doing this" };
}

function quotesOf(review: ReviewWords, language: Language): readonly Quoted[] {
  const say = speaking(language);
  const { checkNote, analysis, adviceMemo, decisions = [], evaluation, directorNote } = review;
  const quoted = (from: Text, text: string | undefined) => (text === undefined ? [] : [{ from: say(from), text }]);
  return [
    ...quoted({ nl: "De controle", en: "The check" }, checkNote),
    ...quoted({ nl: "De analyse", en: "The analysis" }, analysis),
    ...quoted({ nl: "Advies aan de directeur", en: "Advice to the director" }, adviceMemo),
    ...decisions.flatMap(({ proposal, accepted, why }) =>
      quoted(decided(accepted), [proposal, why].filter((part) => part !== undefined).join("\n")),
    ),
    ...quoted({ nl: "Werkt de regeling?", en: "Does the procedure work?" }, evaluation?.works),
    ...quoted({ nl: "Wat er verandert aan de regeling", en: "What changes in the procedure" }, evaluation?.change),
    ...quoted({ nl: "De directeur", en: "The director" }, directorNote),
  ];
}

function shortDay(timeZone: string, language: Language): (at: Instant) => string {
  return (at) => dayInWords(at, language, timeZone).replace(/^\S+ /, "");
}
