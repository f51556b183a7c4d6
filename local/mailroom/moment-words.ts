import type { Language } from "../../shared/domain/text.ts";
import type { Instant } from "../../shared/ports.ts";
import { timeZone } from "./clock-move.ts";

const locale = { nl: "nl-NL", en: "en-GB" } as const satisfies Record<Language, string>;

/** "zondag 22 november 2026 om 04:28", the time on the wall in Amsterdam. */
export function fullMoment(moment: Instant, language: Language): string {
  return format(moment, language, { dateStyle: "full", timeStyle: "short" });
}

/** "22 nov 2026, 04:28", for lists; on the wall in Amsterdam when no other place is named. */
export function shortMoment(moment: Instant, language: Language, zone?: string): string {
  const date = { day: "numeric", month: "short", year: "numeric" } as const;
  return format(moment, language, { ...date, hour: "2-digit", minute: "2-digit" }, zone);
}

/** "zondag 22 november 2026". */
export function dayWords(moment: Instant, language: Language, zone?: string): string {
  return format(moment, language, { dateStyle: "full" }, zone);
}

/** "04:28". */
export function clockTime(moment: Instant, language: Language, zone?: string): string {
  return format(moment, language, { timeStyle: "short" }, zone);
}

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** "over 3 dagen": how far `moment` is from `now`, in the largest unit that fits. */
export function fromNow(moment: Instant, now: Instant, language: Language): string {
  const distance = Date.parse(moment) - Date.parse(now);
  const words = new Intl.RelativeTimeFormat(locale[language], { numeric: "always" });
  const [unit, length] = units.find((candidate) => Math.abs(distance) >= candidate[1]) ?? units[2];
  return words.format(Math.round(distance / length), unit);
}

function format(
  moment: Instant,
  language: Language,
  options: Intl.DateTimeFormatOptions,
  zone: string = timeZone,
): string {
  return new Intl.DateTimeFormat(locale[language], { ...options, timeZone: zone }).format(new Date(moment));
}
