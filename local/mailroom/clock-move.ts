import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { Instant } from "../../shared/ports.ts";

/** Days, weeks and months are those of people in the Netherlands: a week later is the same time on the wall. */
export const timeZone = "Europe/Amsterdam";

const furthest = Temporal.Duration.from({ years: 5 });

/** How the clock is to be moved, as `POST /mailroom/clock` takes it. */
const move = z.union([
  z.strictObject({ advance: z.string().transform(duration) }),
  z.strictObject({ to: z.literal("next") }),
  z.strictObject({ to: z.iso.datetime({ offset: true }).transform((text) => Temporal.Instant.from(text)) }),
]);
export type ClockMove = z.output<typeof move>;

export const accepted =
  'Send {"advance":"P1D"} (an ISO 8601 duration), {"to":"next"} (the next alarm) or {"to":"2026-03-01T09:00:00Z"} (a moment with its offset), one of these.';

/** Reads a move from the body of a request: JSON, or the fields of a form. */
export function parseMove(body: unknown): ClockMove | { readonly error: string } {
  const parsed = move.safeParse(body);
  return parsed.success ? parsed.data : { error: accepted };
}

/** The moment a move leads to; `next` without a next alarm leads nowhere, so the clock stays where it is. */
export function targetOf(
  asked: ClockMove,
  now: Instant,
  nextAlarm: Instant | undefined,
): { readonly moment: Instant } | { readonly error: string } {
  if ("to" in asked && asked.to === "next")
    return { moment: nextAlarm === undefined || nextAlarm < now ? now : nextAlarm };
  const start = Temporal.Instant.from(now);
  const local = start.toZonedDateTimeISO(timeZone);
  const target = "advance" in asked ? later(local, asked.advance) : asked.to;
  if (target === undefined || Temporal.Instant.compare(target, local.add(furthest).toInstant()) > 0)
    return { error: `The clock moves five years at a time at most. ${accepted}` };
  if (Temporal.Instant.compare(target, start) < 0)
    return { error: `The clock only goes forward, and it is ${now} now. ${accepted}` };
  return { moment: new Date(target.epochMilliseconds).toISOString() };
}

function duration(text: string, context: z.RefinementCtx): Temporal.Duration {
  try {
    const parsed = Temporal.Duration.from(text);
    if (parsed.sign >= 0) return parsed;
  } catch {
    // Told below, like every other mistake.
  }
  context.addIssue({ code: "custom", message: "not a duration" });
  return z.NEVER;
}

/** `undefined` when the calendar has no such day. */
function later(start: Temporal.ZonedDateTime, by: Temporal.Duration): Temporal.Instant | undefined {
  try {
    return start.add(by).toInstant();
  } catch {
    return undefined;
  }
}
