/** Every kind of letter that Wederhoor sends; each has one file in `shared/letters`. */
export const letterKinds = [
  /** To the complainant: we have it, this happens next, by then (B9). */
  "receipt",
  /** To a colleague: something is asked of you, with a link. */
  "task",
  /** To a colleague: half of the time is gone, or the last day has come. */
  "reminder",
  /** To a colleague, deputy and owner: the deadline has passed. */
  "overdue",
  /** To a colleague and those above: still not done. */
  "escalation",
  /** To a colleague whose task has gone to the next role up. */
  "taken-over",
  /** To a colleague whose task somebody else gave away by hand; who loses it because they are involved gets no letter (B16). */
  "handed-over",
  /** To the owner: a term of the whole case comes to its end, or has. */
  "case-warning",
  /** To the owner: the case is yours now, with the link of its page (B16). */
  "owner-assigned",
  /** To complainant, respondent or independent person: something is asked of you, with a link. */
  "question",
  /** The same once more, before its time is up. */
  "question-reminder",
  /** To a respondent: this is claimed, these are your rights, this person you can talk to (B15). */
  "copy",
  /** To colleagues who should know: this complaint came in (B15). */
  "copy-inside",
  /** To the complainant: talk it over first; ready invitation (A15). */
  "talk-invitation",
  /** To a respondent: the complainant would like to talk it over (A7, A15). */
  "talk-invitation-respondent",
  /** To the complainant and to those respondents who know: it takes longer, until then, because of that (B22). */
  "delay",
  "delay-respondent",
  /** To the complainant: the term has passed and there is no new date yet (B22). */
  "delay-unknown",
  "delay-unknown-respondent",
  /** To the complainant: the outcome (B27). */
  "outcome",
  /** To a respondent: the outcome, in words of their own (B28). */
  "outcome-respondent",
  /** To the client whose course it is (B28). */
  "outcome-client",
  /** To colleagues who should know (B28). */
  "outcome-inside",
  /** To the sender of what is not a complaint: why, and where to go. */
  "referral",
  /** To the complainant: withdrawn, as you asked. */
  "withdrawn",
  "withdrawn-respondent",
  /** To the owner and to colleagues who knew of it or worked on it: withdrawn (A4). */
  "withdrawn-inside",
  /** To the complainant who has not been told yet that the case is closed. */
  "closing",
  /** To the complainant: the complaint has been opened again. */
  "reopened",
  /** To a respondent who knows of the complaint: it has been opened again. */
  "reopened-respondent",
  /** To the owner: somebody wrote about this case. */
  "message-filed",
  /** To a colleague who answered a task by mail: nothing is decided yet, look at the form and confirm. */
  "confirm-answer",
  /** To a complainant who wished to hear it: this is what we did with what you told us. */
  "you-said-we-did",
  /** To the owner: the personal data of this case will be erased on that day. */
  "erasure-announced",
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** A moment of the path at which letters go out; who gets which kind is in `deciding/letters.ts`. */
export const pathLetters = [
  "receipt",
  "invitation",
  "copies",
  "outcome",
  "final-outcome",
  "referral",
  "withdrawal",
  "closing",
] as const;
export type PathLetter = (typeof pathLetters)[number];
