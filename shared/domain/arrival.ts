import { Temporal } from "temporal-polyfill";
import type { Instant } from "../ports.ts";
import { localDay } from "./calendar.ts";

/** Days back that a complaint can have arrived before somebody registers it; what is older is a slip of the pen. */
const longestWait = 366;

/**
 * When something arrived of which only the local date, `2026-03-31`, is known: today is now, an earlier day counts from its noon, for nobody
 * wrote down the hour. `undefined` for what is no date, lies ahead, or lies more than a year back.
 */
export function arrivedOn(date: string, now: Instant, timeZone: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const today = localDay(now, timeZone);
  if (date === today) return now;
  try {
    const day = Temporal.PlainDate.from(date, { overflow: "reject" });
    const ago = day.until(Temporal.PlainDate.from(today)).days;
    if (ago <= 0 || ago > longestWait) return undefined;
    const noon = day.toZonedDateTime({ timeZone, plainTime: "12:00" });
    return new Date(noon.epochMilliseconds).toISOString();
  } catch {
    return undefined;
  }
}
