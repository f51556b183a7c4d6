/** Every kind of letter that Wederhoor sends; each has one file in `shared/letters`. */
export const letterKinds = [
  /** To the complainant: we have it, this happens next, by then (B9). */
  "receipt",
  /** To staff: something is asked of you, with a link. */
  "task",
  /** To staff: half of the time is gone, or the last day has come. */
  "reminder",
  /** To staff, deputy and owner: the deadline has passed. */
  "overdue",
  /** To staff and those above them: still not done. */
  "escalation",
  /** To staff whose task has gone to the next role up. */
  "taken-over",
  /** To the owner: a term of the whole case comes to its end, or has. */
  "case-warning",
  /** To the complainant: the outcome (B27). */
  "outcome",
  /** To the sender of what is not a complaint: why, and where to go. */
  "referral",
  /** To the owner: somebody wrote about this case. */
  "message-filed",
  /** To the owner: a letter to the complainant will never be taken; reach them otherwise (B9). */
  "undeliverable",
] as const;
export type LetterKind = (typeof letterKinds)[number];
