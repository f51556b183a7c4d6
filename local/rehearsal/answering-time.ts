import {
  type Calendar,
  halfway,
  lastOpeningBefore,
  nextWorkingMoment,
  openingAfter,
} from "../../shared/domain/calendar.ts";
import type { OpenTask } from "../../shared/domain/dossier.ts";
import { isStaff } from "../../shared/domain/party.ts";
import type { Instant } from "../../shared/ports.ts";

/** `nobody` never answers; `slow` on the last working day or a day late; `normal` after a working day. */
export const answerPaces = ["nobody", "slow", "normal"] as const;
export type AnswerPace = (typeof answerPaces)[number];

/** How long after opening time somebody gets to it, ms. */
const untilStarted = 2 * 60 * 60 * 1000;

/**
 * When somebody answers a task; `undefined` is never. Of those who are slow, the colleague of every other task is late (`turn` counts
 * them): whoever is no colleague cannot be, because their task has gone then.
 */
export function answeringTime(
  pace: AnswerPace,
  { openedAt, dueAt, assignee }: Pick<OpenTask, "openedAt" | "dueAt" | "assignee">,
  turn: number,
  calendar: Calendar,
): Instant | undefined {
  switch (pace) {
    case "nobody":
      return undefined;
    case "slow":
      return isStaff(assignee) && turn % 2 === 1
        ? later(openingAfter(dueAt, 1, calendar), untilStarted)
        : onLastWorkingDay(openedAt, dueAt, calendar);
    case "normal":
      return aWorkingDayAfter(openedAt, calendar);
  }
}

/** The same time of the day on the next working day. */
function aWorkingDayAfter(openedAt: Instant, calendar: Calendar): Instant {
  const begins = nextWorkingMoment(openedAt, calendar);
  const intoTheDay = Date.parse(begins) - Date.parse(openingAfter(begins, 0, calendar));
  return later(openingAfter(begins, 1, calendar), intoTheDay);
}

function onLastWorkingDay(openedAt: Instant, dueAt: Instant, calendar: Calendar): Instant {
  const opening = lastOpeningBefore(dueAt, calendar);
  const begins = opening > openedAt ? opening : openedAt;
  const started = later(begins, untilStarted);
  return started < dueAt ? started : halfway(begins, dueAt);
}

const later = (moment: Instant, milliseconds: number) => new Date(Date.parse(moment) + milliseconds).toISOString();
