import type { Instant } from "../ports.ts";
import { endOf, localDay } from "./calendar.ts";
import { calendarOf } from "./clocks.ts";
import type { Dossier } from "./dossier.ts";
import type { Procedure } from "./procedure.ts";

/** How far a file is on its way to being erased. `eraseAt` = when its personal data may go. */
export type ErasureState =
  /** It is open. */
  | { readonly kind: "kept" }
  | { readonly kind: "erased"; readonly erasedAt: Instant }
  /** A legal hold; `until` is the local date at which it ends by itself. */
  | { readonly kind: "held"; readonly until?: string | undefined }
  /** Closed, and too early to tell anybody. */
  | { readonly kind: "waiting"; readonly eraseAt: Instant }
  | { readonly kind: "to-announce"; readonly eraseAt: Instant }
  | { readonly kind: "announced"; readonly eraseAt: Instant }
  | { readonly kind: "due"; readonly eraseAt: Instant };

/**
 * What the clock of erasing says. It begins when the file is closed, and anew when it was opened again in between. What was announced for an
 * earlier closing, or before a hold that outlasted it, does not count.
 */
export function erasureState(dossier: Dossier, procedure: Procedure, now: Instant): ErasureState {
  const { announcedFor, held, erasedAt } = dossier.erasure;
  if (erasedAt !== undefined) return { kind: "erased", erasedAt };
  if (dossier.status === "open") return { kind: "kept" };
  if (isHeld(dossier, procedure, now)) return { kind: "held", until: held?.until };
  const { after, announce } = procedure.learning.retention;
  const calendar = calendarOf(procedure);
  const earliest = endOf(dossier.closedAt, after, calendar);
  // Nobody made anything of it, so nobody is told that it goes.
  if (dossier.matter.kind === "mail") return { kind: earliest <= now ? "due" : "waiting", eraseAt: earliest };
  const outlasted =
    held?.until !== undefined &&
    announcedFor !== undefined &&
    localDay(announcedFor, procedure.calendar.timeZone) <= held.until;
  if (announcedFor !== undefined && announcedFor >= earliest && !outlasted) {
    return { kind: announcedFor <= now ? "due" : "announced", eraseAt: announcedFor };
  }
  const inTime = endOf(now, announce, calendar);
  return inTime < earliest ? { kind: "waiting", eraseAt: earliest } : { kind: "to-announce", eraseAt: inTime };
}

/** Whether somebody keeps the personal data on purpose; a hold with a day ends at the beginning of that day. */
export function isHeld({ erasure }: Dossier, procedure: Procedure, now: Instant): boolean {
  if (erasure.held === undefined) return false;
  const { until } = erasure.held;
  return until === undefined || localDay(now, procedure.calendar.timeZone) < until;
}

/** The complaints whose words stand in this file too. */
export function complaintsBehind({ matter }: Dossier): readonly string[] {
  switch (matter.kind) {
    case "measure":
      return matter.measure.cases;
    case "signal":
      return matter.signal.cases;
    case "complaint":
    case "review":
    case "mail":
      return [];
  }
}
