import { Temporal } from "temporal-polyfill";
import type { Review } from "../../domain/matter.ts";
import type { Language } from "../../domain/text.ts";
import { dateInWords } from "./moment.ts";
import { speaking } from "./say.ts";

/** `het jaar 2026`, `het tweede kwartaal van 2026`; the days themselves when the period is neither. */
export function reviewPeriod({ cycle, from, until }: Review, language: Language): string {
  const say = speaking(language);
  const first = Temporal.PlainDate.from(from);
  if (cycle === "yearly" && first.dayOfYear === 1)
    return say({ nl: `het jaar ${first.year}`, en: `the year ${first.year}` });
  const quarter = ordinals[(first.month - 1) / 3];
  if (cycle === "quarterly" && first.day === 1 && quarter !== undefined) {
    return say({
      nl: `het ${quarter.nl} kwartaal van ${first.year}`,
      en: `the ${quarter.en} quarter of ${first.year}`,
    });
  }
  const last = Temporal.PlainDate.from(until).subtract({ days: 1 }).toString();
  return say({
    nl: `${dateInWords(from, language)} tot en met ${dateInWords(last, language)}`,
    en: `${dateInWords(from, language)} up to and including ${dateInWords(last, language)}`,
  });
}

const ordinals = [
  { nl: "eerste", en: "first" },
  { nl: "tweede", en: "second" },
  { nl: "derde", en: "third" },
  { nl: "vierde", en: "fourth" },
] as const;
