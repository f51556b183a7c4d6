import type { Language } from "../../domain/text.ts";
import type { Instant } from "../../ports.ts";

const locales = { nl: "nl-NL", en: "en-GB" } as const satisfies Record<Language, string>;

/** `woensdag 7 januari 2026` or `Wednesday 7 January 2026`, as the local calendar has it. */
export function dayInWords(at: Instant, language: Language, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(locales[language], {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  }).formatToParts(new Date(at));
  return parts
    .filter(({ type }) => type !== "literal")
    .map(({ value }) => value)
    .join(" ");
}

/** `woensdag 7 januari 2026 om 17.00 uur` or `Wednesday 7 January 2026 at 17:00`, local time. */
export function momentInWords(at: Instant, language: Language, timeZone: string): string {
  const time = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(at));
  const day = dayInWords(at, language, timeZone);
  return language === "nl" ? `${day} om ${time.replace(":", ".")} uur` : `${day} at ${time}`;
}

/** A date without a time, `2026-03-31`, in words; as it was written when it is no date. */
export function dateInWords(date: string, language: Language): string {
  const noon = `${date}T12:00:00.000Z`;
  return Number.isNaN(Date.parse(noon)) ? date : dayInWords(noon, language, "UTC");
}
