import { Temporal } from "temporal-polyfill";
import { endOf, localDay, type Period } from "../../domain/calendar.ts";
import { calendarOf } from "../../domain/clocks.ts";
import type { Procedure } from "../../domain/procedure.ts";
import type { Language } from "../../domain/text.ts";
import type { Instant } from "../../ports.ts";
import { capital } from "./capital.ts";
import { dateInWords, dayInWords, momentInWords } from "./moment.ts";
import { periodInWords } from "./period.ts";
import { speaking } from "./say.ts";

/**
 * How the end of a period follows from its start, a sentence a step: what was counted, which days did not count, where a month was too short
 * and where the clock itself was moved.
 */
export function countedInWords(
  start: Instant,
  length: Period,
  procedure: Procedure,
  language: Language,
): readonly string[] {
  const say = speaking(language);
  const { timeZone } = procedure.calendar;
  const end = endOf(start, length, calendarOf(procedure));
  const period = periodInWords(length, language);
  const moment = (at: Instant) => momentInWords(at, language, timeZone);
  const day = (at: Instant) => dayInWords(at, language, timeZone);
  switch (length.unit) {
    case "hours":
      return [
        say({
          nl: `${period} na ${moment(start)} is ${moment(end)}.`,
          en: `${period} after ${moment(start)} is ${moment(end)}.`,
        }),
        ...clockMoved(start, end, timeZone, language),
      ];
    case "days":
    case "weeks":
      return [
        say({
          nl: `${period} na ${day(start)} is ${day(end)}, op dezelfde tijd.`,
          en: `${period} after ${day(start)} is ${day(end)}, at the same time.`,
        }),
      ];
    case "months":
      return [
        say({
          nl: `${period} na ${day(start)} is ${day(end)}, op dezelfde tijd.`,
          en: `${period} after ${day(start)} is ${day(end)}, at the same time.`,
        }),
        ...tooShort(start, end, timeZone, language),
      ];
    case "working-days":
      return [
        say({
          nl: `${period} na ${day(start)} is ${day(end)}, aan het eind van de dag.`,
          en: `${period} after ${day(start)} is ${day(end)}, at the end of the day.`,
        }),
        ...notCounted(start, end, procedure, language),
      ];
  }
}

/** In the night on which summer time begins or ends, elapsed hours are not what the clock on the wall shows. */
function clockMoved(start: Instant, end: Instant, timeZone: string, language: Language): readonly string[] {
  const offset = (at: Instant) => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).offsetNanoseconds;
  if (offset(start) === offset(end)) return [];
  return [
    speaking(language)(
      offset(end) > offset(start)
        ? { nl: "In die tijd ging de klok een uur vooruit.", en: "In that time the clock went forward an hour." }
        : { nl: "In die tijd ging de klok een uur terug.", en: "In that time the clock went back an hour." },
    ),
  ];
}

/** 31 January and a month: February has no 31st. */
function tooShort(start: Instant, end: Instant, timeZone: string, language: Language): readonly string[] {
  const dayOf = (at: Instant) => Number(localDay(at, timeZone).slice(8));
  if (dayOf(start) === dayOf(end)) return [];
  return [
    speaking(language)({
      nl: `Die maand heeft geen dag ${dayOf(start)}. Dan telt de laatste dag.`,
      en: `That month has no day ${dayOf(start)}, so its last day counts.`,
    }),
  ];
}

/** The days between start and end on which nobody is expected to work. */
function notCounted(start: Instant, end: Instant, { calendar }: Procedure, language: Language): readonly string[] {
  const say = speaking(language);
  const last = localDay(end, calendar.timeZone);
  const days: Temporal.PlainDate[] = [];
  let day = Temporal.PlainDate.from(localDay(start, calendar.timeZone)).add({ days: 1 });
  while (day.toString() < last) {
    days.push(day);
    day = day.add({ days: 1 });
  }
  const weekend = days.some(({ dayOfWeek }) => dayOfWeek > 5);
  const free = days.filter((one) => one.dayOfWeek <= 5 && calendar.holidays.includes(one.toString()));
  return [
    ...(weekend ? [say({ nl: "Zaterdag en zondag tellen niet mee.", en: "Saturday and Sunday do not count." })] : []),
    ...free.map((one) => {
      const name = dateInWords(one.toString(), language);
      return say({
        nl: `${capital(name)} is een feestdag en telt niet mee.`,
        en: `${name} is a holiday and does not count.`,
      });
    }),
  ];
}
