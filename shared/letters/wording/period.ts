import type { Period } from "../../domain/calendar.ts";
import type { Language } from "../../domain/text.ts";

const units = {
  nl: {
    hours: ["uur", "uur"],
    days: ["dag", "dagen"],
    "working-days": ["werkdag", "werkdagen"],
    weeks: ["week", "weken"],
    months: ["maand", "maanden"],
  },
  en: {
    hours: ["hour", "hours"],
    days: ["day", "days"],
    "working-days": ["working day", "working days"],
    weeks: ["week", "weeks"],
    months: ["month", "months"],
  },
} as const satisfies Record<Language, Record<Period["unit"], readonly [one: string, more: string]>>;

/** `2 werkdagen`, `1 month`. */
export function periodInWords({ amount, unit }: Period, language: Language): string {
  const [one, more] = units[language][unit];
  return `${amount} ${amount === 1 ? one : more}`;
}
