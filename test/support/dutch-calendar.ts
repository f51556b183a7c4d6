/**
 * The Dutch calendar by its rules alone, to judge ours by: summer time by the European rule, holidays by Easter, everything on plain
 * numbers. It shares nothing with the product.
 */
const hour = 3_600_000;
const day = 24 * hour;

/** The moment of the last Sunday of a month at 01:00 UTC, when Europe changes its clocks. */
function changeIn(year: number, month: 3 | 10): number {
  const last = new Date(Date.UTC(year, month - 1, 31));
  return Date.UTC(year, month - 1, 31 - last.getUTCDay(), 1);
}

function offsetAt(ms: number): number {
  const year = new Date(ms).getUTCFullYear();
  return ms >= changeIn(year, 3) && ms < changeIn(year, 10) ? 2 * hour : hour;
}

/** What a clock on the wall shows, as if it were UTC: good for counting days and reading fields. */
export function wall(ms: number): number {
  return ms + offsetAt(ms);
}

/** The moment at which the wall shows this: the first of two; the same distance later where the wall jumps over it. */
export function moment(shown: number): number {
  const [summer, winter] = [shown - 2 * hour, shown - hour];
  if (wall(summer) === shown) return summer;
  return wall(winter) === shown ? winter : shown - hour;
}

const atMidnight = (shown: number) => Math.floor(shown / day) * day;
export const dateOf = (shown: number) => new Date(shown).toISOString().slice(0, 10);

/** Easter Sunday, by the rule of the western churches. */
function easter(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const skipped = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  let epact = (skipped + 19 * golden + 15) % 30;
  epact -= Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + epact + 2 - century + Math.floor(century / 4)) % 7;
  return Date.UTC(year, 2, 28 + epact - weekday);
}

/** The days on which Dutch offices are closed, in order. */
export function holidaysOf(year: number): readonly string[] {
  const kingsDay = Date.UTC(year, 3, 27);
  const isSunday = new Date(kingsDay).getUTCDay() === 0;
  const sunday = easter(year);
  return [
    Date.UTC(year, 0, 1),
    sunday,
    sunday + day,
    isSunday ? kingsDay - day : kingsDay,
    sunday + 39 * day,
    sunday + 49 * day,
    sunday + 50 * day,
    Date.UTC(year, 11, 25),
    Date.UTC(year, 11, 26),
  ]
    .map(dateOf)
    .toSorted();
}

const known = new Map<number, ReadonlySet<string>>();

export function isWorkingDay(shown: number): boolean {
  const date = new Date(shown);
  const year = date.getUTCFullYear();
  const holidays = known.get(year) ?? new Set(holidaysOf(year));
  known.set(year, holidays);
  return date.getUTCDay() % 6 !== 0 && !holidays.has(dateOf(shown));
}

/** Midnight on the wall of the nth working day after a moment; back in time when negative, the day itself for nothing. */
function workingDay(ms: number, count: number): number {
  let shown = atMidnight(wall(ms));
  for (let left = Math.abs(count); left > 0; left -= isWorkingDay(shown) ? 1 : 0) shown += Math.sign(count) * day;
  return shown;
}

export const opening = (ms: number, workingDays: number) => moment(workingDay(ms, workingDays) + 9 * hour);
export const closing = (ms: number, workingDays: number) => moment(workingDay(ms, workingDays) + 17 * hour);

/** When an office is open: nine to five on a working day. */
export function isOpen(ms: number): boolean {
  const shown = wall(ms);
  const time = shown - atMidnight(shown);
  return isWorkingDay(shown) && time >= 9 * hour && time < 17 * hour;
}

/** The moment itself when the office is open, else when it opens next. */
export function nextOpen(ms: number): number {
  if (isOpen(ms)) return ms;
  const today = opening(ms, 0);
  return isWorkingDay(wall(ms)) && today > ms ? today : opening(ms, 1);
}

/** The last time that an office opened before a moment. */
export function lastOpening(ms: number): number {
  const today = opening(ms, 0);
  return isWorkingDay(wall(ms)) && today < ms ? today : opening(ms, -1);
}

/** So many months later on the wall; the last day of the month where there is no such day. */
export function monthsLater(ms: number, months: number): number {
  const shown = new Date(wall(ms));
  const first = Date.UTC(shown.getUTCFullYear(), shown.getUTCMonth() + months, 1);
  const target = new Date(first);
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  const date = Math.min(shown.getUTCDate(), last);
  return moment(first + (date - 1) * day + (shown.getTime() - atMidnight(shown.getTime())));
}

export const weeksLater = (ms: number, weeks: number) => moment(wall(ms) + weeks * 7 * day);
export const daysLater = (ms: number, days: number) => moment(wall(ms) + days * day);
export const hoursLater = (ms: number, hours: number) => ms + hours * hour;
