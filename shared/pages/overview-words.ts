import { Temporal } from "temporal-polyfill";
import type { Overview } from "../domain/learning/overview-schema.ts";
import type { Language, Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";

const locales = { nl: "nl-NL", en: "en-GB" } as const satisfies Record<Language, string>;

/** `12`, `3,4`: a number as it is written in this language. */
export function numberInWords(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(value);
}

/** `87%`; of nothing there is no share. */
export function shareInWords(part: number, whole: number, language: Language): string {
  if (whole === 0) return "–";
  const style = { style: "percent", maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(locales[language], style).format(part / whole);
}

/** A number of people, or that it is too small to tell. */
export function countInWords(count: number | null, language: Language): string {
  return count === null ? "1–4" : numberInWords(count, language);
}

/** `juni 2026`. */
export function monthInWords(month: string, language: Language): string {
  return formatted(month, language, { month: "long", year: "numeric" });
}

/** `jun`, as under a column of a chart. */
export function shortMonth(month: string, language: Language): string {
  return formatted(month, language, { month: "short" }).replace(".", "");
}

function formatted(month: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const middle = new Date(`${month}-15T12:00:00.000Z`);
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone: "UTC" }).format(middle);
}

/** The months of an overview: `2026`, `juni 2026`, `april tot en met juni 2026`. */
export function periodOfOverview({ from, until }: Pick<Overview, "from" | "until">, language: Language): string {
  const first = from.slice(0, 7);
  const last = Temporal.PlainDate.from(until).subtract({ days: 1 }).toString().slice(0, 7);
  const year = first.slice(0, 4);
  if (first === last) return monthInWords(first, language);
  if (first === `${year}-01` && last === `${year}-12`) return year;
  const opening =
    last.slice(0, 4) === year ? formatted(first, language, { month: "long" }) : monthInWords(first, language);
  return speaking(language)({
    nl: `${opening} tot en met ${monthInWords(last, language)}`,
    en: `${opening} to ${monthInWords(last, language)}`,
  });
}

/** What an overview is called, on the page, in the PDF and in links to it. */
export function titleOfOverview(overview: Pick<Overview, "from" | "until">, language: Language): string {
  const period = periodOfOverview(overview, language);
  return speaking(language)({ nl: `Overzicht van klachten, ${period}`, en: `Overview of complaints, ${period}` });
}

/** `1 klacht`, `3 klachten`. */
export function complaintsInWords(count: number, language: Language): string {
  const words: Text = count === 1 ? { nl: "klacht", en: "complaint" } : { nl: "klachten", en: "complaints" };
  return `${numberInWords(count, language)} ${speaking(language)(words)}`;
}
