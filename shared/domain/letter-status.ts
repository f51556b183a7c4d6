import { z } from "zod";
import type { Instant } from "../ports.ts";

/**
 * Where a letter stands, each further than the ones before it: of two that are told in whatever order, the later one in this list holds. So
 * a "delivered" that comes late never hides that the mail came back.
 */
const letterStatuses = [
  /** Waits to be mailed; or to be brought over, for what goes by post. */
  "queued",
  /** Our mail provider took it. */
  "sent",
  /** The mail server of the reader took it. */
  "delivered",
  /** The reader called it spam. */
  "complained",
  /** It came back for good. */
  "bounced",
  /** Our mail provider did not take it, or it was not offered any more. */
  "refused",
  /** A colleague brought it over by post, by phone or in person. */
  "brought",
] as const;
export type LetterStatus = (typeof letterStatuses)[number];

/** What the post may tell of a letter that it took. `rejected`: it looked again and does not want to carry it. */
export const reportKinds = ["delivered", "delayed", "bounced", "complained", "rejected"] as const;
export const reportKind = z.enum(reportKinds);

/** One thing that the post told, and when we heard it. */
export interface LetterReport {
  readonly what: z.infer<typeof reportKind>;
  /** Of what came back: that it will never arrive. Otherwise it may have, or may later. */
  readonly permanent?: boolean | undefined;
  readonly at: Instant;
}

/** The status that a report means; `undefined` when it only deserves to be shown. */
export function statusReported({ what, permanent }: Omit<LetterReport, "at">): LetterStatus | undefined {
  switch (what) {
    case "delivered":
    case "complained":
      return what;
    case "bounced":
      return permanent === true ? "bounced" : undefined;
    case "rejected":
      return "bounced";
    case "delayed":
      return undefined;
  }
}

/** The one that is further. */
export function furthest(one: LetterStatus, other: LetterStatus): LetterStatus {
  return letterStatuses.indexOf(other) > letterStatuses.indexOf(one) ? other : one;
}

/** Whether it went to its reader and did not come back, as far as we know; while the post is down nobody has been told. */
export function hasGone({ status }: { readonly status: LetterStatus }): boolean {
  return status === "sent" || status === "delivered" || status === "complained" || status === "brought";
}

/** Whether mail is of no use for it. */
export function cameBack({ status }: { readonly status: LetterStatus }): boolean {
  return status === "bounced" || status === "refused";
}
