import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import { dayInWords, momentInWords } from "../letters/wording/moment.ts";
import type { Instant } from "../ports.ts";

interface MomentProps {
  readonly at: Instant;
  readonly language: Language;
  readonly procedure: Procedure;
  /** Without the time of day, where only the day matters. */
  readonly dayOnly?: boolean;
}

/** A moment in the house's local time, in words, with the exact instant for machines. */
export function Moment({ at, language, procedure, dayOnly = false }: MomentProps) {
  const { timeZone } = procedure.calendar;
  const inWords = dayOnly ? dayInWords : momentInWords;
  return <time dateTime={at}>{inWords(at, language, timeZone)}</time>;
}
