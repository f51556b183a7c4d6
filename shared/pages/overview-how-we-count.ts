import { dayInWords } from "../letters/wording/moment.ts";
import { speaking } from "../letters/wording/say.ts";
import type { Section } from "./overview-section.ts";
import type { OverviewToTell } from "./overview-sections.ts";

/** Where the numbers come from, so that nobody reads more into them than they say. */
export function howWeCount({ overview, procedure, language }: OverviewToTell): Section {
  const say = speaking(language);
  const made = dayInWords(overview.madeAt, language, procedure.calendar.timeZone);
  const { baselineMonths, atLeast } = procedure.learning.signals.rise;
  return {
    id: "how-we-count",
    title: say({ nl: "Hoe wij tellen", en: "How we count" }),
    paragraphs: [
      say({
        nl: `Een klacht telt in de maand waarin zij binnenkwam. Dit is de stand van ${made}.`,
        en: `A complaint counts in the month in which it came in. This is how things stood on ${made}.`,
      }),
      say({
        nl: "Groepen van minder dan vijf staan samen in één groep. Is die ook te klein, dan komt de volgende erbij. Zo is niemand te herkennen en klopt elk totaal.",
        en: "Groups of fewer than five are put together. If that is still too small, the next one joins. So nobody can be recognised and every total is right.",
      }),
      say({
        nl: `De grens per maand komt uit de ${baselineMonths} maanden ervoor. Zoveel klachten zijn dan met toeval haast niet uit te leggen: dat gebeurt minder dan 1,35 keer op de 1000. Minder dan ${atLeast} klachten is nooit te veel.`,
        en: `The limit of a month comes from the ${baselineMonths} months before it. Chance then hardly explains so many complaints: that happens less than 1.35 times in 1000. Fewer than ${atLeast} complaints is never too many.`,
      }),
      say({
        nl: "Bij een maatregel tellen hele maanden: hoogstens twaalf van voor de afspraak, en alle maanden nadat het klaar was. Wij noemen het minder of meer als de kans op toeval onder de 5% ligt.",
        en: "For a measure whole months count: at most twelve before it was agreed, and all months after it was done. We call it fewer or more when the odds of chance are below 5%.",
      }),
    ],
    tables: [],
  };
}
